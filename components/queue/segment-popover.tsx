'use client';

import { Command } from 'cmdk';
import { Check, Search } from 'lucide-react';
import { cn } from '@/components/ui/class-names';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { listLineLook } from '@/components/ui/surface';
import type { CountedSegment } from './chip-order';

function matches(_value: string, typed: string, keywords: string[] = []): number {
  const text = keywords.join(' ').toLocaleLowerCase();
  return typed
    .toLocaleLowerCase()
    .split(/\s+/u)
    .every((word) => text.includes(word))
    ? 1
    : 0;
}

/** All segments with their counts, found by typing; the button says how many the line hides. */
export function SegmentPopover({
  segments,
  chosen,
  more,
  onToggle,
}: {
  segments: readonly CountedSegment[];
  chosen: readonly string[];
  more: number;
  onToggle: (segmentId: string) => void;
}) {
  return (
    <Popover>
      <PopoverTrigger
        className="flex h-7 min-w-7 shrink-0 items-center justify-center rounded-full border border-line-strong px-1.5 font-medium text-ink-muted text-xs tabular-nums transition-colors hover:bg-hover hover:text-ink focus-visible:-outline-offset-1 data-[state=open]:bg-selected"
        aria-label={more > 0 ? `All segments, ${more} more` : 'All segments'}
      >
        {more > 0 ? `+${more}` : <Search aria-hidden="true" className="size-3.5" />}
      </PopoverTrigger>
      <PopoverContent align="end" className="w-72 overflow-hidden p-0">
        <Command filter={matches} label="Segments">
          <div className="flex items-center gap-2 border-line border-b px-3">
            <Search aria-hidden="true" className="size-3.5 shrink-0 text-ink-faint" />
            <Command.Input
              placeholder="Find a segment…"
              className="h-9 w-full bg-transparent text-sm outline-none"
            />
          </div>
          <Command.List className="max-h-80 overflow-y-auto overscroll-contain p-1">
            <Command.Empty className="px-2 py-6 text-center text-ink-muted">
              No segment has that name
            </Command.Empty>
            {segments.map(({ id, name, count, highPriority }) => {
              const pressed = chosen.includes(id);
              return (
                <Command.Item
                  key={id}
                  value={id}
                  keywords={[name]}
                  onSelect={() => onToggle(id)}
                  className={listLineLook}
                >
                  <span className="flex size-4 shrink-0 items-center justify-center">
                    {pressed && <Check aria-hidden="true" />}
                    {pressed && <span className="sr-only">chosen: </span>}
                  </span>
                  <bdi className={cn('min-w-0 flex-1 truncate', pressed && 'font-semibold')}>
                    {name}
                  </bdi>
                  {highPriority && (
                    <span className="shrink-0 text-accent text-xs">high priority</span>
                  )}
                  <span className="min-w-8 shrink-0 text-right text-ink-muted tabular-nums">
                    {count.toLocaleString('en')}
                  </span>
                </Command.Item>
              );
            })}
          </Command.List>
        </Command>
      </PopoverContent>
    </Popover>
  );
}
