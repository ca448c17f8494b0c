import { describe, expect, test } from 'vitest';
import { parseVersion } from '@/lib/desk/source-version';

const versionOf = (given: unknown) => {
  const parsed = parseVersion(given);
  return parsed.ok ? parsed.version : null;
};

describe('a source version', () => {
  test.each([
    [0, 0],
    [42, 42],
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    ['00017', 17],
    ['1970-01-01T00:00:00Z', 0],
    ['1970-01-01T00:00:01.5Z', 1_500_000],
    ['1970-01-01 01:00:00.000001+01', 1],
    ['1970-01-01T00:00:00.123456789Z', 123_456],
    ['2026-03-02T09:31:00.123456+0100', 1_772_440_260_123_456],
    ['2026-03-02T09:31:00.123456+01:00', 1_772_440_260_123_456],
  ])('is read from %j', (given, version) => {
    expect(versionOf(given)).toBe(version);
  });

  test.each([
    -1,
    1.5,
    Number.NaN,
    2 ** 53,
    '',
    ' 1',
    '1e3',
    '-4',
    '99999999999999999',
    'latest',
    '2026-03-02',
    '2026-03-02T09:31:00',
    '2026-13-02T09:31:00Z',
    '1969-12-31T23:59:59Z',
    null,
    undefined,
    true,
    [],
    {},
  ])('is not read from %j', (given) => {
    expect(versionOf(given)).toBeNull();
  });

  test('tells two changes within a millisecond apart', () => {
    const earlier = versionOf('2026-03-02T09:31:00.123456Z');
    const later = versionOf('2026-03-02T09:31:00.123457Z');
    expect(later).toBeGreaterThan(earlier ?? Number.NaN);
  });
});
