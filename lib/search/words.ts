import { fold } from '@/lib/segments/fold';

/** A word of a text as search compares it, and the characters of the text that it stands for. */
export type Word = {
  text: string;
  from: number;
  to: number;
  /** Of a script that puts no spaces between words: a run of many, in which any part may be sought. */
  unspaced: boolean;
};

const UNSPACED =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}ー';
const RUNS = new RegExp(
  `([${UNSPACED}][${UNSPACED}\\p{M}]*)|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`,
  'gu',
);
const PLAIN = /^[\t-~]*$/;
const PLAIN_RUNS = /[A-Za-z0-9]+/g;
/** Accents, and the points of Arabic and Hebrew; the vowel signs of other scripts are kept. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]+/g;
const NO_PART_OF_A_WORD = /[^\p{L}\p{N}\p{M}]+/gu;
/** Digits in groups, as telephone and order numbers are written. */
const GROUPED_DIGITS = /\d[\d ().\u00a0/-]{5,}\d/g;
const FEWEST_DIGITS = 7;
const MOST_DIGITS = 20;

/** The words of a text in their order: without case, accents or differences of Unicode composition. */
export function wordsOf(text: string): Word[] {
  if (PLAIN.test(text)) {
    return [...text.matchAll(PLAIN_RUNS)].map(({ 0: run, index }) => ({
      text: run.toLowerCase(),
      from: index,
      to: index + run.length,
      unspaced: false,
    }));
  }
  return [...text.matchAll(RUNS)].flatMap(({ 0: run, 1: unspaced, index }) => {
    const word = plainForm(run);
    if (word === '') return [];
    return [{ text: word, from: index, to: index + run.length, unspaced: unspaced !== undefined }];
  });
}

function plainForm(run: string): string {
  if (PLAIN.test(run)) return run.toLowerCase();
  // Some letters come apart into several words, which are taken for one.
  return fold(run.normalize('NFKD').replace(ACCENTS, '')).replace(NO_PART_OF_A_WORD, '');
}

/**
 * The words of a text, and those that nobody wrote but might look for: a number whose digits stand
 * in groups is also one, from each of its groups on.
 */
export function findableWords(text: string): Word[] {
  return [...wordsOf(text), ...joinedNumbers(text)];
}

function joinedNumbers(text: string): Word[] {
  return [...text.matchAll(GROUPED_DIGITS)].flatMap(({ 0: grouped, index }) => {
    const groups = [...grouped.matchAll(/\d+/g)];
    return groups.slice(0, -1).flatMap((group) => {
      const digits = grouped.slice(group.index).replace(/\D+/g, '');
      if (digits.length < FEWEST_DIGITS || digits.length > MOST_DIGITS) return [];
      const from = index + group.index;
      return [{ text: digits, from, to: index + grouped.length, unspaced: false }];
    });
  });
}

/** The characters that follow one another in an unspaced run, two by two; a single one by itself. */
export function pairsOf(run: string): string[] {
  const characters = [...run];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, place) => `${characters[place]}${character}`);
}
