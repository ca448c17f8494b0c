import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backOffMs, retryAfterMs } from '@/lib/outgoing/back-off';

const TIMES = { firstMs: 1_000, mostMs: 60_000 };

describe('the pause before the next try', () => {
  test('may be twice as long after each failure, up to its limit', () => {
    const most = [1, 2, 3, 6, 7, 1_000].map((failures) => backOffMs(failures, TIMES, 0.999_999));
    expect(most).toEqual([999, 1_999, 3_999, 31_999, 59_999, 59_999]);
  });

  test('is any time from nothing to that', () => {
    const failures = fc.nat(10_000);
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(failures, chance, (times, drawn) => {
        const pauseMs = backOffMs(times, TIMES, drawn);
        expect(pauseMs).toBeGreaterThanOrEqual(0);
        expect(pauseMs).toBeLessThan(TIMES.mostMs);
        expect(Number.isInteger(pauseMs)).toBe(true);
      }),
    );
  });
});

test.each([
  [undefined, 0],
  ['0', 0],
  ['120', 120_000],
  [' 5 ', 5_000],
  ['-5', 0],
  ['999999', 3_600_000],
  ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
  ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
  ['soon', 0],
  ['', 0],
])('a server that says Retry-After: %s is left alone for %d ms', (header, ms) => {
  expect(retryAfterMs(header, Date.UTC(2026, 0, 1))).toBe(ms);
});
