import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, isTimeZone } from '@/lib/segments/calendar';

describe('the calendar day of a date', () => {
  it.each([
    ['2025-03-31', 'Pacific/Kiritimati', '2025-03-31'],
    ['2025-03-31T12:00:00Z', 'UTC', '2025-03-31'],
    ['2025-03-31T22:00:00Z', 'Europe/Brussels', '2025-04-01'],
    ['2025-03-31T21:59:59.999Z', 'Europe/Brussels', '2025-03-31'],
    ['2025-04-01T03:59:59Z', 'America/New_York', '2025-03-31'],
    ['2025-03-31T10:00:00Z', 'Pacific/Kiritimati', '2025-04-01'],
    ['2025-03-31T11:59:00Z', 'Etc/GMT+12', '2025-03-30'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
    ['0099-12-31T23:30:00Z', 'Etc/GMT-1', '0100-01-01'],
    ['0001-01-01T00:30:00Z', 'Etc/GMT+1', '0000-12-31'],
  ])('%s in %s is %s', (date, timeZone, day) => {
    expect(dayOf(date, timeZone)).toBe(day);
  });

  it('in UTC is the beginning of its ISO form', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (moment) => {
          const day = moment.toISOString().slice(0, 10);
          expect(dayOf(moment.toISOString(), 'UTC')).toBe(day);
          expect(dayOf(moment.toISOString(), 'Etc/UTC')).toBe(day);
        },
      ),
    );
  });

  it('is not told for what is no date, or no time zone', () => {
    expect(() => dayOf('yesterday', 'UTC')).toThrow(RangeError);
    expect(() => dayOf('2025-03-31T12:00:00Z', 'Mars/Olympus')).toThrow(RangeError);
  });
});

describe('a time zone', () => {
  it.each(['UTC', 'Europe/Brussels', 'America/Argentina/Buenos_Aires'])('%s is one', (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  it.each(['', 'Mars/Olympus', '+02:00', ' UTC', 'Europe'])('%j is none', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });
});
