import { describe, expect, it, test } from 'vitest';
import { distributionBars } from '@/components/attributes/coverage-words';
import { shareText } from '@/components/attributes/share-text';
import type { Distribution } from '@/lib/desk/wire-attributes';

test.each([
  [0, 0, '0 %'],
  [0, 10, '0 %'],
  [1, 1_000, '< 1 %'],
  [1, 3, '33 %'],
  [999, 1_000, '> 99 %'],
  [7, 7, '100 %'],
])('%i of %i is %s: a share is never rounded to nothing or to all', (part, of, text) => {
  expect(shareText(part, of)).toBe(text);
});

describe('the values of an attribute', () => {
  const labelsOf = (distribution: Distribution) =>
    distributionBars(distribution).bars.map(({ label }) => label);
  const bar = (from: number, to: number) => ({ from, to, contacts: 1 });
  const numbers = { format: 'number', least: 0, most: 99, isWhole: true } as const;

  it('that are whole numbers say the last of each stretch', () => {
    expect(labelsOf({ ...numbers, bars: [bar(0, 5_000), bar(5_000, 10_000)] })).toEqual([
      '0 – 4,999',
      '5,000 – 9,999',
    ]);
    expect(labelsOf({ ...numbers, bars: [bar(3, 4)] })).toEqual(['3']);
  });

  it('that are other numbers say where the next stretch begins', () => {
    const fractions = { ...numbers, isWhole: false };
    expect(labelsOf({ ...fractions, bars: [bar(0.1, 0.2)] })).toEqual(['0.1 to below 0.2']);
    const one = { ...fractions, least: 0.5, most: 0.5, bars: [bar(0.5, 0.5000001)] };
    expect(labelsOf(one)).toEqual(['0.5']);
  });

  it('that are dates say their month, year, or years', () => {
    const bars = [{ from: '2000-01', contacts: 1 }];
    expect(
      (['month', 'year', 'decade', 'century'] as const).flatMap((span) =>
        labelsOf({ format: 'date', span, bars }),
      ),
    ).toEqual(['January 2000', '2000', '2000 – 2009', '2000 – 2099']);
  });

  it('that are texts end with all others together, and are no list where no two are alike', () => {
    const texts = { format: 'text', others: 4, different: 5, isComplete: true } as const;
    expect(labelsOf({ ...texts, texts: [{ text: 'Gold', contacts: 2 }] })).toEqual([
      'Gold',
      'All others',
    ]);
    const unlike = { ...texts, texts: [{ text: 'a@b.example', contacts: 1 }] };
    expect(distributionBars(unlike)).toEqual({ bars: [], note: 'No two are alike.' });
  });
});
