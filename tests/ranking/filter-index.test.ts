import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matchesFilter, type QueueFilter, type QueueRow } from '@/lib/ranking/filter';
import { FilterIndex } from '@/lib/ranking/filter-index';
import { rowChange } from '@/lib/ranking/row-change';
import { setOf } from '../segments/set-of';

/** Few to be asked one by one, or more than that. */
const segmentIds: fc.Arbitrary<string[]> = fc.constantFrom([...'abc'], [...'abcdefghijklmnop']);
const status = fc.constantFrom('new' as const, 'pending' as const);
const channel = fc.constantFrom('api', 'web');

const filterOf = (ids: string[]): fc.Arbitrary<QueueFilter> =>
  fc.record(
    {
      segments: fc.array(fc.constantFrom(...ids), { maxLength: 3 }),
      match: fc.constantFrom('any' as const, 'all' as const, 'none' as const),
      channel,
      owner: fc.constantFrom('unowned', 'ada', 'bob'),
      status,
    },
    { requiredKeys: [] },
  );
const rowOf = (ids: string[]): fc.Arbitrary<QueueRow> =>
  fc.record({
    conversationId: fc.constant('c'),
    status,
    channel,
    ownerId: fc.constantFrom(null, 'ada', 'bob'),
    rankTimeMs: fc.constant(0),
    priority: fc.constant(0),
    segments: fc.subarray(ids).map((those) => setOf(...those)),
    revision: fc.constant(1),
  });
const cases = segmentIds.chain((ids) =>
  fc.record({
    filters: fc.array(filterOf(ids), { maxLength: 25 }),
    gone: fc.array(fc.nat(24)),
    before: fc.option(rowOf(ids)),
    after: fc.option(rowOf(ids)),
  }),
);

it('a change finds every filter that the row passed or passes, once, and none taken out', () => {
  fc.assert(
    fc.property(cases, ({ filters, gone, before, after }) => {
      const index = new FilterIndex<number>();
      for (const [n, filter] of filters.entries()) index.add(filter, n);
      for (const n of gone) index.delete(n);
      const found: number[] = [];
      index.each(rowChange(before, after), (n) => found.push(n));
      expect(new Set(found).size).toBe(found.length);
      for (const n of gone) expect(found).not.toContain(n);
      const passes = (row: QueueRow | null, filter: QueueFilter) =>
        row !== null && matchesFilter(row, filter);
      for (const [n, filter] of filters.entries()) {
        if (gone.includes(n) || !(passes(before, filter) || passes(after, filter))) continue;
        expect(found).toContain(n);
      }
    }),
    { numRuns: 2_000 },
  );
});

it('a change finds none of the lists of other people, and none of other segments', () => {
  const index = new FilterIndex<string>();
  for (let n = 0; n < 50; n++) {
    index.add({ owner: `person${n}` }, `of person${n}`);
    index.add({ segments: [`s${n}`] }, `of s${n}`);
  }
  const row: QueueRow = {
    conversationId: 'c',
    status: 'new',
    channel: 'api',
    ownerId: 'person7',
    rankTimeMs: 0,
    priority: 0,
    segments: setOf('s3'),
    revision: 1,
  };
  const found: string[] = [];
  index.each(rowChange(row, { ...row, priority: 1 }), (name) => found.push(name));
  expect(found.sort()).toEqual(['of person7', 'of s3']);
});
