/** Whether every store can keep the text: UTF-8 has no lone surrogates, and some have no NUL. */
export function isKeepable(text: string): boolean {
  return !/\p{Surrogate}|\0/u.test(text);
}

/** What is said of text that cannot be kept. */
export const NOT_KEEPABLE = 'This has a NUL character, or half of one that takes two.';

/** The text with � in the place of what cannot be kept. */
export function keepableText(text: string): string {
  return text.replace(/\p{Surrogate}|\0/gu, '\uFFFD');
}
