'use client';

import { Search } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { cn } from '@/components/ui/class-names';
import { late, useLate } from '@/components/ui/late';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { chipLook } from './segment-chip';
import type * as Choices from './segment-choices';

const lateChoices = late(() => import('./segment-choices'));

/** All segments behind a button, which says how many the lines hide. */
export function SegmentPopover({
  more,
  ...choices
}: ComponentProps<typeof Choices.SegmentChoices> & { more: number }) {
  const [open, setOpen] = useState(false);
  const loaded = useLate(lateChoices, open);
  return (
    <Popover open={open} onOpenChange={setOpen}>
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
      {loaded && (
        <PopoverContent align="end" className="w-72 overflow-hidden p-0">
          <loaded.SegmentChoices {...choices} />
        </PopoverContent>
      )}
    </Popover>
  );
}
