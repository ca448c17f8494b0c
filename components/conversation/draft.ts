'use client';

import { z } from 'zod';
import { keptState } from './kept-state';

const draftSchema = z.object({
  mode: z.enum(['reply', 'note']),
  reply: z.string(),
  note: z.string(),
});

/** What is written and not sent yet: a reply and a note, each kept while the other is written. */
export type Draft = z.infer<typeof draftSchema>;

/** The drafts by conversation, kept until the tab is closed. */
export const keptDrafts = keptState<Draft>({
  name: 'draft',
  storage: 'session',
  empty: { mode: 'reply', reply: '', note: '' },
  schema: draftSchema,
});
