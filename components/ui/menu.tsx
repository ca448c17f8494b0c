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
import type * as Surface from './menu-surface';
import { Trigger, type TriggerProps } from './trigger';

const lateSurface = late(() => import('./menu-surface'));

/** What has opened a menu, null while it is closed, and how to open and close it. */
export type MenuState = [
  openedBy: 'pointer' | 'keyboard' | null,
  setOpenedBy: (openedBy: MenuState[0]) => void,
];

type MenuContext = {
  openedBy: MenuState[0];
  setOpenedBy: MenuState[1];
  trigger: RefObject<HTMLElement | null>;
  triggerId: string;
  contentId: string;
};

const Context = createContext<MenuContext | null>(null);
const Lines = createContext<typeof Surface | null>(null);

function useMenu(): MenuContext {
  const menu = use(Context);
  if (menu === null) throw new Error('This needs a Menu around it.');
  return menu;
}

function useLines(): typeof Surface {
  const lines = use(Lines);
  if (lines === null) throw new Error('This needs a MenuContent around it.');
  return lines;
}

/**
 * A trigger and the lines it opens, whose code comes when the page is idle or they are wanted. With
 * a state of its owner's it can be opened from elsewhere, too.
 */
export function Menu({ state, children }: { state?: MenuState; children: ReactNode }) {
  const own = useState<MenuState[0]>(null);
  const [openedBy, setOpenedBy] = state ?? own;
  const trigger = useRef<HTMLElement>(null);
  const triggerId = useId();
  const contentId = useId();
  const menu = useMemo(
    () => ({ openedBy, setOpenedBy, trigger, triggerId, contentId }),
    [openedBy, setOpenedBy, triggerId, contentId],
  );
  return <Context value={menu}>{children}</Context>;
}

export function MenuTrigger({ onPointerDown, onKeyDown, ...rest }: TriggerProps) {
  const { openedBy, setOpenedBy, trigger, triggerId, contentId } = useMenu();
  const open = openedBy !== null;
  return (
    <Trigger
      id={triggerId}
      aria-haspopup="menu"
      aria-expanded={open}
      aria-controls={open ? contentId : undefined}
      data-state={open ? 'open' : 'closed'}
      {...rest}
      own={trigger}
      onPointerDown={(event) => {
        onPointerDown?.(event);
        if (event.defaultPrevented || rest.disabled || event.button !== 0 || event.ctrlKey) return;
        // The focus is for the menu to have.
        if (!open) event.preventDefault();
        setOpenedBy(open ? null : 'pointer');
      }}
      onKeyDown={(event) => {
        onKeyDown?.(event);
        if (event.defaultPrevented || rest.disabled) return;
        const toggles = event.key === 'Enter' || event.key === ' ';
        if (!toggles && event.key !== 'ArrowDown') return;
        event.preventDefault();
        setOpenedBy(open && toggles ? null : 'keyboard');
      }}
    />
  );
}

export function MenuContent(
  props: Omit<
    ComponentProps<typeof Surface.MenuSurface>,
    'open' | 'onClose' | 'byKeyboard' | 'trigger'
  >,
) {
  const { openedBy, setOpenedBy, trigger, triggerId, contentId } = useMenu();
  const open = openedBy !== null;
  const surface = useLate(lateSurface, open);
  if (surface === null) return null;
  return (
    <Lines value={surface}>
      <surface.MenuSurface
        id={contentId}
        aria-labelledby={triggerId}
        {...props}
        open={open}
        onClose={() => setOpenedBy(null)}
        byKeyboard={openedBy === 'keyboard'}
        trigger={trigger}
      />
    </Lines>
  );
}

/** A line of a menu; do the work in onSelect. */
export function MenuItem(props: ComponentProps<typeof Surface.MenuItem>) {
  const { MenuItem: Line } = useLines();
  return <Line {...props} />;
}

/** Lines of which one is chosen. */
export function MenuChoices(props: ComponentProps<typeof Surface.MenuChoices>) {
  const { MenuChoices: Choices } = useLines();
  return <Choices {...props} />;
}

/** One of several lines of which one is chosen; inside MenuChoices. */
export function MenuChoice(props: ComponentProps<typeof Surface.MenuChoice>) {
  const { MenuChoice: Line } = useLines();
  return <Line {...props} />;
}

export function MenuLabel(props: ComponentProps<typeof Surface.MenuLabel>) {
  const { MenuLabel: Line } = useLines();
  return <Line {...props} />;
}

export function MenuSeparator(props: ComponentProps<typeof Surface.MenuSeparator>) {
  const { MenuSeparator: Line } = useLines();
  return <Line {...props} />;
}
