'use client';

import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import type { QueueAddress, SetAddress } from '@/components/live/use-queue-address';
import { useAriaKeys } from '@/components/shortcuts/key-caps';
import { useShortcut } from '@/components/shortcuts/use-shortcut';
import { Button } from '@/components/ui/button';
import { late, useLate } from '@/components/ui/late';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';

const lateFields = late(() => import('./filter-fields'));

/** Owner, channel, status and order. */
export function FilterPopover({
  address,
  setAddress,
  active,
}: {
  address: QueueAddress;
  setAddress: SetAddress;
  /** How many of these are set. */
  active: number;
}) {
  const [open, setOpen] = useState(false);
  const fields = useLate(lateFields, open);
  const ariaKeys = useAriaKeys('filter');
  useShortcut('filter', () => setOpen(true));
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button
          variant="ghost"
          size="icon"
          className="relative size-6 pointer-coarse:size-8 pointer-coarse:after:absolute pointer-coarse:after:-inset-1.5"
          aria-keyshortcuts={ariaKeys}
          aria-label={active > 0 ? `Filters, ${active} set` : 'Filters'}
        >
          <SlidersHorizontal aria-hidden="true" />
          {active > 0 && (
            <span
              aria-hidden="true"
              className="absolute -top-0.5 -right-0.5 flex h-3.5 min-w-3.5 items-center justify-center rounded-full bg-solid px-1 font-semibold text-[0.5625rem] text-on-solid tabular-nums"
            >
              {active}
            </span>
          )}
        </Button>
      </PopoverTrigger>
      {fields && (
        <PopoverContent align="end" className="flex w-72 flex-col gap-3.5 p-4">
          <fields.FilterFields address={address} setAddress={setAddress} />
        </PopoverContent>
      )}
    </Popover>
  );
}
