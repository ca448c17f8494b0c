'use client';

import { fieldsOf } from '@/components/workspace/fields-of';
import { keptState } from './kept-state';

/** What is written and not sent yet: a reply and a note, each kept while the other is written. */
export type Draft = { mode: 'reply' | 'note'; reply: string; note: string };

/** A draft as it was stored; null if it is none. */
export function parseDraft(stored: unknown): Draft | null {
  const { mode, reply, note } = fieldsOf(stored);
  if (mode !== 'reply' && mode !== 'note') return null;
  if (typeof reply !== 'string' || typeof note !== 'string') return null;
  return { mode, reply, note };
}

/** The drafts by conversation, kept until the tab is closed. */
export const keptDrafts = keptState<Draft>({
  name: 'draft',
  storage: 'session',
  empty: { mode: 'reply', reply: '', note: '' },
  parse: parseDraft,
});
