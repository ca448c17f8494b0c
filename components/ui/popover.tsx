'use client';

import { Popover as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './class-names';

export const Popover = Radix.Root;
export const PopoverTrigger = Radix.Trigger;
export const PopoverAnchor = Radix.Anchor;

/** A floating surface beside its trigger; never taller than the space there is. */
export function PopoverContent({
  className,
  align = 'start',
  sideOffset = 6,
  ...rest
}: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        align={align}
        sideOffset={sideOffset}
        collisionPadding={8}
        {...rest}
        className={cn(
          'z-50 max-h-(--radix-popover-content-available-height) w-72 max-w-[calc(100vw-16px)] overflow-y-auto rounded-lg border border-line-strong bg-overlay p-3 text-ink shadow-overlay outline-none',
          'fade-in-0 zoom-in-98 data-[state=closed]:fade-out-0 data-[state=open]:animate-in data-[state=closed]:animate-out',
          className,
        )}
      />
    </Radix.Portal>
  );
}
