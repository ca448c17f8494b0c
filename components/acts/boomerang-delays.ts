const MINUTE_MS = 60_000;

/** How long a conversation can be put away with one choice. */
export const DELAYS = [
  { value: '15m', label: '15 min', ms: 15 * MINUTE_MS },
  { value: '1h', label: '1 h', ms: 60 * MINUTE_MS },
  { value: '4h', label: '4 h', ms: 240 * MINUTE_MS },
  { value: '24h', label: '24 h', ms: 1_440 * MINUTE_MS },
  { value: 'moment', label: 'Pick…', ms: null },
] as const;
export type Delay = (typeof DELAYS)[number]['value'];

/**
 * The moment chosen, as ISO 8601; null while none is. `moment` is what a date and time field holds,
 * in the reader's own time zone.
 */
export function chosenMoment(delay: Delay, moment: string, nowMs: number): string | null {
  const ms = DELAYS.find(({ value }) => value === delay)?.ms ?? null;
  if (ms !== null) return new Date(nowMs + ms).toISOString();
  const picked = Date.parse(moment);
  return Number.isNaN(picked) ? null : new Date(picked).toISOString();
}

/** What a date and time field shows for a moment: '2026-03-02T14:05', in the reader's own time zone. */
export function fieldText(ms: number): string {
  const at = new Date(ms);
  const two = (count: number) => String(count).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
