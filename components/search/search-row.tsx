'use client';

import { StickyNote } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { statusWords } from '@/components/conversation/status-words';
import { useCatalogue } from '@/components/live/catalogue';
import { ChannelBadge } from '@/components/queue/channel-badge';
import { Avatar } from '@/components/ui/avatar';
import { RelativeTime } from '@/components/ui/relative-time';
import type { SearchHitWire } from '@/lib/desk/wire-search';
import { SnippetText } from './snippet-text';

const LINE = 'flex items-center gap-3 px-4 py-2.5 hover:bg-hover focus-visible:-outline-offset-2';

/** Something that was found: who, where, when, and the words; opens the conversation at it, or the contact. */
export function SearchRow({ hit }: { hit: SearchHitWire }) {
  const { conversation, contact, messageId } = hit;
  const at = messageId === null ? '' : `?message=${encodeURIComponent(messageId)}`;
  // Whom nobody has talked with has a page all the same.
  const href = conversation
    ? `/queue/${conversation.conversationId}${at}`
    : `/contacts/${contact.id}`;
  return (
    <Link href={href} prefetch={false} data-hit="" className={LINE}>
      <Found hit={hit} />
    </Link>
  );
}

function Found({ hit }: { hit: SearchHitWire }) {
  const { kind, contact, conversation, attribute, snippet, more, at } = hit;
  const { channels, attributes } = useCatalogue();
  const channel = conversation?.channel ?? '';
  const channelLabel = channels.find(({ key }) => key === channel)?.label ?? channel;
  const isName = kind === 'contact' && attribute === 'name';
  const label = attributes.find(({ key }) => key === attribute)?.label ?? attribute ?? 'ID';
  return (
    <>
      <Avatar name={contact.name}>
        {conversation && <ChannelBadge channel={channel} label={channelLabel} />}
      </Avatar>
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span dir="auto" className="min-w-0 truncate text-left font-semibold">
            {isName ? <SnippetText parts={snippet} /> : contact.name}
          </span>
          <span className="ml-auto flex shrink-0 items-baseline gap-2 text-ink-faint text-xs">
            <span>{conversation ? statusWords[conversation.status] : 'No conversation yet'}</span>
            <span className="w-14 text-right">
              <RelativeTime at={at} />
            </span>
          </span>
        </span>
        <span className="flex items-center gap-2">
          <span
            dir="auto"
            className="line-clamp-2 min-w-0 flex-1 text-left text-ink-muted [overflow-wrap:anywhere] sm:line-clamp-1"
          >
            {kind === 'note' && (
              <Said>
                <StickyNote aria-hidden="true" className="mr-1 inline size-3 align-[-1px]" />
                Note
              </Said>
            )}
            {kind === 'contact' && <Said>{isName ? 'Contact' : label}</Said>}
            {isName ? contact.externalId : <SnippetText parts={snippet} />}
          </span>
          {more > 0 && (
            <span className="shrink-0 text-ink-faint text-xs tabular-nums">
              <span aria-hidden="true">+{more}</span>
              <span className="sr-only">, and {more} more in this conversation</span>
            </span>
          )}
          {conversation?.owner && (
            <span title={conversation.owner.name} className="flex shrink-0">
              <span className="sr-only">, owner {conversation.owner.name}</span>
              <Avatar name={conversation.owner.name} size={18} />
            </span>
          )}
        </span>
      </span>
    </>
  );
}

/** What the words are of, in front of them. */
function Said({ children }: { children: ReactNode }) {
  return <span className="mr-1.5 font-medium text-ink-faint text-xs">{children}</span>;
}
