'use client';

import { keptState, useKept } from '@/components/ui/kept-state';

/** Whether keys without Ctrl or Cmd do anything, as this browser remembers it. */
const keptShortcuts = keptState<{ on: boolean }>({
  name: 'shortcuts',
  storage: 'local',
  empty: { on: true },
  parse(stored) {
    if (typeof stored !== 'object' || stored === null || !('on' in stored)) return null;
    return typeof stored.on === 'boolean' ? { on: stored.on } : null;
  },
});

const ID = 'all';

export function shortcutsAreOn(): boolean {
  return keptShortcuts.read(ID).on;
}

/** Whether shortcuts are on for this person, and a way to say so. */
export function useShortcutsOn(): [boolean, (on: boolean) => void] {
  const [{ on }, change] = useKept(keptShortcuts, ID);
  return [on, (next) => change(() => ({ on: next }))];
}
