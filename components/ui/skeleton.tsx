import { cn } from './class-names';

/** A grey stand-in of the size that will come; give it that size by class. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cn('block h-3 animate-pulse rounded-[4px] bg-line/75', className)}
    />
  );
}
