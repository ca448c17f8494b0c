import { Popover as Radix } from 'radix-ui';
import type { ComponentProps, RefObject } from 'react';
import { cn } from './class-names';
import { StandIn } from './trigger';

/** What a popover's trigger opens, beside the trigger or beside what `anchor` measures. */
export function PopoverSurface({
  open,
  onOpenChange,
  trigger,
  anchor,
  className,
  align = 'start',
  sideOffset = 6,
  ...rest
}: ComponentProps<typeof Radix.Content> & {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  trigger: RefObject<HTMLElement | null>;
  anchor?: ComponentProps<typeof Radix.Anchor>['virtualRef'];
}) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {anchor ? (
        <Radix.Anchor virtualRef={anchor} />
      ) : (
        <Radix.Trigger asChild>
          <StandIn of={trigger} />
        </Radix.Trigger>
      )}
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
    </Radix.Root>
  );
}
