import { expect, it } from 'vitest';
import type { QueueRow } from '@/lib/ranking/filter';
import { ShownEntries } from '@/lib/ranking/shown-entries';
import { setOf } from '../segments/set-of';

const rowOf = (n: number): QueueRow => ({
  conversationId: `c${n}`,
  status: 'new',
  channel: 'api',
  ownerId: null,
  rankTimeMs: n,
  priority: 0,
  segments: setOf(),
  revision: 1,
});

/** Entries, and the ids that had to be asked for. */
function stage() {
  const shown = new ShownEntries<{ conversationId: string }>();
  const asked: string[] = [];
  const ask = (row: QueueRow, revision = 1) =>
    shown.ask(row, revision, (conversationId) => {
      asked.push(conversationId);
      return { conversationId };
    });
  return { ask, asked };
}

it('a row is asked what it shows once, and again when it or its revision is another', () => {
  const { ask, asked } = stage();
  const row = rowOf(1);
  const entry = ask(row);
  expect(ask(row)).toBe(entry);
  expect(asked).toEqual(['c1']);
  expect(ask(row, 2)).not.toBe(entry);
  expect(ask({ ...row }, 2)).not.toBe(entry);
  expect(asked).toEqual(['c1', 'c1', 'c1']);
});

it('what is asked for often stays, and what was not asked for in long is forgotten', () => {
  const { ask, asked } = stage();
  const often = rowOf(-1);
  const once = rowOf(-2);
  const entry = ask(often);
  const forgotten = ask(once);
  for (let n = 0; n < 10_000; n++) {
    ask(rowOf(n));
    if (n % 1_000 === 0) expect(ask(often)).toBe(entry);
  }
  expect(asked.filter((id) => id === 'c-1')).toEqual(['c-1']);
  expect(ask(once)).not.toBe(forgotten);
});
