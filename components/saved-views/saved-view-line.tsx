'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useQueueAddress } from '@/components/live/use-queue-address';
import { cn } from '@/components/ui/class-names';
import type { SavedViewWire } from '@/lib/desk/wire';
import { addressOf, hrefOf } from './saved-view-address';
import { ViewTotal } from './view-total';

/** A saved view in the rail, with its count; what is open beside the queue stays open. */
export function SavedViewLine({
  view,
  current,
  edited,
  inSight,
}: {
  view: SavedViewWire;
  current: boolean;
  edited: boolean;
  inSight: boolean;
}) {
  const { setAddress } = useQueueAddress();
  const path = usePathname();
  const atQueue = path.startsWith('/queue');
  return (
    <Link
      href={hrefOf(view, atQueue ? path : undefined)}
      prefetch={false}
      data-view={view.id}
      title={view.name}
      aria-current={current ? 'page' : undefined}
      onNavigate={(event) => {
        if (!atQueue) return;
        event.preventDefault();
        void setAddress(addressOf(view));
      }}
      className={cn(
        'relative flex h-8 items-center gap-2 rounded-md pr-2.5 pl-2.5 text-ink-muted transition-colors hover:bg-selected hover:text-ink focus-visible:-outline-offset-2',
        current &&
          'bg-selected text-ink before:absolute before:inset-y-1.5 before:-left-2 before:w-0.5 before:bg-ink',
      )}
    >
      <bdi className={cn('min-w-0 flex-1 truncate', current && 'font-medium')}>{view.name}</bdi>
      {edited && (
        <span className="size-1.5 shrink-0 rounded-full bg-ink-faint">
          <span className="sr-only">, edited</span>
        </span>
      )}
      <ViewTotal view={view} inSight={inSight} />
    </Link>
  );
}
