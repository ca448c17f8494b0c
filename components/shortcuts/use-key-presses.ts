'use client';

import { useEffect } from 'react';
import { replyFocusIsDue } from '@/components/live/reply-focus';
import { shortcutsAreOn } from './kept-shortcuts';
import { isTakenKey, pressedKey } from './pressed-key';
import { pressKey } from './shortcut-runs';

/** Listens to the keys of the page for all shortcuts; once a page. */
export function useKeyPresses(): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      // Letters typed while a reply is on its way belong to it.
      if (event.defaultPrevented || !shortcutsAreOn() || replyFocusIsDue()) return;
      if (event.isComposing || isTakenKey(event)) return;
      const key = pressedKey(event);
      if (key === null) return;
      if (pressKey(key, { held: event.repeat, now: event.timeStamp })) event.preventDefault();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
