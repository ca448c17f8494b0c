'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './class-names';
import { scrimLook, sheetLook } from './surface';
import { useFocusReturn } from './use-focus-return';

export const Dialog = Radix.Root;

const WIDTH = { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-2xl' } as const;

/** A modal surface in the middle; scrolls inside itself when it is taller than the screen. */
export function DialogContent({
  className,
  children,
  size = 'md',
  ...rest
}: ComponentProps<typeof Radix.Content> & { size?: keyof typeof WIDTH }) {
  const focusReturn = useFocusReturn();
  return (
    <Radix.Portal>
      <Radix.Overlay className={scrimLook} />
      <Radix.Content
        data-modal=""
        {...focusReturn}
        {...rest}
        className={cn(sheetLook, WIDTH[size], className)}
      >
        {children}
        <Radix.Close
          aria-label="Close"
          className="absolute top-3.5 right-3.5 inline-flex size-7 items-center justify-center rounded-md text-ink-faint transition-colors hover:bg-selected hover:text-ink"
        >
          <X aria-hidden="true" className="size-4" />
        </Radix.Close>
      </Radix.Content>
    </Radix.Portal>
  );
}

export function DialogTitle({ className, ...rest }: ComponentProps<typeof Radix.Title>) {
  return (
    <Radix.Title
      {...rest}
      className={cn('pr-8 font-semibold text-lg leading-6 tracking-[-0.01em]', className)}
    />
  );
}

export function DialogDescription({
  className,
  ...rest
}: ComponentProps<typeof Radix.Description>) {
  return <Radix.Description {...rest} className={cn('mt-1 text-ink-muted', className)} />;
}

/** The row of buttons at the foot; the last one is the one that does it. */
export function DialogFooter({ className, ...rest }: ComponentProps<'div'>) {
  return (
    <div
      {...rest}
      className={cn('mt-5 flex flex-wrap items-center justify-end gap-2', className)}
    />
  );
}
