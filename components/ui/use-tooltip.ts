import { type PointerEvent, useCallback, useEffect, useRef, useState } from 'react';

const OPEN_AFTER_MS = 350;
/** So soon after one has closed the next one opens at once. */
const NEXT_WITHIN_MS = 200;

/** Closes the one that is open: there is one at a time. */
let closeOpen: (() => void) | null = null;
let closedAtMs = 0;

/**
 * Whether a tooltip is open, and what its trigger has to tell: it opens a moment after the pointer
 * has come, at once with the focus, and closes when the trigger is pressed or left by the focus.
 * Where the pointer goes on to is for the tooltip to watch.
 */
export function useTooltip() {
  const [open, setOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const entered = useRef(false);
  const pressed = useRef(false);

  const close = useCallback(() => {
    clearTimeout(timer.current);
    if (closeOpen !== close) return;
    closeOpen = null;
    closedAtMs = Date.now();
    setOpen(false);
  }, []);
  const show = useCallback(() => {
    clearTimeout(timer.current);
    if (closeOpen === close) return;
    closeOpen?.();
    closeOpen = close;
    setOpen(true);
  }, [close]);
  useEffect(() => close, [close]);

  const hands = {
    onPointerMove({ pointerType }: PointerEvent) {
      if (pointerType === 'touch' || entered.current) return;
      entered.current = true;
      clearTimeout(timer.current);
      if (closeOpen || Date.now() - closedAtMs < NEXT_WITHIN_MS) show();
      else timer.current = setTimeout(show, OPEN_AFTER_MS);
    },
    onPointerLeave() {
      entered.current = false;
      clearTimeout(timer.current);
    },
    onPointerDown() {
      close();
      pressed.current = true;
      const lift = () => {
        pressed.current = false;
      };
      document.addEventListener('pointerup', lift, { once: true });
    },
    onFocus() {
      if (!pressed.current) show();
    },
    onBlur: close,
    onClick: close,
  };
  return { open, close, hands };
}
