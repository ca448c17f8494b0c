'use client';

import { usePathname } from 'next/navigation';
import { Skeleton } from '@/components/ui/skeleton';

const ROWS = ['w-28', 'w-36', 'w-24', 'w-32', 'w-40', 'w-28', 'w-36', 'w-24'];

/** The queue while it is read: the list with its rows, and the empty pane beside it. */
function QueueSkeleton() {
  return (
    <div className="flex h-full">
      <div className="w-full border-line bg-panel md:w-[400px] md:border-r">
        <div className="flex h-14 items-center justify-between px-4">
          <Skeleton className="h-4 w-24" />
          <Skeleton className="h-8 w-28 rounded-md" />
        </div>
        <div className="flex h-9 items-center gap-2 border-line border-b px-4 pb-3">
          <Skeleton className="h-6 w-24 rounded-md" />
          <Skeleton className="h-6 w-16 rounded-full" />
          <Skeleton className="h-6 w-20 rounded-full" />
        </div>
        {ROWS.map((width, place) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows are stand-ins and never move
            key={place}
            className="flex h-[72px] items-start gap-3 border-line border-b px-3 py-3"
          >
            <Skeleton className="h-9 w-4" />
            <Skeleton className="size-[34px] shrink-0 rounded-full" />
            <div className="flex-1 space-y-2 pt-0.5">
              <div className="flex justify-between">
                <Skeleton className={width} />
                <Skeleton className="w-8" />
              </div>
              <Skeleton className="w-4/5" />
            </div>
          </div>
        ))}
      </div>
      <div className="hidden flex-1 md:block" />
    </div>
  );
}

/** A page of the settings while it is read: its head and a list. */
export function SettingsSkeleton() {
  return (
    <div>
      <Skeleton className="mt-1 h-5 w-44" />
      <Skeleton className="mt-3 w-80 max-w-full" />
      <div className="mt-8 divide-y divide-line overflow-hidden rounded-lg border border-line bg-panel">
        {ROWS.slice(0, 6).map((width, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows are stand-ins and never move
          <div key={place} className="flex h-12 items-center justify-between px-4">
            <Skeleton className={width} />
            <Skeleton className="w-16" />
          </div>
        ))}
      </div>
    </div>
  );
}

/** What stands while a place of the desk is read, in the shape of that place. */
export function DeskSkeleton() {
  const pathname = usePathname();
  return (
    <div role="status" className="h-full overflow-hidden">
      <span className="sr-only">Loading</span>
      {pathname.startsWith('/queue') ? (
        <QueueSkeleton />
      ) : (
        <div className="mx-auto max-w-[960px] px-4 py-6 md:px-8">
          <SettingsSkeleton />
        </div>
      )}
    </div>
  );
}
