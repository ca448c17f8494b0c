import { type ReactNode, useId } from 'react';

/** A part of a settings page: what it is about, and its controls in a frame. */
export function SettingsSection({
  title,
  about,
  action,
  children,
}: {
  title: string;
  about?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mb-8">
      <div className="mb-3 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <h2 id={id} className="font-semibold text-base">
            {title}
          </h2>
          {about && (
            <p className="mt-0.5 max-w-[62ch] text-pretty text-ink-muted text-sm">{about}</p>
          )}
        </div>
        {action}
      </div>
      <div className="rounded-lg border border-line bg-panel p-4">{children}</div>
    </section>
  );
}
