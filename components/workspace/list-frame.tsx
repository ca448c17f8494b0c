import type { ReactNode } from 'react';
import { cn } from '@/components/ui/class-names';

/** The bordered box that settings lists sit in. */
export function ListFrame({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div className={cn('overflow-hidden rounded-lg border border-line bg-panel', className)}>
      {children}
    </div>
  );
}

/** The quiet line of column names above a list's rows; hidden where rows stack. */
export function ListHead({ columns, children }: { columns: string; children: ReactNode }) {
  return (
    <div
      aria-hidden
      className={cn(
        'hidden h-8 items-center gap-4 border-line border-b bg-canvas px-4 font-medium text-ink-muted text-xs md:grid',
        columns,
      )}
    >
      {children}
    </div>
  );
}

/** A small outlined word beside a name: "Standard", "Built in". */
export function Mark({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex h-[18px] shrink-0 items-center rounded-sm border border-line px-1.5 text-ink-muted text-xs">
      {children}
    </span>
  );
}
