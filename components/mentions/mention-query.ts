import type { PersonMark } from '@/lib/desk/wire';

/** A mention that is being written: where its `@` stands, and what was typed after it. */
export type MentionQuery = { at: number; typed: string };

/** No name that is worth offering is longer to find. */
const LONGEST_TYPED = 80;
const MOST_OFFERS = 6;

/** The mention that the caret is in or behind, on its line; null where none is being written. */
export function mentionQuery(text: string, caret: number): MentionQuery | null {
  const before = text.slice(Math.max(0, caret - LONGEST_TYPED - 1), caret);
  const [found, typed] = /(?<![\p{L}\p{N}\p{M}_])@([^\s@][^\n@]*|)$/u.exec(before) ?? [];
  if (found === undefined || typed === undefined) return null;
  return { at: caret - found.length, typed };
}

/**
 * Whom to offer for what was typed, at most six, those whose name begins with it first: each word
 * begins a word of the name. Behind a whole name only a longer one is offered: the text goes on.
 */
export function offersFor(people: readonly PersonMark[], typed: string): PersonMark[] {
  const asked = folded(typed);
  const words = asked.split(/\s+/u).filter((word) => word !== '');
  const isWhole = people.some(({ name }) => asked.startsWith(`${folded(name)} `));
  const rest = isWhole ? [] : people.filter((person) => begins(person, words));
  const first = people.filter(({ name }) => folded(name).startsWith(asked));
  return [...new Set([...first, ...rest])].slice(0, MOST_OFFERS);
}

function begins({ name }: PersonMark, words: readonly string[]): boolean {
  const parts = folded(name).split(/\s+/u);
  return words.every((word) => parts.some((part) => part.startsWith(word)));
}

/** Without capitals and accents: `lea` finds Léa. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
