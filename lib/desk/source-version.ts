/**
 * How new a record was in the system it comes from: a whole number that grows, such as a counter,
 * or a time as microseconds since 1970. The higher one is the newer one, whatever arrived first.
 */
export type SourceVersion = number;

export type ParsedVersion = { ok: true; version: SourceVersion } | { ok: false; message: string };

const TIME = /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d(?::?\d\d)?)$/i;
const DIGITS = /^\d{1,16}$/;

/** Reads a version as a system writes it. Times keep their microseconds: two changes share a millisecond. */
export function parseVersion(given: unknown): ParsedVersion {
  if (typeof given === 'number') return checked(given);
  if (typeof given !== 'string') return refused();
  if (DIGITS.test(given)) return checked(Number(given));
  const [, moment, fraction = '', zone] = TIME.exec(given) ?? [];
  if (moment === undefined || zone === undefined) return refused();
  const offset = /^[+-]\d\d$/.test(zone) ? `${zone}:00` : zone;
  const seconds = Date.parse(`${moment.replace(' ', 'T')}${offset}`) / 1_000;
  if (Number.isNaN(seconds)) return refused();
  return checked(seconds * 1_000_000 + Number(fraction.padEnd(6, '0').slice(0, 6)));
}

function checked(version: number): ParsedVersion {
  return Number.isSafeInteger(version) && version >= 0 ? { ok: true, version } : refused();
}

function refused(): ParsedVersion {
  return {
    ok: false,
    message:
      'A version is a whole number that grows, or a time with its offset, such as 2026-03-02T09:31:00.123Z.',
  };
}
