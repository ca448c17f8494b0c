import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseDate } from '@/lib/attributes/dates';

it('a day is counted from the first of 1970', () => {
  expect(parseDate('1970-01-02')).toEqual({ kind: 'day', dayNumber: 1 });
  expect(parseDate('1969-12-31')).toEqual({ kind: 'day', dayNumber: -1 });
});

it('an instant is the same however its offset is written', () => {
  const noon = { kind: 'instant', atMs: 1_743_422_400_000 };
  for (const written of [
    '2025-03-31T12:00Z',
    '2025-03-31T12:00:00.000Z',
    '2025-03-31T14:00:00+02:00',
    '2025-03-31T14:00:00+0200',
    '2025-03-31T08:30:00-03:30',
    '2025-04-01T02:00:00+14:00',
  ]) {
    expect(parseDate(written)).toEqual(noon);
  }
});

it('every day and every instant of the calendar is read as the machine reads it', () => {
  const min = new Date('0000-01-01T00:00:00Z');
  const max = new Date('9999-12-31T23:59:59.999Z');
  fc.assert(
    fc.property(fc.date({ min, max, noInvalidDate: true }), (moment) => {
      const written = moment.toISOString();
      expect(parseDate(written)).toEqual({ kind: 'instant', atMs: moment.getTime() });
      expect(parseDate(written.slice(0, 10))).toEqual({
        kind: 'day',
        dayNumber: Math.floor(moment.getTime() / 86_400_000),
      });
    }),
  );
});
