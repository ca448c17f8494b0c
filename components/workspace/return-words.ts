import { clockTime, dayName } from './moments';

/** When a conversation comes back, as a reader says it: '14:05', 'tomorrow 9:30', 'Fri 6 Mar 2026 9:30'. */
export function returnWords(returnsAt: string, nowMs: number, timeZone: string): string {
  const clock = clockTime(returnsAt, timeZone);
  const day = dayName(returnsAt, timeZone);
  const dayAt = (ms: number) => dayName(new Date(ms).toISOString(), timeZone);
  if (day === dayAt(nowMs)) return clock;
  // A day that loses an hour is 23 hours long, one that gains one 25.
  const tomorrow = [23, 24, 25].map((hours) => dayAt(nowMs + hours * 3_600_000));
  return tomorrow.includes(day) ? `tomorrow ${clock}` : `${day} ${clock}`;
}
