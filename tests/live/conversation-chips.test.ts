import { expect, test } from 'vitest';
import { changedChips, firstChips, settledChips } from '@/components/conversation/shown-chips';

const mark = (id: string) => ({ id, name: id, highPriority: false });
const said = (chips: { id: string; state: string }[]) =>
  chips.map(({ id, state }) => `${id} ${state}`);

test('segments are simply there when a conversation is opened', () => {
  expect(said(firstChips([mark('a'), mark('b')]))).toEqual(['a here', 'b here']);
});

test('a segment that comes to match is marked as arrived, one that stops matching stays in its place as left', () => {
  const shown = firstChips([mark('a'), mark('b'), mark('c')]);
  const changed = changedChips(shown, [mark('a'), mark('c'), mark('d')]);
  expect(said(changed)).toEqual(['a here', 'b left', 'c here', 'd arrived']);
});

test('a segment that leaves and comes back at once is marked as arrived, and stands once', () => {
  const shown = changedChips(firstChips([mark('a'), mark('b')]), [mark('b')]);
  expect(said(shown)).toEqual(['a left', 'b here']);
  expect(said(changedChips(shown, [mark('a'), mark('b')]))).toEqual(['a arrived', 'b here']);
});

test('all that match stay and nothing else, once the change has been seen', () => {
  const shown = changedChips(firstChips([mark('a'), mark('b')]), [mark('b'), mark('c')]);
  expect(said(settledChips(shown))).toEqual(['b here', 'c here']);
});
