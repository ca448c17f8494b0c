'use client';

import { keptState } from '@/components/ui/kept-state';

const MOST = 16;

/** The emoji chosen lately in this browser, the last one first. */
export const keptEmoji = keptState<readonly string[]>({
  name: 'emoji',
  storage: 'local',
  empty: [],
  parse: (stored) =>
    Array.isArray(stored) && stored.every((one) => typeof one === 'string') ? stored : null,
});

/** With one more chosen. */
export function withChosen(lately: readonly string[], sign: string): readonly string[] {
  return [sign, ...lately.filter((other) => other !== sign)].slice(0, MOST);
}
