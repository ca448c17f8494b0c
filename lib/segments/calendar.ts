import { DAY_MS, type ParsedDate, parseDate } from '@/lib/attributes/dates';

/** Making a formatter costs a hundred times using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Whether this is the name of a time zone, such as `UTC` or `Europe/Brussels`. */
export function isTimeZone(name: string): boolean {
  // Some engines also take a bare offset for a zone, others do not.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * The calendar day, `YYYY-MM-DD`, on which an instant falls in a time zone; a day stays as it is.
 * Throws a RangeError for what is no date, or no time zone.
 */
export function dayOf(date: string, timeZone: string): string {
  const parsed = parseDate(date);
  if (!parsed) throw new RangeError(`Not a date: ${date}`);
  const midnight = new Date(dayNumberOf(parsed, timeZone) * DAY_MS).toISOString();
  return midnight.slice(0, midnight.indexOf('T'));
}

/** The calendar day of a date in a time zone, in days since 1970-01-01. Throws a RangeError for no time zone. */
export function dayNumberOf(date: ParsedDate, timeZone: string): number {
  if (date.kind === 'day') return date.dayNumber;
  if (timeZone === 'UTC') return Math.floor(date.atMs / DAY_MS);
  let year = 0;
  let month = 0;
  let day = 0;
  let beforeChrist = false;
  for (const part of formatter(timeZone).formatToParts(date.atMs)) {
    if (part.type === 'year') year = Number(part.value);
    else if (part.type === 'month') month = Number(part.value);
    else if (part.type === 'day') day = Number(part.value);
    else if (part.type === 'era') beforeChrist = part.value.startsWith('B');
  }
  // Not Date.UTC, which takes the years 0 to 99 for 1900 to 1999.
  return new Date(0).setUTCFullYear(beforeChrist ? 1 - year : year, month - 1, day) / DAY_MS;
}

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  formatters.set(timeZone, made);
  return made;
}
