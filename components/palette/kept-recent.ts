'use client';

import { keptState } from '@/components/ui/kept-state';
import type { Choice } from './palette-choices';

const MOST = 5;

/** The ids of what was chosen last, the newest first, as this browser remembers it. */
export const keptRecent = keptState<readonly string[]>({
  name: 'palette',
  storage: 'local',
  empty: [],
  parse(stored) {
    if (!Array.isArray(stored)) return null;
    const ids = stored.filter((id) => typeof id === 'string');
    return ids.length === stored.length ? ids.slice(0, MOST) : null;
  },
});

/** With one more that was chosen. */
export function chosenLately(before: readonly string[], id: string): readonly string[] {
  return [id, ...before.filter((other) => other !== id)].slice(0, MOST);
}

/** Those of them that can be chosen now, in their order. */
export function recentOf(choices: readonly Choice[], ids: readonly string[]): Choice[] {
  const byId = new Map(choices.map((choice) => [choice.id, choice]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
