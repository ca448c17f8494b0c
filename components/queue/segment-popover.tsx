'use client';

import { Search } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from '@/components/ui/class-names';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { chipLook } from './segment-chip';
import { SegmentChoices } from './segment-choices';

/** All segments behind a button, which says how many the lines hide. */
export function SegmentPopover({
  more,
  ...choices
}: ComponentProps<typeof SegmentChoices> & { more: number }) {
  return (
    <Popover>
      <PopoverTrigger
        data-more
        className={cn(
          chipLook,
          'min-w-6 justify-center border-line-strong px-1.5 text-ink-muted tabular-nums hover:bg-hover hover:text-ink data-[state=open]:bg-selected',
        )}
        aria-label={more > 0 ? `All segments, ${more} more` : 'All segments'}
      >
        {more > 0 ? `+${more}` : <Search aria-hidden="true" className="size-3" />}
      </PopoverTrigger>
      <PopoverContent align="end" className="w-72 overflow-hidden p-0">
        <SegmentChoices {...choices} />
      </PopoverContent>
    </Popover>
  );
}
