'use client';

import { keptState } from '@/components/ui/kept-state';
import { fieldsOf } from '@/components/workspace/fields-of';

/** What is written and not sent yet: a reply and a note, each kept while the other is written. */
export type Draft = {
  mode: 'reply' | 'note';
  reply: string;
  note: string;
  /** The last message there was when the reply was begun; null while there is none. */
  after: string | null;
};

/** A draft as it was stored; null if it is none. */
export function parseDraft(stored: unknown): Draft | null {
  const { mode, reply, note, after = null } = fieldsOf(stored);
  if (mode !== 'reply' && mode !== 'note') return null;
  if (typeof reply !== 'string' || typeof note !== 'string') return null;
  if (after !== null && typeof after !== 'string') return null;
  return { mode, reply, note, after };
}

/** The draft with another text in its mode; `last` is the last message there is. */
export function withText(draft: Draft, text: string, last: string | null): Draft {
  if (draft.mode === 'note') return { ...draft, note: text };
  const after = draft.reply === '' ? last : draft.after;
  return { ...draft, reply: text, after: text === '' ? null : after };
}

/** The drafts by conversation, kept until the tab is closed. */
export const keptDrafts = keptState<Draft>({
  name: 'draft',
  storage: 'session',
  empty: { mode: 'reply', reply: '', note: '', after: null },
  parse: parseDraft,
});
