'use client';

import { useEffect } from 'react';

/** Whether a key press is somebody's text, or meant for what has the focus. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role=dialog], [role=menu], [role=listbox]') !== null
  );
}

/** Keys that work wherever the focus is: m takes the next one, j and k go into the list. */
export function useQueueKeys({ onTake, onEnter }: { onTake?: () => void; onEnter?: () => void }) {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (isTaken(event)) return;
      const inList = event.target instanceof HTMLElement && event.target.closest('[data-place]');
      if (event.key === 'm' && onTake && !event.repeat) {
        event.preventDefault();
        onTake();
      } else if ((event.key === 'j' || event.key === 'k') && onEnter && !inList) {
        event.preventDefault();
        onEnter();
      }
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [onTake, onEnter]);
}
