import { Slot } from 'radix-ui';
import { type ComponentProps, type RefObject, useImperativeHandle } from 'react';

export type TriggerProps = ComponentProps<typeof Slot.Root> & {
  disabled?: boolean;
  /** Makes the only child the trigger. */
  asChild?: boolean;
};

/** The button of a floating surface, there before the surface's code is; `own` is set to it. */
export function Trigger({
  own,
  ref,
  asChild = false,
  disabled,
  children,
  ...rest
}: TriggerProps & { own: RefObject<HTMLElement | null> }) {
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => own.current, [own]);
  return (
    <Slot.Root {...rest} ref={own}>
      {asChild ? (
        children
      ) : (
        <button type="button" disabled={disabled}>
          {children}
        </button>
      )}
    </Slot.Root>
  );
}

/**
 * Stands where a surface looks for its trigger and shows nothing: the trigger stays the element
 * that it was, with its focus.
 */
export function StandIn({
  of,
  ref,
}: Pick<ComponentProps<typeof Slot.Root>, 'ref'> & { of: RefObject<HTMLElement | null> }) {
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => of.current, [of]);
  return null;
}
