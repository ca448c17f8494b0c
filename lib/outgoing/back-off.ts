export type BackOff = {
  /** The first pause is up to this. */
  firstMs: number;
  /** No pause is longer. */
  mostMs: number;
};

/** How far ahead a server may ask to be left alone. */
const MOST_ASKED_MS = 60 * 60_000;

/**
 * How long to wait after a number of failures: any time up to a limit that doubles with each
 * (full jitter), so that those who failed together do not come back together. `chance` is from 0
 * to 1, without 1.
 */
export function backOffMs(failures: number, { firstMs, mostMs }: BackOff, chance: number): number {
  const doubled = firstMs * 2 ** Math.min(Math.max(failures - 1, 0), 52);
  return Math.floor(chance * Math.min(doubled, mostMs));
}

/**
 * How long a server asks to be left alone with `Retry-After`, in seconds or as a date; 0 if it
 * does not, never more than an hour.
 */
export function retryAfterMs(header: string | undefined, nowMs: number): number {
  if (header === undefined) return 0;
  const asked = /^\d{1,9}$/.test(header.trim())
    ? Number(header) * 1_000
    : Date.parse(header) - nowMs;
  return Number.isNaN(asked) ? 0 : Math.min(Math.max(asked, 0), MOST_ASKED_MS);
}
