/** A date as it was written: a calendar day, or an instant. */
export type ParsedDate =
  | { kind: 'day' /** Days since 1970-01-01. */; dayNumber: number }
  | { kind: 'instant' /** Milliseconds since the epoch. */; atMs: number };

export const DAY_MS = 86_400_000;

const DATE =
  /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2}))?$/;

/**
 * Reads a calendar day (`2025-03-31`) or an ISO 8601 instant with its offset
 * (`2025-03-31T09:30:00+02:00`, seconds optional). Null if the text is neither, or names a day or
 * a time of day that does not exist.
 */
export function parseDate(text: string): ParsedDate | null {
  const found = DATE.exec(text);
  if (!found) return null;
  const [, year, month, day, hour, minute, second = '0', fraction = '0', offset] = found;
  const midnightMs = utcMidnight(Number(year), Number(month), Number(day));
  if (midnightMs === null) return null;
  if (offset === undefined) return { kind: 'day', dayNumber: midnightMs / DAY_MS };
  const offsetMinutes = parseOffset(offset);
  const inDay = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  if (!inDay || offsetMinutes === null) return null;
  const minutes = Number(hour) * 60 + Number(minute) - offsetMinutes;
  const millisecond = Number(fraction.padEnd(3, '0').slice(0, 3));
  return {
    kind: 'instant',
    atMs: midnightMs + minutes * 60_000 + Number(second) * 1_000 + millisecond,
  };
}

function utcMidnight(year: number, month: number, day: number): number | null {
  // Not Date.UTC, which takes the years 0 to 99 for 1900 to 1999.
  const midnight = new Date(0);
  midnight.setUTCFullYear(year, month - 1, day);
  const exists = midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day;
  return exists ? midnight.getTime() : null;
}

function parseOffset(offset: string): number | null {
  if (offset === 'Z') return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(-2));
  if (hours > 23 || minutes > 59) return null;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
