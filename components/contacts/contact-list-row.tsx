import Link from 'next/link';
import { statusWords } from '@/components/conversation/status-words';
import { ChannelBadge } from '@/components/queue/channel-badge';
import { SegmentTags } from '@/components/queue/segment-tags';
import { Avatar } from '@/components/ui/avatar';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ContactRow } from '@/lib/desk/wire-contacts';

/** A contact in the list: who, their segments, and how their last conversation stands. */
export function ContactListRow({
  contact,
  labelOf,
}: {
  contact: ContactRow;
  labelOf: (channel: string) => string;
}) {
  const { contactId, name, email, externalId, segments, conversation } = contact;
  return (
    <Link
      href={`/contacts/${contactId}`}
      prefetch={false}
      data-contact=""
      className="flex items-center gap-3 px-4 py-2.5 hover:bg-hover focus-visible:-outline-offset-2"
    >
      <Avatar name={name}>
        {conversation && (
          <ChannelBadge channel={conversation.channel} label={labelOf(conversation.channel)} />
        )}
      </Avatar>
      <span className="min-w-0 flex-1">
        <span dir="auto" className="block truncate text-left font-semibold">
          {name}
        </span>
        <span dir="auto" className="block truncate text-left text-ink-muted">
          {email ?? externalId}
        </span>
      </span>
      <span className="hidden w-64 shrink-0 sm:flex">
        <SegmentTags segments={segments} />
      </span>
      <span className="w-20 shrink-0 text-right text-ink-faint text-xs">
        {conversation ? (
          <>
            <span className="block text-ink-muted">{statusWords[conversation.status]}</span>
            <span className="sr-only">last active </span>
            <RelativeTime at={conversation.lastActivityAt} />
          </>
        ) : (
          'No conversation'
        )}
      </span>
    </Link>
  );
}
