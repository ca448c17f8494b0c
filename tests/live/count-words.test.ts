import { expect, it } from 'vitest';
import { countWords } from '@/components/segments/count-words';

it('a count that has only begun says what it does', () => {
  expect(countWords(null)).toEqual({
    line: 'Counting all contacts in the background…',
    under: '',
  });
});

it('a count under way says how far it has come and what it has found so far', () => {
  expect(countWords({ scanned: 12_000, total: 100_000, contacts: 340, done: false })).toEqual({
    line: 'Counting all contacts in the background:',
    under: '12,000 of 100,000 · 340 match so far',
  });
});

it('a count that is over says what it came to', () => {
  expect(countWords({ scanned: 100_000, total: 100_000, contacts: 2_871, done: true })).toEqual({
    line: 'Among all contacts: 2,871',
    under: 'of 100,000, counted in the background',
  });
});
