import type { ReactNode } from 'react';

/** The head of a settings page: its name, one or two lines on what it is for, and its main act. */
export function PageHeader({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-72">
        <h1 className="text-balance font-semibold text-xl leading-7 tracking-[-0.015em]">
          {title}
        </h1>
        {children && <div className="mt-1 max-w-[62ch] text-pretty text-ink-muted">{children}</div>}
      </div>
      {action && <div className="flex shrink-0 flex-wrap items-center gap-2">{action}</div>}
    </header>
  );
}
