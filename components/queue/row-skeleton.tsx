import { Skeleton } from '@/components/ui/skeleton';

/** A row that is not loaded yet, in its final shape. */
export function RowSkeleton() {
  return (
    <div aria-hidden="true" className="flex h-full gap-2.5 border-line border-b py-[9px] pr-3 pl-3">
      <span className="flex w-5 flex-col items-center justify-center gap-[2px]">
        <Skeleton className="h-1 w-4" />
        <Skeleton className="h-1 w-4" />
        <Skeleton className="h-1 w-4" />
        <Skeleton className="h-1 w-4" />
      </span>
      <Skeleton className="ml-0.5 size-[34px] shrink-0 rounded-full" />
      <span className="flex flex-1 flex-col gap-2 pt-1">
        <span className="flex justify-between">
          <Skeleton className="w-32" />
          <Skeleton className="w-8" />
        </span>
        <Skeleton className="w-52" />
        <Skeleton className="w-24" />
      </span>
    </div>
  );
}
