import { Tooltip as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode, RefObject } from 'react';
import { StandIn } from './trigger';

/** What a Tooltip shows beside its trigger. */
export function TooltipBubble({
  open,
  onClose,
  trigger,
  label,
  ...rest
}: Pick<ComponentProps<typeof Radix.Content>, 'id' | 'side'> & {
  open: boolean;
  onClose: () => void;
  trigger: RefObject<HTMLElement | null>;
  label: ReactNode;
}) {
  return (
    <Radix.Provider>
      <Radix.Root open={open} onOpenChange={(next) => next || onClose()}>
        <Radix.Trigger asChild>
          <StandIn of={trigger} />
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            {...rest}
            sideOffset={6}
            collisionPadding={8}
            className="fade-in-0 data-[state=closed]:fade-out-0 z-50 flex max-w-72 animate-in items-center gap-1.5 rounded-md bg-solid px-2 py-1 font-medium text-on-solid text-xs data-[state=closed]:animate-out"
          >
            {label}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
