'use client';

import { Command } from 'cmdk';
import { Check, Search } from 'lucide-react';
import { useState } from 'react';
import { cn } from '@/components/ui/class-names';
import { listLineLook } from '@/components/ui/surface';
import { type CountedSegment, inOrder } from './chip-order';

/** So many are listed at once; typing finds the others. */
const MOST_LISTED = 100;

/** Segments with their counts, found by typing; choosing one again lets it go. */
export function SegmentChoices({
  segments,
  chosen,
  onToggle,
}: {
  segments: readonly CountedSegment[];
  chosen: readonly string[];
  onToggle: (segmentId: string) => void;
}) {
  const [typed, setTyped] = useState('');
  // What is chosen goes first in the bar, but not here, under the hand that chooses.
  const [order] = useState(() => segments.map(({ id }) => id));
  const words = typed.toLocaleLowerCase().split(/\s+/u);
  const found = inOrder(segments, order).filter(({ name }) => {
    const text = name.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
  return (
    <Command shouldFilter={false} label="Segments">
      <div className="flex items-center gap-2 border-line border-b px-3">
        <Search aria-hidden="true" className="size-3.5 shrink-0 text-ink-faint" />
        <Command.Input
          value={typed}
          onValueChange={setTyped}
          placeholder="Find a segment…"
          className="h-9 w-full bg-transparent text-sm outline-none pointer-coarse:h-11"
        />
      </div>
      <Command.List className="max-h-80 overflow-y-auto overscroll-contain p-1">
        <Command.Empty className="px-2 py-6 text-center text-ink-muted">
          No segment has that name
        </Command.Empty>
        {found.slice(0, MOST_LISTED).map(({ id, name, count, highPriority }) => {
          const pressed = chosen.includes(id);
          return (
            <Command.Item
              key={id}
              value={id}
              onSelect={() => onToggle(id)}
              className={cn(listLineLook, 'pointer-coarse:min-h-11')}
            >
              <span className="flex size-4 shrink-0 items-center justify-center">
                {pressed && <Check aria-hidden="true" />}
                {pressed && <span className="sr-only">chosen: </span>}
              </span>
              <bdi className={cn('min-w-0 flex-1 truncate', pressed && 'font-semibold')}>
                {name}
              </bdi>
              {highPriority && <span className="shrink-0 text-accent text-xs">high priority</span>}
              <span className="min-w-8 shrink-0 text-right text-ink-muted tabular-nums">
                {count.toLocaleString('en')}
              </span>
            </Command.Item>
          );
        })}
      </Command.List>
      {found.length > MOST_LISTED && (
        <p className="border-line border-t px-3 py-2 text-ink-muted text-xs">
          {(found.length - MOST_LISTED).toLocaleString('en')} more: type to find them
        </p>
      )}
    </Command>
  );
}
