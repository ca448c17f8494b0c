import type { ContactCount } from '@/lib/desk/wire';

const digits = (count: number) => count.toLocaleString('en');

/**
 * How far a count among all contacts has come, or where it ended; null before it tells anything.
 * A line, and a quieter one under it.
 */
export function countWords(count: ContactCount | null): { line: string; under: string } {
  if (count === null) return { line: 'Counting all contacts in the background…', under: '' };
  const { scanned, total, contacts, done } = count;
  return done
    ? {
        line: `Among all contacts: ${digits(contacts)}`,
        under: `of ${digits(total)}, counted in the background`,
      }
    : {
        line: 'Counting all contacts in the background:',
        under: `${digits(scanned)} of ${digits(total)} · ${digits(contacts)} match so far`,
      };
}
