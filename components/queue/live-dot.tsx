'use client';

import { useConnection } from '@/components/live/connection';
import { cn } from '@/components/ui/class-names';
import { useNow } from '@/components/ui/use-now';

/** A quiet dot while the list is live; while it is not, as of when it was true. */
export function LiveDot() {
  const { live, asOf } = useConnection();
  const now = useNow(1_000);
  const agoMs = asOf === null || now === null ? null : Math.max(0, now - asOf);
  return (
    <span
      role="status"
      className={cn(
        'flex shrink-0 items-center gap-1.5 whitespace-nowrap text-xs',
        agoMs === null ? 'text-ink-muted' : 'text-warn',
      )}
    >
      <span
        aria-hidden="true"
        className={cn(
          'size-1.5 rounded-full',
          live ? 'bg-ok' : 'ring-[1.5px] ring-current ring-inset',
        )}
      />
      {live && 'live'}
      {!live && agoMs === null && 'connecting'}
      {agoMs !== null && (
        // The words that change by the second are not read out again and again.
        <>
          <span className="sr-only">Connection lost. The list may be out of date.</span>
          <span aria-hidden="true" className="tabular-nums">
            as of {agoWords(agoMs)} ago
          </span>
        </>
      )}
    </span>
  );
}

function agoWords(agoMs: number): string {
  const seconds = Math.floor(agoMs / 1_000);
  return seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min`;
}
