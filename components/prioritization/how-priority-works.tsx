import { cn } from '@/components/ui/class-names';

const EXAMPLE = [
  { name: 'Amélie', priority: 3, waits: '1:40' },
  { name: 'Jonas', priority: 1, waits: '9:12' },
  { name: 'Priya', priority: 1, waits: '4:05' },
  { name: 'Oskar', priority: 0, waits: '12:30' },
];
const LEVELS = 3;

/** Rank order, told in two sentences and a queue of four. */
export function HowPriorityWorks() {
  return (
    <aside className="rounded-lg border border-line bg-panel p-4">
      <h2 className="font-semibold text-ink text-sm">How priority works</h2>
      <p className="mt-1 text-ink-muted text-sm">
        A conversation’s priority is the number of high-priority segments its contact matches.
        Highest first; among equals, the longest wait first.
      </p>
      <ol
        aria-label="An example of a queue"
        className="mt-3 divide-y divide-line overflow-hidden rounded-md border border-line"
      >
        {EXAMPLE.map(({ name, priority, waits }) => (
          <li key={name} className="flex h-9 items-center gap-2.5 px-2.5 text-sm">
            <span
              className={cn(
                'w-2 text-right font-semibold tabular-nums',
                priority > 0 ? 'text-accent-ink' : 'text-ink-faint',
              )}
            >
              <span className="sr-only">Priority </span>
              {priority}
            </span>
            <span aria-hidden className="flex w-4 flex-col-reverse gap-[2px]">
              {Array.from({ length: LEVELS }, (_, level) => (
                <span
                  // biome-ignore lint/suspicious/noArrayIndexKey: the bars never change
                  key={level}
                  className={cn(
                    'h-[3px] rounded-full',
                    level < priority ? 'bg-accent' : 'bg-line-strong',
                  )}
                />
              ))}
            </span>
            <span className="flex-1 text-ink">{name}</span>
            <span className="text-ink-muted text-xs tabular-nums">
              <span className="sr-only">waits </span>
              {waits}
            </span>
          </li>
        ))}
      </ol>
      <p className="mt-3 text-ink-muted text-xs">
        A switch takes effect at once, on every agent’s screen.
      </p>
    </aside>
  );
}
