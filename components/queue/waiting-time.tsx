'use client';

import { cn } from '@/components/ui/class-names';
import { waitWords } from '@/components/ui/durations';
import { useNow } from '@/components/ui/use-now';

const AMBER_AFTER_MS = 5 * 60_000;
const RED_AFTER_MS = 10 * 60_000;

/** How long somebody waits, by the second: amber after five minutes, red after ten. */
export function WaitingTime({ since, className }: { since: string; className?: string }) {
  const now = useNow(1_000);
  const elapsedMs = Math.max(0, (now ?? Date.now()) - Date.parse(since));
  return (
    // The server's text may be a second behind; the next tick sets it right.
    <time
      dateTime={since}
      suppressHydrationWarning
      className={cn(
        'whitespace-nowrap tabular-nums',
        elapsedMs >= RED_AFTER_MS && 'font-semibold text-danger',
        elapsedMs >= AMBER_AFTER_MS && elapsedMs < RED_AFTER_MS && 'font-medium text-warn',
        className,
      )}
    >
      {waitWords(elapsedMs)}
    </time>
  );
}
