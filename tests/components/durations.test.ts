import { expect, test } from 'vitest';
import { ageWords, waitWords } from '@/components/ui/durations';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

test.each([
  [0, '0:00'],
  [7_900, '0:07'],
  [9 * MINUTE_MS + 42_000, '9:42'],
  [HOUR_MS - 1, '59:59'],
  [HOUR_MS + 5 * MINUTE_MS, '1 h 05'],
  [DAY_MS - 1, '23 h 59'],
  [2 * DAY_MS + 3 * HOUR_MS, '2 d 3 h'],
])('a wait of %d ms reads %s', (elapsedMs, words) => {
  expect(waitWords(elapsedMs)).toBe(words);
});

test('a wait that seems to begin later than now, by two clocks, is none', () => {
  expect(waitWords(-1500)).toBe('0:00');
});

test.each([
  [59_999, 'now'],
  [4 * MINUTE_MS, '4 min'],
  [HOUR_MS, '1 h'],
  [13 * DAY_MS, '13 d'],
  [21 * DAY_MS, '3 w'],
  [800 * DAY_MS, '2 y'],
])('an age of %d ms reads %s', (elapsedMs, words) => {
  expect(ageWords(elapsedMs)).toBe(words);
});
