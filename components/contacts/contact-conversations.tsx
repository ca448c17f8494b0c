import Link from 'next/link';
import { statusWords } from '@/components/conversation/status-words';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ContactConversation } from '@/lib/desk/wire-contacts';

/** The contact's conversations, last activity first; each opens beside the queue. */
export function ContactConversations({
  conversations,
  labelOf,
}: {
  conversations: readonly ContactConversation[];
  labelOf: (channel: string) => string;
}) {
  if (conversations.length === 0)
    return <p className="text-ink-muted">They have not written in yet.</p>;
  return (
    <ul className="overflow-hidden rounded-lg border border-line bg-panel">
      {conversations.map(({ conversationId, channel, status, owner, lastActivityAt, preview }) => (
        <li key={conversationId} className="border-line border-b last:border-b-0">
          <Link
            href={`/queue/${conversationId}`}
            prefetch={false}
            className="flex items-center gap-3 px-4 py-2.5 hover:bg-hover focus-visible:-outline-offset-2"
          >
            <span className="min-w-0 flex-1">
              <span className="font-medium">{labelOf(channel)}</span>
              <span className="text-ink-muted"> · {statusWords[status]}</span>
              {owner && <span className="text-ink-muted"> · {owner.name}</span>}
              <span dir="auto" className="block truncate text-left text-ink-muted">
                {preview}
              </span>
            </span>
            <span className="shrink-0 text-ink-faint text-xs">
              <span className="sr-only">last active </span>
              <RelativeTime at={lastActivityAt} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
