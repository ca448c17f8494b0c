import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DateBars } from '@/lib/desk/coverage/date-bars';
import { NumberBars } from '@/lib/desk/coverage/number-bars';
import { TextCounts } from '@/lib/desk/coverage/text-counts';
import { dayOf } from '@/lib/segments/calendar';
import { fold } from '@/lib/segments/fold';
import { timeZones, valuesOf } from '../segments/arbitraries';
import { ownAttribute } from '../segments/catalogue';

const sum = (bars: readonly { contacts: number }[]) =>
  bars.reduce((all, { contacts }) => all + contacts, 0);

function barsOf(numbers: readonly number[]) {
  const bars = new NumberBars();
  for (const number of numbers) bars.add(number);
  return bars.distribution();
}

describe('numbers', () => {
  /** As people write them: few digits, large and small. */
  const decimals = fc
    .tuple(fc.integer({ min: -9_999, max: 9_999 }), fc.integer({ min: -4, max: 6 }))
    .map(([digits, exponent]) => Number(`${digits}e${exponent}`));

  it('lie in bars that hold exactly those from their beginning to before the next', () => {
    fc.assert(
      fc.property(fc.array(decimals, { minLength: 1, maxLength: 60 }), (numbers) => {
        const { bars, least, most, isWhole } = barsOf(numbers);
        expect(bars.length).toBeLessThanOrEqual(12);
        for (const [place, { from, to, contacts }] of bars.entries()) {
          expect(contacts).toBe(numbers.filter((one) => from <= one && one < to).length);
          if (place > 0) expect(bars[place - 1]?.to).toBe(from);
        }
        expect(sum(bars)).toBe(numbers.length);
        expect([least, most]).toEqual([Math.min(...numbers) + 0, Math.max(...numbers) + 0]);
        expect(isWhole).toBe(numbers.every(Number.isInteger));
      }),
      { numRuns: 1_000 },
    );
  });

  it('lie in the same bars in whatever order they come', () => {
    const two = fc
      .array(decimals, { minLength: 1, maxLength: 60 })
      .chain((numbers) =>
        fc.tuple(
          fc.constant(numbers),
          fc.shuffledSubarray(numbers, { minLength: numbers.length, maxLength: numbers.length }),
        ),
      );
    fc.assert(
      fc.property(two, ([one, other]) => {
        expect(barsOf(one)).toEqual(barsOf(other));
      }),
    );
  });

  it('of whatever size are all counted', () => {
    const any = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (numbers) => {
        expect(sum(barsOf(numbers).bars)).toBe(numbers.length);
      }),
      { numRuns: 500 },
    );
  });

  it('of which nearly all would lie in one bar are told by their magnitude', () => {
    const followers = Array.from({ length: 40 }, (_, place) => 3 * place);
    const { bars } = barsOf([...followers, 1_234, 250_000]);
    expect(bars.map(({ from, to, contacts }) => [from, to, contacts])).toEqual([
      [0, 1, 1],
      [1, 10, 3],
      [10, 100, 30],
      [100, 1_000, 6],
      [1_000, 10_000, 1],
      [10_000, 100_000, 0],
      [100_000, 1_000_000, 1],
    ]);
  });

  it('of any magnitude are told by it exactly', () => {
    const skewed = fc.tuple(
      fc.array(fc.nat(5), { minLength: 60, maxLength: 80 }),
      fc.array(fc.double({ min: 0, max: 1e8, noNaN: true }), { minLength: 1, maxLength: 3 }),
      fc.nat(9).map((exponent) => 10 ** exponent),
    );
    fc.assert(
      fc.property(skewed, ([usual, rare, power]) => {
        const numbers = [...usual, ...rare, power];
        for (const { from, to, contacts } of barsOf(numbers).bars)
          expect(contacts).toBe(numbers.filter((one) => from <= one && one < to).length);
        expect(sum(barsOf(numbers).bars)).toBe(numbers.length);
      }),
    );
  });

  it.each<[string, number[], [number, number, number][]]>([
    [
      'ages, in tens',
      [18, 25, 29, 30, 61, 84],
      [
        [10, 20, 1],
        [20, 30, 2],
        [30, 40, 1],
        [40, 50, 0],
        [50, 60, 0],
        [60, 70, 1],
        [70, 80, 0],
        [80, 90, 1],
      ],
    ],
    [
      'a few whole numbers, one by one',
      [1, 3, 3],
      [
        [1, 2, 1],
        [2, 3, 0],
        [3, 4, 2],
      ],
    ],
    [
      'tenths, where 0.3 is no 0.2',
      [0, 0.3, 1],
      [
        [0, 0.1, 1],
        [0.1, 0.2, 0],
        [0.2, 0.3, 0],
        [0.3, 0.4, 1],
        [0.4, 0.5, 0],
        [0.5, 0.6, 0],
        [0.6, 0.7, 0],
        [0.7, 0.8, 0],
        [0.8, 0.9, 0],
        [0.9, 1, 0],
        [1, 1.1, 1],
      ],
    ],
    ['one number', [7], [[7, 8, 1]]],
    ['none', [], []],
  ])('have bars that begin at round numbers: %s', (_, numbers, expected) => {
    const { bars } = barsOf(numbers);
    expect(bars.map(({ from, to, contacts }) => [from, to, contacts])).toEqual(expected);
  });
});

