import { cn } from '@/components/ui/class-names';
import type { SegmentMark } from '@/lib/desk/wire';

const MOST_SHOWN = 2;

/** The first two matching segments, high-priority ones filled and first, and how many more there are. */
export function SegmentTags({ segments }: { segments: readonly SegmentMark[] }) {
  const more = segments.length - MOST_SHOWN;
  return (
    <span className="flex min-w-0 flex-1 items-center gap-1">
      {segments.slice(0, MOST_SHOWN).map(({ id, name, highPriority }) => (
        <span
          key={id}
          className={cn(
            'min-w-0 truncate rounded-[4px] first:max-w-[58%] first:shrink-0 only:max-w-full border px-1.5 text-[0.6875rem] leading-4',
            highPriority
              ? 'border-accent-line bg-accent-soft font-medium text-accent-ink'
              : 'border-line-strong text-ink-muted',
          )}
        >
          {highPriority && <span className="sr-only">high priority: </span>}
          <bdi>{name}</bdi>
        </span>
      ))}
      {more > 0 && (
        <span className="shrink-0 text-[0.6875rem] text-ink-faint tabular-nums leading-4">
          +{more}
          <span className="sr-only"> more segments</span>
        </span>
      )}
    </span>
  );
}
