'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import Link from 'next/link';
import { counted } from '@/components/workspace/counted';
import type { SegmentPreview } from '@/lib/desk/wire';
import { ordinal } from './ordinal';

/**
 * Who changes places in the queue; arrows say it to the eye, words to everybody. `when` begins the
 * sentence: when it is done, or, with `would`, if it were.
 */
export function PreviewMoves({
  preview: { moves, moved },
  when,
  would = false,
}: {
  preview: Pick<SegmentPreview, 'moves' | 'moved'>;
  when: string;
  would?: boolean;
}) {
  const up = moves.filter((move) => move.to < move.from).length;
  const words = `${when}, ${movesInWords(moved, up, moves.length, would ? 'would ' : '')}`;
  return (
    <div className="py-3">
      <p aria-live="polite" className="px-4 text-ink-muted text-sm tabular-nums">
        {words}
      </p>
      {moves.length > 0 && (
        <ul aria-label="Who would move" className="mt-1 max-h-54 overflow-y-auto">
          {moves.map((move) => {
            const rises = move.to < move.from;
            const Arrow = rises ? ArrowUp : ArrowDown;
            return (
              <li key={move.conversationId} className="flex h-7 items-center gap-2 px-4 text-sm">
                <Arrow
                  aria-hidden
                  className={
                    rises ? 'size-3.5 shrink-0 text-accent' : 'size-3.5 shrink-0 text-ink-faint'
                  }
                />
                <Link
                  href={`/queue/${move.conversationId}`}
                  target="_blank"
                  dir="auto"
                  className="min-w-0 flex-1 truncate text-left text-ink hover:underline"
                >
                  {move.name}
                </Link>
                <span className="shrink-0 text-ink-muted text-xs tabular-nums">
                  <span className="sr-only">{rises ? 'up from ' : 'down from '}</span>
                  {ordinal(move.from)} <span aria-hidden>→</span>
                  <span className="sr-only"> to</span>{' '}
                  <span className="font-medium text-ink">{ordinal(move.to)}</span>
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {moved > moves.length && moves.length > 0 && (
        <p className="px-4 pt-1 text-ink-muted text-xs tabular-nums">
          and {counted(moved - moves.length, 'more', 'more')}
        </p>
      )}
    </div>
  );
}

/** "4 would move up, 1 down." Only the first moves are told one by one, so many are not told apart. */
function movesInWords(moved: number, up: number, told: number, would: string): string {
  if (moved === 0) return `nobody in the queue ${would}move${would ? '' : 's'}.`;
  if (moved > told) return `${counted(moved, 'conversation')} ${would}change places.`;
  const down = told - up;
  const verb = `${would}move${moved === 1 && would === '' ? 's' : ''}`;
  if (down === 0) return `${up} ${verb} up.`;
  if (up === 0) return `${down} ${verb} down.`;
  return `${up} ${would}move up, ${down} down.`;
}
