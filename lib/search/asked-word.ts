import { type Word, wordsOf } from './words';

/** A word that is looked for: all of a word, the beginning of one, or a part of an unspaced run. */
export type AskedWord = { text: string; how: 'whole' | 'begins' | 'within' };

/**
 * What a person looks for who types this. It is text and nothing but text: no sign in it has a
 * meaning. The last word may still be growing, so that it stands for all that begin with it.
 */
export function askedWords(query: string): AskedWord[] {
  const asked = new Map<string, AskedWord>();
  for (const { text, to, unspaced } of wordsOf(query)) {
    const how = unspaced ? 'within' : to === query.length ? 'begins' : 'whole';
    asked.set(`${how} ${text}`, { text, how });
  }
  return [...asked.values()];
}

/** Whether the word is what is looked for. */
export function meets(word: Word, { text, how }: AskedWord): boolean {
  if (how === 'within') return word.unspaced && word.text.includes(text);
  return how === 'whole' ? word.text === text : word.text.startsWith(text);
}
