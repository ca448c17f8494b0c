'use client';

import { cn } from './class-names';
import { ageWords, waitWords } from './durations';
import { useNow } from './use-now';

const SHOWN = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** How long ago a moment was ('age'), or how long somebody waits since ('wait', by the second). */
export function RelativeTime({
  at,
  style = 'age',
  className,
}: {
  /** ISO 8601. */
  at: string;
  style?: 'age' | 'wait';
  className?: string;
}) {
  const now = useNow(style === 'wait' ? 1000 : 15_000);
  const moment = Date.parse(at);
  const elapsedMs = Math.max(0, (now ?? Date.now()) - moment);
  return (
    // The server's text may be a second behind; the next tick sets it right.
    <time
      dateTime={at}
      title={now === null ? undefined : SHOWN.format(moment)}
      className={cn('whitespace-nowrap tabular-nums', className)}
      suppressHydrationWarning
    >
      {style === 'wait' ? waitWords(elapsedMs) : ageWords(elapsedMs)}
    </time>
  );
}
