'use client';

import { useNow } from '@/components/ui/use-now';
import { exactMoment, useTimeZone } from './moments';
import { returnWords } from './return-words';

/** When a put-away conversation comes back: 'back 14:05'. */
export function ReturnTime({ at }: { at: string }) {
  const timeZone = useTimeZone();
  const now = useNow(60_000);
  return (
    <time
      dateTime={at}
      title={exactMoment(at, timeZone)}
      suppressHydrationWarning
      className="whitespace-nowrap tabular-nums"
    >
      back {returnWords(at, now ?? Date.now(), timeZone)}
    </time>
  );
}
