import type { PersonMark } from './wire';

/** A note calls at most so many colleagues. */
export const MAX_MENTIONS = 20;

/** A piece of a text; `people` are those whom it mentions, and none in what lies between. */
export type TextPart = { text: string; people: readonly PersonMark[] };

/** What may not stand beside a mention: `ada@Bo.example` mentions nobody, nor does `@Bob` a Bo. */
const PART_OF_A_WORD = /[\p{L}\p{N}\p{M}_]/u;

/**
 * The text in pieces, in order, none of them empty: where `@Name` of one of the people stands is a
 * piece of its own. Of two names that begin alike the longer one counts; of two people with one
 * name, both.
 */
export function partsOf(text: string, people: readonly PersonMark[]): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const mentioned = at < from ? [] : mentionedAt(text, at, people);
    const [first] = mentioned;
    if (!first) continue;
    if (at > from) parts.push({ text: text.slice(from, at), people: [] });
    from = at + 1 + first.name.length;
    parts.push({ text: text.slice(at, from), people: mentioned });
  }
  if (from < text.length) parts.push({ text: text.slice(from), people: [] });
  return parts;
}

/** Those of the people whose `@Name` stands in the text, each once, in their order. */
export function mentionedIn(text: string, people: readonly PersonMark[]): PersonMark[] {
  if (!text.includes('@')) return [];
  const found = new Set(partsOf(text, people).flatMap((part) => part.people));
  return people.filter((person) => found.has(person));
}

/** Whom the `@` at this place mentions: those with the longest name that stands there. */
function mentionedAt(text: string, at: number, people: readonly PersonMark[]): PersonMark[] {
  if (PART_OF_A_WORD.test(characterBefore(text, at))) return [];
  const here = people.filter(
    ({ name }) =>
      text.startsWith(name, at + 1) &&
      !PART_OF_A_WORD.test(characterAt(text, at + 1 + name.length)),
  );
  const longest = Math.max(...here.map(({ name }) => name.length));
  return here.filter(({ name }) => name.length === longest);
}

function characterBefore(text: string, at: number): string {
  return Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? '';
}

function characterAt(text: string, at: number): string {
  return Array.from(text.slice(at, at + 2))[0] ?? '';
}
