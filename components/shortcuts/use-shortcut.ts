'use client';

import { useEffect, useEffectEvent } from 'react';
import type { ShortcutId } from './shortcut-list';
import { offerShortcut } from './shortcut-runs';

/** Runs while the shortcut is pressed or chosen, for as long as the component is there and `enabled`. */
export function useShortcut(id: ShortcutId, run: () => void, enabled = true): void {
  const latest = useEffectEvent(run);
  useEffect(() => {
    if (!enabled) return;
    return offerShortcut(id, () => latest());
  }, [id, enabled]);
}
