'use client';

import type { EventKind } from '@/lib/desk/endpoint';
import { EVENT_GROUPS } from './event-words';

/** Which events an endpoint is told of. */
export function EventChoice({
  chosen,
  onChange,
  error,
}: {
  chosen: ReadonlySet<EventKind>;
  onChange: (chosen: ReadonlySet<EventKind>) => void;
  error?: string;
}) {
  const toggle = (kind: EventKind) => {
    const next = new Set(chosen);
    if (!next.delete(kind)) next.add(kind);
    onChange(next);
  };
  return (
    <fieldset className="min-w-0 space-y-3">
      <legend className="mb-1.5 font-medium text-sm">Events</legend>
      {EVENT_GROUPS.map((group) => (
        <div key={group.name}>
          <p className="mb-1 text-ink-muted text-xs">{group.name}</p>
          <div className="grid gap-x-4 sm:grid-cols-2">
            {group.events.map(({ kind, label }) => (
              <label
                key={kind}
                className="flex items-center gap-2 py-1 text-sm pointer-coarse:min-h-11"
              >
                <input
                  type="checkbox"
                  className="size-4 shrink-0 accent-(--color-solid)"
                  checked={chosen.has(kind)}
                  onChange={() => toggle(kind)}
                />
                {label}
              </label>
            ))}
          </div>
        </div>
      ))}
      {error && (
        <p role="alert" className="text-danger text-xs">
          {error}
        </p>
      )}
    </fieldset>
  );
}
