import type { Scalar } from '@/lib/attributes/attribute';
import { type ParsedDate, parseDate } from '@/lib/attributes/dates';

/** No date, of whatever form, is written longer. */
const LONGEST_DATE = 40;
/** Reading costs ten times a look-up, and the same values are tested by many conditions. */
const readDates = new Map<string, ParsedDate | null>();
const MAX_READ_DATES = 8_192;

/** The date a value is, white space around it aside; null if it is none. */
export function dateIn(value: Scalar): ParsedDate | null {
  if (typeof value !== 'string') return null;
  const known = readDates.get(value);
  if (known !== undefined) return known;
  const text = value.trim();
  if (text.length > LONGEST_DATE) return null;
  if (readDates.size >= MAX_READ_DATES) readDates.clear();
  const date = parseDate(text);
  // The value may have white space without end around its date.
  if (value.length <= LONGEST_DATE) readDates.set(value, date);
  return date;
}
