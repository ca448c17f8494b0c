'use client';

import { RotateCw } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import type { SegmentQuestion } from './ask-preview';
import { countWords } from './count-words';
import { useCount } from './use-count';

/**
 * How many of all contacts would match, counted in the background. As high in every state, so that
 * nothing below it moves. Only the end is announced: numbers that run would never let one listen.
 */
export function CountAmongAll({ question }: { question: SegmentQuestion | null }) {
  const [retries, setRetries] = useState(0);
  const { count, current, failed } = useCount(question, retries);
  const place = useRef<HTMLDivElement>(null);
  const over = failed || count?.done;
  const { line, under } = countWords(count);

  function tryAgain() {
    // The button goes; who works by keyboard must not be sent back to the top.
    place.current?.focus();
    setRetries(retries + 1);
  }

  return (
    <div
      ref={place}
      tabIndex={-1}
      className={cn(
        'mt-1 min-h-13 text-ink-muted text-sm tabular-nums outline-none transition-opacity',
        question && count && !current && 'opacity-50',
      )}
    >
      <p aria-live="polite" className={cn(count?.done && 'text-ink')}>
        {over && (failed ? 'All contacts could not be counted.' : line)}
      </p>
      {failed ? (
        <Button size="sm" className="mt-1" onClick={tryAgain}>
          <RotateCw aria-hidden /> Try again
        </Button>
      ) : (
        <>
          {!over && <p>{line}</p>}
          <p className="min-h-5 text-ink-faint text-xs leading-5">{under}</p>
          {!over && <Progress part={count ? count.scanned / count.total : 0} />}
        </>
      )}
    </div>
  );
}

/** Says nothing that the words do not, so it is for the eye only. */
function Progress({ part }: { part: number }) {
  return (
    <div aria-hidden className="mt-1 h-0.5 overflow-hidden rounded-full bg-line">
      <div
        className="h-full origin-left rounded-full bg-ink-faint transition-transform"
        style={{ transform: `scaleX(${part})` }}
      />
    </div>
  );
}
