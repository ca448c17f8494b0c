const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;
const YEAR_MS = 365 * DAY_MS;

/** How long ago, in one unit: 'now', '4 min', '1 h', '2 d', '3 w', '2 y'. */
export function ageWords(elapsedMs: number): string {
  if (elapsedMs < MINUTE_MS) return 'now';
  if (elapsedMs < HOUR_MS) return `${Math.floor(elapsedMs / MINUTE_MS)} min`;
  if (elapsedMs < DAY_MS) return `${Math.floor(elapsedMs / HOUR_MS)} h`;
  if (elapsedMs < 2 * WEEK_MS) return `${Math.floor(elapsedMs / DAY_MS)} d`;
  if (elapsedMs < YEAR_MS) return `${Math.floor(elapsedMs / WEEK_MS)} w`;
  return `${Math.floor(elapsedMs / YEAR_MS)} y`;
}

/** How long somebody has waited: '0:07', '9:42', from an hour on '1 h 05', from a day on '2 d 3 h'. */
export function waitWords(elapsedMs: number): string {
  const elapsed = Math.max(0, elapsedMs);
  const two = (count: number) => String(count).padStart(2, '0');
  if (elapsed < HOUR_MS) {
    const seconds = Math.floor((elapsed % MINUTE_MS) / SECOND_MS);
    return `${Math.floor(elapsed / MINUTE_MS)}:${two(seconds)}`;
  }
  if (elapsed < DAY_MS) {
    return `${Math.floor(elapsed / HOUR_MS)} h ${two(Math.floor((elapsed % HOUR_MS) / MINUTE_MS))}`;
  }
  return `${Math.floor(elapsed / DAY_MS)} d ${Math.floor((elapsed % DAY_MS) / HOUR_MS)} h`;
}
