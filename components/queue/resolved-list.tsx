import { Archive, ChevronLeft, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ResolvedEntry } from '@/lib/desk/wire';
import { ChannelBadge } from './channel-badge';
import { RowUnread, UnreadName } from './row-unread';
import { SegmentTags } from './segment-tags';

/** Resolved conversations, last activity first, a page at a time; each opens beside the queue. */
export function ResolvedList({
  entries,
  total,
  page,
  pages,
  labelOf,
}: {
  entries: readonly ResolvedEntry[];
  total: number;
  page: number;
  pages: number;
  labelOf: (channel: string) => string;
}) {
  return (
    <div className="mx-auto flex min-h-full w-full max-w-4xl flex-col px-4 py-6 md:px-8">
      <header className="mb-4 flex items-baseline gap-3">
        <h1 className="font-semibold text-xl tracking-[-0.015em]">Resolved</h1>
        <p className="text-ink-muted tabular-nums">{total.toLocaleString('en')}</p>
      </header>
      {entries.length === 0 ? (
        <Nothing total={total} />
      ) : (
        <ul className="overflow-hidden rounded-lg border border-line bg-panel">
          {entries.map((entry) => (
            <li key={entry.conversationId} className="border-line border-b last:border-b-0">
              <Link
                href={`/queue/${entry.conversationId}`}
                prefetch={false}
                className="flex items-center gap-3 px-4 py-2.5 hover:bg-hover focus-visible:-outline-offset-2"
              >
                <span className="relative shrink-0">
                  <Avatar name={entry.contact.name}>
                    <ChannelBadge channel={entry.channel} label={labelOf(entry.channel)} />
                  </Avatar>
                  <RowUnread conversationId={entry.conversationId} />
                </span>
                <span className="min-w-0 flex-1">
                  <span className="flex">
                    <UnreadName conversationId={entry.conversationId}>
                      {entry.contact.name}
                    </UnreadName>
                  </span>
                  <span dir="auto" className="block truncate text-left text-ink-muted">
                    {entry.preview}
                  </span>
                </span>
                <span className="hidden w-72 shrink-0 sm:flex">
                  <SegmentTags segments={entry.segments} />
                </span>
                <span className="w-14 shrink-0 self-start pt-0.5 text-right text-ink-faint text-xs sm:self-auto sm:pt-0">
                  <span className="sr-only">last active </span>
                  <RelativeTime at={entry.lastActivityAt} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {pages > 1 && (
        <nav aria-label="Pages" className="mt-4 flex items-center justify-end gap-2">
          <span className="mr-2 text-ink-muted tabular-nums">
            Page {page.toLocaleString('en')} of {pages.toLocaleString('en')}
          </span>
          <Turn to={page > 1 ? page - 1 : null} label="Newer">
            <ChevronLeft aria-hidden="true" />
          </Turn>
          <Turn to={page < pages ? page + 1 : null} label="Older">
            <ChevronRight aria-hidden="true" />
          </Turn>
        </nav>
      )}
    </div>
  );
}

function Nothing({ total }: { total: number }) {
  if (total === 0) {
    return (
      <EmptyState className="flex-1" icon={<Archive />} title="Nothing is resolved yet">
        Conversations you resolve are kept here, and come back when the customer writes again.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      className="flex-1"
      icon={<Archive />}
      title="There is nothing on this page"
      action={
        <Button asChild>
          <Link href="/resolved">To the first page</Link>
        </Button>
      }
    />
  );
}

function Turn({ to, label, children }: { to: number | null; label: string; children: ReactNode }) {
  if (to === null) {
    return (
      <Button size="icon" disabled aria-label={label}>
        {children}
      </Button>
    );
  }
  return (
    <Button size="icon" asChild>
      <Link href={`/resolved?page=${to}`} prefetch={false} aria-label={label}>
        {children}
      </Link>
    </Button>
  );
}
