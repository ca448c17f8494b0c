import { cn } from '@/components/ui/class-names';
import type { CountedSegment } from './chip-order';

/** A segment to filter by, with its live count; a dot and a word mark a high-priority one. */
export function SegmentChip({
  segment,
  pressed,
  hidden,
  onToggle,
}: {
  segment: CountedSegment;
  pressed: boolean;
  /** It does not fit the line. */
  hidden: boolean;
  onToggle: () => void;
}) {
  const { name, count, highPriority } = segment;
  return (
    <button
      type="button"
      title={name}
      aria-pressed={pressed}
      aria-hidden={hidden || undefined}
      tabIndex={hidden ? -1 : undefined}
      onClick={onToggle}
      className={cn(
        'flex h-7 max-w-24 shrink-0 items-center gap-1 rounded-full border px-2 text-xs transition-colors focus-visible:-outline-offset-1',
        pressed
          ? 'border-ink bg-selected font-semibold text-ink'
          : 'border-line-strong font-medium text-ink hover:bg-hover',
        hidden && 'invisible',
      )}
    >
      {highPriority && (
        <span className="size-1.5 shrink-0 rounded-full bg-accent">
          <span className="sr-only">High priority: </span>
        </span>
      )}
      <bdi className="truncate">{name}</bdi>
      <span className={cn('tabular-nums', pressed ? 'text-ink' : 'font-normal text-ink-muted')}>
        {count.toLocaleString('en')}
      </span>
    </button>
  );
}
