import type { ReactNode } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/class-names';
import type { ContactDetail } from '@/lib/desk/wire-contacts';

/** Who it is, where they come from, and all their segments. */
export function ContactHead({
  contact,
  channelLabel,
  actions,
}: {
  contact: ContactDetail;
  channelLabel: string;
  actions: ReactNode;
}) {
  const { name, externalId, segments } = contact;
  return (
    <header>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="flex min-w-0 flex-1 basis-72 items-center gap-3">
          <Avatar name={name} size="lg" />
          <div className="min-w-0">
            <h1
              dir="auto"
              className="line-clamp-2 text-left font-semibold text-xl tracking-[-0.015em] [overflow-wrap:anywhere]"
            >
              {name}
            </h1>
            <p className="truncate text-ink-muted" title={externalId}>
              {channelLabel} · <span className="font-mono text-xs">{externalId}</span>
            </p>
          </div>
        </div>
        <div className="flex shrink-0 items-center gap-2">{actions}</div>
      </div>
      {segments.length > 0 && (
        <ul aria-label="Segments" className="mt-3 flex flex-wrap gap-1.5">
          {segments.map(({ id, name: segment, highPriority }) => (
            <li
              key={id}
              className={cn(
                'inline-flex h-[22px] min-w-0 max-w-full items-center rounded-[5px] border px-1.5 text-xs',
                highPriority
                  ? 'border-accent-line bg-accent-soft font-medium text-accent-ink'
                  : 'border-line-strong bg-panel text-ink-muted',
              )}
            >
              {highPriority && <span className="sr-only">High priority: </span>}
              <span dir="auto" className="truncate">
                {segment}
              </span>
            </li>
          ))}
        </ul>
      )}
    </header>
  );
}
