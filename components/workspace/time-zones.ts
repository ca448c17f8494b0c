/** All zones this machine knows, UTC first; `current` is among them whatever it is. */
export function timeZoneOptions(current: string): { value: string; label: string }[] {
  const zones = new Set(['UTC', current, ...Intl.supportedValuesOf('timeZone')]);
  return [...zones].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}

/** The day and the time in a zone, for people: "Tuesday, 3 March 2026 at 14:05". */
export function todayIn(timeZone: string, now: number): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(now);
}
