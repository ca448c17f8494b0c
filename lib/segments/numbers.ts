const NUMBER = /^-?\d+(\.\d+)?$/;

/** The number a text is, written in plain digits; null if it is none, or too large to be finite. */
export function parseNumber(text: string): number | null {
  if (!NUMBER.test(text)) return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}
