const MAX_LENGTH = 120;
/** As much of a long name's end stays as tells what it is. */
const END_LENGTH = 12;

/** What a name must not hold: control characters, and marks that turn the direction of what follows. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * A file's name as it is shown and saved under: without folders, without what is not seen, at most
 * 120 characters. It is never a path on the desk's machine.
 */
export function attachmentName(given: string): string {
  const [last = ''] = given.split(/[/\\]/).slice(-1);
  const seen = last
    .replace(HIDDEN, ' ')
    .replace(/["<>:|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const letters = Array.from(seen);
  if (letters.length <= MAX_LENGTH) return seen || 'file';
  const start = letters.slice(0, MAX_LENGTH - END_LENGTH - 1).join('');
  return `${start}…${letters.slice(-END_LENGTH).join('')}`;
}
