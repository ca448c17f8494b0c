import type { ReactNode } from 'react';
import { cn } from './class-names';

/** Says calmly that nothing is here, why, and what to do about it. */
export function EmptyState({
  icon,
  title,
  titleAs: Title = 'p',
  children,
  action,
  className,
}: {
  icon?: ReactNode;
  title: ReactNode;
  /** What the title is: a line in a list, or the heading of a page that is empty as a whole. */
  titleAs?: 'p' | 'h1' | 'h2';
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}) {
  return (
    <div
      className={cn(
        'flex flex-col items-center justify-center px-6 py-12 text-center text-ink-muted',
        className,
      )}
    >
      {icon && (
        <span
          aria-hidden="true"
          className="mb-3 flex size-9 items-center justify-center rounded-lg border border-line bg-canvas text-ink-faint [&_svg:not([class*=size-])]:size-4.5"
        >
          {icon}
        </span>
      )}
      <Title className="text-balance font-medium text-base text-ink">{title}</Title>
      {children && <div className="mt-1 max-w-80 text-pretty">{children}</div>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
