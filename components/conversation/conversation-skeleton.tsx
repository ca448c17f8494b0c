import { Skeleton } from '@/components/ui/skeleton';

const GROUPS = [
  ['w-14', 'w-20', 'w-32', 'w-28', 'w-10', 'w-16'],
  ['w-32', 'w-20', 'w-24'],
  ['w-20', 'w-24'],
];

/** A conversation while it is read, in the shape it will have. */
export function ConversationSkeleton() {
  return (
    <div role="status" className="flex h-full min-h-0 w-full min-w-0 flex-1">
      <span className="sr-only">Loading the conversation</span>
      <div className="flex min-w-0 flex-1 flex-col bg-canvas">
        <div className="@container flex flex-col gap-2 border-line border-b bg-panel px-3 pt-3 pb-2.5 sm:px-5">
          <div className="flex h-[92px] flex-col items-start justify-between gap-3 @min-[37rem]:h-[58px] @min-[37rem]:flex-row">
            <div className="flex h-full flex-col justify-between py-2">
              <Skeleton className="h-4 w-36" />
              <Skeleton className="w-40" />
            </div>
            <div className="flex gap-1.5">
              <Skeleton className="h-8 w-16 rounded-md" />
              <Skeleton className="h-8 w-20 rounded-md max-sm:hidden" />
              <Skeleton className="h-8 w-24 rounded-md" />
            </div>
          </div>
          <div className="flex h-[22px] gap-1.5">
            <Skeleton className="h-[22px] w-12" />
            <Skeleton className="h-[22px] w-28" />
            <Skeleton className="h-[22px] w-24" />
          </div>
        </div>
        <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-hidden px-3 py-5 sm:px-5">
          <Skeleton className="h-14 w-3/5 max-w-96 rounded-lg" />
          <Skeleton className="h-20 w-3/5 max-w-[30rem] rounded-lg" />
          <Skeleton className="h-14 w-1/2 max-w-80 self-end rounded-lg" />
        </div>
        <div className="border-line border-t bg-panel p-3 sm:px-5 sm:py-3.5">
          <Skeleton className="h-[98px] w-full rounded-lg" />
        </div>
      </div>
      <div className="hidden w-80 shrink-0 border-line border-l bg-panel p-4 xl:block">
        <div className="flex items-center gap-3">
          <Skeleton className="size-10 rounded-full" />
          <div className="flex flex-col gap-2">
            <Skeleton className="w-32" />
            <Skeleton className="w-40" />
          </div>
        </div>
        {GROUPS.map((rows) => (
          <div key={rows.join()} className="mt-5 flex flex-col gap-3.5">
            <Skeleton className="w-24" />
            {rows.map((width) => (
              <div key={width} className="flex gap-8">
                <Skeleton className="w-20" />
                <Skeleton className={width} />
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
