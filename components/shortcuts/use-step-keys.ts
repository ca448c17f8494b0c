'use client';

import { useShortcut } from './use-shortcut';

/** The keys that go down and up the list of a screen, one row at a time. */
export function useStepKeys(step: (by: 1 | -1) => void, enabled = true): void {
  useShortcut('next-row', () => step(1), enabled);
  useShortcut('previous-row', () => step(-1), enabled);
}
