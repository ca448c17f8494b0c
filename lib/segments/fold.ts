const PLAIN = /^[ -~]*$/;

/**
 * Text as conditions compare it: without case, surrounding white space or differences of Unicode
 * composition. JavaScript has no case fold of its own: upper case first joins `ß` with `ss` (the
 * capital `ẞ` is its own upper case and has to become `ß` before), and the final sigma is the one
 * letter whose lower case depends on its neighbours.
 */
export function fold(text: string): string {
  // Most text is plain ASCII, where all but white space and case is as it should be.
  if (PLAIN.test(text)) return text.trim().toLowerCase();
  return text
    .normalize('NFC')
    .trim()
    .replaceAll('ẞ', 'ß')
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .normalize('NFC');
}
