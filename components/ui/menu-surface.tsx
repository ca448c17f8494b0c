import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import {
  type ComponentProps,
  type FocusEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
} from 'react';
import { cn } from './class-names';
import { listLineLook, listLook } from './surface';
import { StandIn } from './trigger';

const FIRST_LINE = '[role^=menuitem]:not([data-disabled])';

/** What a menu's trigger opens; its first line gets the focus if the keyboard has opened it. */
export function MenuSurface({
  open,
  onClose,
  byKeyboard,
  trigger,
  className,
  sideOffset = 6,
  align = 'end',
  ...rest
}: ComponentProps<typeof Radix.Content> & {
  open: boolean;
  onClose: () => void;
  byKeyboard: boolean;
  trigger: RefObject<HTMLElement | null>;
}) {
  const enters = useRef(false);
  useLayoutEffect(() => {
    enters.current = byKeyboard;
  }, [byKeyboard]);
  const toFirstLine = (event: FocusEvent<HTMLElement>) => {
    if (!enters.current || event.target !== event.currentTarget) return;
    enters.current = false;
    event.currentTarget.querySelector<HTMLElement>(FIRST_LINE)?.focus({ preventScroll: true });
  };
  return (
    <Radix.Root open={open} onOpenChange={(next) => next || onClose()}>
      <Radix.Trigger asChild>
        <StandIn of={trigger} />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          sideOffset={sideOffset}
          align={align}
          collisionPadding={8}
          onFocus={toFirstLine}
          {...rest}
          className={cn(
            listLook,
            'max-h-(--radix-dropdown-menu-content-available-height) min-w-44 max-w-80',
            className,
          )}
        />
      </Radix.Portal>
    </Radix.Root>
  );
}

export const MenuChoices = Radix.RadioGroup;

export function MenuItem({
  className,
  danger = false,
  ...rest
}: ComponentProps<typeof Radix.Item> & { danger?: boolean }) {
  return <Radix.Item {...rest} className={cn(listLineLook, danger && 'text-danger', className)} />;
}

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
