import { cn } from '@/components/ui/class-names';

const BARS = [4, 3, 2, 1] as const;

/** A priority as a small meter and its number; quiet at 0, and the number goes on past the bars. */
export function PriorityMeter({ priority }: { priority: number }) {
  return (
    <span aria-hidden="true" className="flex w-5 flex-col items-center gap-[2px]">
      <span
        className={cn(
          'mb-0.5 h-4 font-semibold text-sm tabular-nums leading-4',
          priority > 0 ? 'text-accent' : 'invisible',
        )}
      >
        {priority}
      </span>
      {BARS.map((bar) => (
        <span
          key={bar}
          className={cn(
            'h-1 w-4 rounded-[1.5px] transition-colors duration-200 motion-reduce:transition-none',
            priority >= bar ? 'bg-accent' : 'bg-line-strong/60',
          )}
        />
      ))}
    </span>
  );
}
