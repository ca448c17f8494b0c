'use client';

import { useEffect } from 'react';
import { replyFocusIsDue } from '@/components/live/reply-focus';
import { shortcutsAreOn } from './kept-shortcuts';
import { isTakenKey, modalIsOpen, pressedKey } from './pressed-key';
import { isModKey, pressKey } from './shortcut-runs';

/** Listens to the keys of the page for all shortcuts; once a page. */
export function useKeyPresses(): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing) return;
      const key = pressedKey(event);
      if (key === null || (isModKey(key) ? modalIsOpen() : isText(event))) return;
      if (pressKey(key, { held: event.repeat, now: event.timeStamp })) event.preventDefault();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** Whether a key alone is no shortcut here. Letters typed while a reply is on its way belong to it. */
function isText(event: KeyboardEvent): boolean {
  return !shortcutsAreOn() || replyFocusIsDue() || isTakenKey(event);
}
