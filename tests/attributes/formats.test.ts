import { describe, expect, it } from 'vitest';
import { FORMATS, MAX_VALUE_LENGTH } from '@/lib/attributes/attribute';
import { formatLabel, isEmptyValue, parseValue } from '@/lib/attributes/formats';

const text = { format: 'text' } as const;
const number = { format: 'number' } as const;
const date = { format: 'date' } as const;
const boolean = { format: 'boolean' } as const;

describe('a value that fits its format', () => {
  it.each([
    [text, ''],
    [text, '  as it is\n'],
    [text, 'x'.repeat(MAX_VALUE_LENGTH)],
    [number, 0],
    [number, -2.5],
    [number, 1e21],
    [boolean, false],
    [boolean, true],
    [date, '2024-02-29'],
    [date, '0001-01-01'],
    [date, '2025-03-31T09:30Z'],
    [date, '2025-03-31T09:30:00.123456+02:00'],
    [date, '2025-03-31T23:59:59.000-0330'],
  ])('is kept exactly as it is: %o %j', (attribute, value) => {
    expect(parseValue(attribute, value)).toEqual({ ok: true, value });
  });
});

describe('a value that does not fit its format', () => {
  it.each([
    [text, 5, 'This must be text, not a number.'],
    [text, null, 'This must be text, not nothing.'],
    [text, ['a'], 'This must be text, not a list.'],
    [text, { a: 1 }, 'This must be text, not an object.'],
    [text, 'x'.repeat(MAX_VALUE_LENGTH + 1), 'This is 4001 characters long; at most 4000 fit.'],
    [number, '5', 'This must be a number, not text.'],
    [number, true, 'This must be a number, not yes or no.'],
    [number, undefined, 'This must be a number, not nothing.'],
    [number, Number.POSITIVE_INFINITY, 'This must be a finite number.'],
    [number, Number.NaN, 'This must be a finite number.'],
    [boolean, 'yes', 'This must be yes or no (true or false), not text.'],
    [boolean, 1, 'This must be yes or no (true or false), not a number.'],
    [date, 1743379200000, 'This must be a date, not a number.'],
    [date, '2025-02-30', '2025-02-30 is not a day of the calendar.'],
    [date, '2023-02-29', '2023-02-29 is not a day of the calendar.'],
    [date, '2025-00-10', '2025-00-10 is not a day of the calendar.'],
    [date, '2025-13-01', '2025-13-01 is not a day of the calendar.'],
  ])('is refused with the reason: %o %j', (attribute, value, message) => {
    expect(parseValue(attribute, value)).toEqual({ ok: false, message });
  });

  it.each([
    '',
    'yesterday',
    '31/03/2025',
    '2025-3-31',
    ' 2025-03-31',
    '2025-03-31T09:30:00',
    '2025-03-31 09:30:00Z',
    '2025-03-31T24:00:00Z',
    '2025-03-31T09:60:00Z',
    '2025-03-31T09:30:60Z',
    '2025-03-31T09:30:00+24:00',
    '2025-02-30T09:30:00Z',
    '+012025-03-31',
  ])('is refused as a date, with an example of one: %j', (value) => {
    expect(parseValue(date, value)).toMatchObject({
      ok: false,
      message: expect.stringContaining('such as 2025-03-31'),
    });
  });
});

describe('an empty value', () => {
  it.each([undefined, '', ' ', '\t\n\u00a0'])(
    'is none at all, or only white space: %j',
    (value) => {
      expect(isEmptyValue(value)).toBe(true);
    },
  );

  it.each([0, false, '0', ' x '])('is not 0, no, or any text: %j', (value) => {
    expect(isEmptyValue(value)).toBe(false);
  });
});

it('every format has a name of its own', () => {
  expect(FORMATS.map(formatLabel)).toEqual(['Text', 'Number', 'Date', 'Yes/no']);
});
