import { useRef } from 'react';

/**
 * Handlers for a modal surface: when it closes, the focus goes back to what had it, and if that was
 * a line of a menu, which is gone by then, to the menu's button.
 */
export function useFocusReturn() {
  const from = useRef<Element | null>(null);
  return {
    onOpenAutoFocus() {
      const active = document.activeElement;
      const menuButton = active?.closest('[role=menu]')?.getAttribute('aria-labelledby');
      from.current = menuButton ? document.getElementById(menuButton) : active;
    },
    onCloseAutoFocus(event: Event) {
      if (!(from.current instanceof HTMLElement) || !from.current.isConnected) return;
      event.preventDefault();
      from.current.focus();
    },
  };
}
