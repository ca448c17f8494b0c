import { expect, it } from 'vitest';
import { clockTime } from '@/components/workspace/moments';

it('the first hour of the day has its number, and no hour has a zero in front', () => {
  expect(clockTime('2026-03-02T00:05:00.000Z', 'UTC')).toBe('0:05');
  expect(clockTime('2026-03-02T09:31:00.000Z', 'UTC')).toBe('9:31');
  expect(clockTime('2026-03-02T23:59:59.999Z', 'UTC')).toBe('23:59');
  expect(clockTime('2026-03-01T23:51:00.000Z', 'Europe/Brussels')).toBe('0:51');
});
