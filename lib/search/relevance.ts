import { type AskedWord, meets } from './asked-word';
import type { Word } from './words';

/** How soon saying a word again adds little, and how much a long text is held against it, as in BM25. */
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;
const USUAL_WORDS = 30;
const ONLY_BEGINS = 0.6;
const SIDE_BY_SIDE = 1.5;
/** So much older, and a text must be twice as relevant. */
const HALF_LIFE_MS = 30 * 24 * 3_600_000;

/**
 * How well a text answers what is asked, above 0; null unless every word asked for is in it. It is
 * BM25 without the rarity of words, which decides nothing where all of them are met: a word said
 * often counts more, in a short text more than in a long one, a whole word more than the beginning
 * of one, and words that stand side by side as asked more than the same apart.
 */
export function relevanceOf(words: readonly Word[], asked: readonly AskedWord[]): number | null {
  const length = 1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * words.length) / USUAL_WORDS;
  let sum = 0;
  for (const one of asked) {
    let often = 0;
    for (const word of words) {
      if (meets(word, one)) often += word.text.length === one.text.length ? 1 : ONLY_BEGINS;
    }
    if (often === 0) return null;
    sum += (often * (SATURATION + 1)) / (often + SATURATION * length);
  }
  return areSideBySide(words, asked) ? sum * SIDE_BY_SIDE : sum;
}

function areSideBySide(words: readonly Word[], asked: readonly AskedWord[]): boolean {
  if (asked.length < 2) return false;
  return words.some((_, start) =>
    asked.every((one, place) => {
      const word = words[start + place];
      return word !== undefined && meets(word, one);
    }),
  );
}

/** Where a hit stands among others: relevance and recency in one, the same whenever it is asked. */
export function rankOf(relevance: number, atMs: number): number {
  return Math.log2(relevance) + atMs / HALF_LIFE_MS;
}
