'use client';

import {
  type ComponentProps,
  createContext,
  type ReactNode,
  type RefObject,
  use,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { late, useLate } from './late';
import type * as Surface from './popover-surface';
import { Trigger, type TriggerProps } from './trigger';

const lateSurface = late(() => import('./popover-surface'));

type PopoverContext = {
  open: boolean;
  setOpen: (open: boolean) => void;
  trigger: RefObject<HTMLElement | null>;
  contentId: string;
  /** Null until it was opened and its code is here. */
  surface: typeof Surface | null;
};

const Context = createContext<PopoverContext | null>(null);

function usePopover(): PopoverContext {
  const popover = use(Context);
  if (popover === null) throw new Error('This needs a Popover around it.');
  return popover;
}

/**
 * A trigger and what it opens, whose code comes when the page is idle or it is wanted. Whether it
 * is open is for `open` to say, or left to the trigger.
 */
export function Popover({
  open: openGiven,
  onOpenChange,
  children,
}: {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
}) {
  const [openOwn, setOpenOwn] = useState(false);
  const open = openGiven ?? openOwn;
  const setOpen = onOpenChange ?? setOpenOwn;
  const trigger = useRef<HTMLElement>(null);
  const contentId = useId();
  const surface = useLate(lateSurface, open);
  const popover = useMemo(
    () => ({ open, setOpen, trigger, contentId, surface }),
    [open, setOpen, contentId, surface],
  );
  return <Context value={popover}>{children}</Context>;
}

export function PopoverTrigger({ onClick, ...rest }: TriggerProps) {
  const { open, setOpen, trigger, contentId } = usePopover();
  return (
    <Trigger
      aria-haspopup="dialog"
      aria-expanded={open}
      aria-controls={open ? contentId : undefined}
      data-state={open ? 'open' : 'closed'}
      {...rest}
      own={trigger}
      onClick={(event) => {
        onClick?.(event);
        if (!event.defaultPrevented) setOpen(!open);
      }}
    />
  );
}

/**
 * A floating surface beside its trigger, or beside what `anchor` measures; never taller than the
 * space there is. What has code of its own to come is rendered once that is here: the focus goes in
 * as the surface comes.
 */
export function PopoverContent(
  props: Omit<ComponentProps<typeof Surface.PopoverSurface>, 'open' | 'onOpenChange' | 'trigger'>,
) {
  const { open, setOpen, trigger, contentId, surface } = usePopover();
  if (surface === null) return null;
  return (
    <surface.PopoverSurface
      id={contentId}
      {...props}
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
    />
  );
}