describe('texts', () => {
  const texts = fc
    .array(valuesOf(ownAttribute('text')), { maxLength: 80 })
    .map((values) => values.flatMap((value) => (typeof value === 'string' ? [value] : [])));

  it('are counted as conditions tell them apart, the most common first', () => {
    fc.assert(
      fc.property(texts, (values) => {
        const counts = new TextCounts();
        for (const text of values) counts.add(text);
        const keys = [...new Set(values.map(fold))];
        const groups = keys
          .map((key) => ({ key, all: values.filter((text) => fold(text) === key) }))
          .sort((a, b) => b.all.length - a.all.length || (a.key < b.key ? -1 : 1));
        expect(counts.distribution()).toEqual({
          format: 'text',
          texts: groups
            .slice(0, 10)
            .map(({ all }) => ({ text: all[0]?.trim(), contacts: all.length })),
          others: groups.slice(10).reduce((rest, { all }) => rest + all.length, 0),
          different: keys.length,
          isComplete: true,
        });
      }),
      { numRuns: 300 },
    );
  });

  it('of which very many differ take no room without end: those met first are still counted exactly', () => {
    const counts = new TextCounts(1_000);
    for (let place = 0; place < 500; place += 1) {
      counts.add('the usual');
      counts.add(`one of its own ${place}`);
    }
    const { texts: shown, others, different, isComplete } = counts.distribution();
    expect(shown[0]).toEqual({ text: 'the usual', contacts: 500 });
    expect(isComplete).toBe(false);
    expect(different).toBeLessThan(30);
    expect(sum(shown) + others).toBe(1_000);
  });

  it('that are long are shown by their beginnings', () => {
    const counts = new TextCounts();
    counts.add(` ${'long '.repeat(800)}`);
    const [{ text } = { text: '' }] = counts.distribution().texts;
    expect(text).toMatch(/^long .*…$/);
    expect(text.length).toBeLessThan(130);
  });
});

describe('dates', () => {
  const days = fc
    .date({ min: new Date('1985-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const dates = fc.oneof(
    days,
    valuesOf(ownAttribute('date', { format: 'date' })).map((value) =>
      String(value ?? '2025-01-01'),
    ),
  );

  it('lie in months, years or decades of the time zone', () => {
    const months = { month: 1, year: 12, decade: 120, century: 1_200 };
    fc.assert(
      fc.property(fc.array(dates, { maxLength: 40 }), timeZones, (values, timeZone) => {
        const bars = new DateBars(timeZone);
        for (const value of values) bars.add(value);
        const { span, bars: found } = bars.distribution();
        const monthsOf = (text: string) =>
          Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
        const fallen = values.map((value) => monthsOf(dayOf(value, timeZone)));
        expect(found.length).toBeLessThanOrEqual(24);
        expect(sum(found)).toBe(values.length);
        for (const [place, { from, contacts }] of found.entries()) {
          const begins = monthsOf(from);
          const ends = begins + months[span];
          expect(begins % months[span]).toBe(0);
          expect(contacts).toBe(fallen.filter((one) => begins <= one && one < ends).length);
          const next = found[place + 1];
          if (next) expect(monthsOf(next.from)).toBe(ends);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['2025-03-31', '2025-04-01', 'month', '2025-03', 2],
    ['2019-12-31', '2025-01-01', 'year', '2019-01', 7],
    ['1950-06-01', '2025-01-01', 'decade', '1950-01', 8],
    ['0001-01-01', '2025-01-01', 'century', '0000-01', 21],
  ])('from %s to %s are told by the %s', (first, last, span, from, length) => {
    const bars = new DateBars('UTC');
    bars.add(last);
    bars.add(first);
    const distribution = bars.distribution();
    expect(distribution).toMatchObject({ span });
    expect(distribution.bars[0]).toEqual({ from, contacts: 1 });
    expect(distribution.bars).toHaveLength(length);
  });
});
