import { type AskedWord, meets } from './asked-word';
import { findableWords, type Word } from './words';

/** A piece of plain text, and whether it is what was looked for. */
export type SnippetPart = { text: string; hit: boolean };

const LONGEST = 180;
const LEAD = 40;
const CUT = '…';

type Mark = { from: number; to: number };

/**
 * The part of a text that says most of what was asked, in pieces of plain text. Begins a little
 * before the first of them; what is left out shows as an ellipsis.
 */
export function snippetOf(text: string, asked: readonly AskedWord[]): SnippetPart[] {
  const marks = marksIn(text, asked);
  const { from, to } = windowOf(text, marks);
  const parts: SnippetPart[] = [];
  let at = from;
  for (const mark of marks) {
    if (mark.from < from || mark.to > to) continue;
    if (mark.from > at) parts.push({ text: text.slice(at, mark.from), hit: false });
    parts.push({ text: text.slice(mark.from, mark.to), hit: true });
    at = mark.to;
  }
  if (to > at) parts.push({ text: text.slice(at, to), hit: false });
  if (from > 0) parts.unshift({ text: CUT, hit: false });
  if (to < text.length) parts.push({ text: CUT, hit: false });
  return parts;
}

/** What is to be marked, in order, none touching another. */
function marksIn(text: string, asked: readonly AskedWord[]): Mark[] {
  const marks = findableWords(text)
    .flatMap((word) => asked.flatMap((one) => (meets(word, one) ? markOf(word, one) : [])))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const apart: Mark[] = [];
  for (const mark of marks) {
    const last = apart.at(-1);
    if (last && mark.from <= last.to) last.to = Math.max(last.to, mark.to);
    else apart.push(mark);
  }
  return apart;
}

/** The part of the word that was typed; all of it where the text is written otherwise. */
function markOf({ text, from, to }: Word, asked: AskedWord): Mark {
  if (text.length !== to - from) return { from, to };
  const start = from + text.indexOf(asked.text);
  return { from: start, to: start + asked.text.length };
}

function windowOf(text: string, marks: readonly Mark[]): Mark {
  if (text.length <= LONGEST) return { from: 0, to: text.length };
  let best = 0;
  let most = 0;
  for (const [place, { from }] of marks.entries()) {
    const near = marks.slice(place).findIndex((mark) => mark.to > from + LONGEST - LEAD);
    const held = near === -1 ? marks.length - place : near;
    if (held > most) {
      most = held;
      best = from;
    }
  }
  const from = wordStart(text, Math.max(0, Math.min(best - LEAD, text.length - LONGEST)), best);
  return { from, to: wordEnd(text, from, Math.min(text.length, from + LONGEST)) };
}

/** The beginning of a word from a place on, before another place. */
function wordStart(text: string, from: number, before: number): number {
  if (from === 0) return 0;
  const space = text.slice(from, before).search(/\s/);
  return space === -1 ? wholeCharacter(text, from) : from + space + 1;
}

/** The end of a word, at most at a place. */
function wordEnd(text: string, from: number, to: number): number {
  if (to === text.length) return to;
  const tail = text.slice(to - LEAD / 2, to + 1);
  const space = tail.lastIndexOf(' ');
  const end = space === -1 ? wholeCharacter(text, to) : to - LEAD / 2 + space;
  return Math.max(end, from);
}

/** The place itself, or the one after it in the middle of a character. */
function wholeCharacter(text: string, place: number): number {
  const code = text.charCodeAt(place);
  return code >= 0xdc00 && code <= 0xdfff ? place + 1 : place;
}
