'use client';

import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './class-names';
import { listLineLook, listLook } from './surface';

export const Menu = Radix.Root;
export const MenuTrigger = Radix.Trigger;
export const MenuChoices = Radix.RadioGroup;

export function MenuContent({
  className,
  sideOffset = 6,
  align = 'end',
  ...rest
}: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        sideOffset={sideOffset}
        align={align}
        collisionPadding={8}
        {...rest}
        className={cn(
          listLook,
          'max-h-(--radix-dropdown-menu-content-available-height) min-w-44 max-w-80',
          className,
        )}
      />
    </Radix.Portal>
  );
}

/** A line of a menu; do the work in onSelect. */
export function MenuItem({
  className,
  danger = false,
  ...rest
}: ComponentProps<typeof Radix.Item> & { danger?: boolean }) {
  return <Radix.Item {...rest} className={cn(listLineLook, danger && 'text-danger', className)} />;
}

/** One of several lines of which one is chosen; inside MenuChoices. */
export function MenuChoice({
  className,
  children,
  ...rest
}: ComponentProps<typeof Radix.RadioItem>) {
  return (
    <Radix.RadioItem {...rest} className={cn(listLineLook, 'pr-8', className)}>
      {children}
      <Radix.ItemIndicator className="absolute right-2 flex">
        <Check aria-hidden="true" />
      </Radix.ItemIndicator>
    </Radix.RadioItem>
  );
}

export function MenuLabel({ className, ...rest }: ComponentProps<typeof Radix.Label>) {
  return (
    <Radix.Label
      {...rest}
      className={cn('px-2 pt-1.5 pb-1 font-medium text-ink-faint text-xs', className)}
    />
  );
}

export function MenuSeparator({ className, ...rest }: ComponentProps<typeof Radix.Separator>) {
  return <Radix.Separator {...rest} className={cn('-mx-1 my-1 h-px bg-line', className)} />;
}
