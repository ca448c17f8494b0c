'use client';

import { keptState } from '@/components/ui/kept-state';

/** The labels of gaps that canned replies have left in a conversation's drafts, until the tab is closed. */
export const keptGaps = keptState<string[]>({
  name: 'gaps',
  storage: 'session',
  empty: [],
  parse: (stored) =>
    Array.isArray(stored) ? stored.filter((label) => typeof label === 'string') : null,
});
