import { expect, it } from 'vitest';
import { didWords, doingWords, selectionWords } from '@/components/queue/bulk-words';

const progress = {
  bulkId: 'b',
  total: 1_234,
  done: 1_200,
  failed: 0,
  failures: [],
  finished: true,
};

it('a bulk act says how far it is, and what came of it', () => {
  expect(doingWords('resolve', null)).toBe('Resolving…');
  expect(doingWords('take', { ...progress, done: 450, failed: 2 })).toBe('Taking 452 of 1,234');
  expect(didWords('resolve', progress)).toBe('1,200 resolved');
  expect(didWords('assign', { ...progress, failed: 34 })).toBe('1,200 assigned · 34 could not be');
  const stopped = { ...progress, done: 450, finished: false };
  expect(didWords('pend', stopped)).toBe('Stopped · 450 of 1,234 made pending');
});

it('a selection says how many there are, and how many have left it', () => {
  expect(selectionWords(12, false, 0)).toBe('12 selected');
  expect(selectionWords(1_234, true, 0)).toBe('All 1,234 selected');
  expect(selectionWords(10, false, 2)).toBe('10 selected · 2 left the list');
  expect(selectionWords(0, false, 0)).toBe('Nothing selected yet');
});
