import type { DraftWire } from '@/lib/desk/wire';

/** What is written and not sent yet: a reply and a note, each kept while the other is written. */
export type Draft = Pick<DraftWire, 'mode' | 'reply' | 'note' | 'after'>;

export const NO_DRAFT: Draft = { mode: 'reply', reply: '', note: '', after: null };

export const MAX_TEXT_LENGTH = 20_000;

/** The draft with another text in its mode; `last` is the last message there is. */
export function withText(draft: Draft, text: string, last: string | null): Draft {
  if (draft.mode === 'note') return { ...draft, note: text };
  const after = draft.reply === '' ? last : draft.after;
  return { ...draft, reply: text, after: text === '' ? null : after };
}

export function isEmpty({ reply, note }: Draft): boolean {
  return reply === '' && note === '';
}

export function sameTexts(a: Draft, b: Draft): boolean {
  return a.reply === b.reply && a.note === b.note;
}

/** Whether both texts are short enough to be kept, and sent. */
export function fits({ reply, note }: Draft): boolean {
  return reply.length <= MAX_TEXT_LENGTH && note.length <= MAX_TEXT_LENGTH;
}

/** The text of the draft that is written now, or else the other one. */
export function textOf({ mode, reply, note }: Draft): string {
  return mode === 'note' ? note || reply : reply || note;
}
