import { cn } from '@/components/ui/class-names';
import type { CountedSegment } from './chip-order';

/** What all chips of the filter bar share: 24 px high, with a larger reach under a finger. */
export const chipLook =
  'relative flex h-6 shrink-0 items-center gap-1 rounded-full border px-2 font-medium text-xs transition-colors focus-visible:outline-offset-0 pointer-coarse:h-8 pointer-coarse:px-3 pointer-coarse:after:absolute pointer-coarse:after:-inset-y-1.5 pointer-coarse:after:inset-x-0';

/** A segment to filter by, with its live count; a dot and a word mark a high-priority one. */
export function SegmentChip({
  segment,
  pressed,
  excluded,
  hidden,
  onToggle,
}: {
  segment: CountedSegment;
  pressed: boolean;
  /** It is chosen so as to keep its matches out. */
  excluded: boolean;
  /** It does not fit the lines. */
  hidden: boolean;
  onToggle: () => void;
}) {
  const { name, count, highPriority } = segment;
  return (
    <button
      type="button"
      title={name}
      data-fits
      aria-pressed={pressed}
      aria-hidden={hidden || undefined}
      tabIndex={hidden ? -1 : undefined}
      onClick={onToggle}
      className={cn(
        chipLook,
        'max-w-44',
        pressed
          ? 'border-ink bg-selected text-ink'
          : 'border-line-strong text-ink hover:border-ink-faint hover:bg-hover',
        hidden && 'invisible absolute',
      )}
    >
      {highPriority && (
        <span className="size-1.5 shrink-0 rounded-full bg-accent">
          <span className="sr-only">High priority: </span>
        </span>
      )}
      <bdi className={cn('truncate', excluded && 'line-through decoration-1')}>{name}</bdi>
      <span className={cn('tabular-nums', pressed ? 'text-ink' : 'font-normal text-ink-muted')}>
        <span className="sr-only">, </span>
        {count.toLocaleString('en')}
      </span>
    </button>
  );
}
