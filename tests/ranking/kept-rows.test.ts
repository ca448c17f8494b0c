import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueueRow } from '@/lib/ranking/filter';
import { KeptRows } from '@/lib/ranking/kept-rows';
import { compareRank } from '@/lib/ranking/order';
import { setOf } from '../segments/set-of';

/** A list that sorts itself anew at every question, and counts how often it was asked. */
class NaiveList {
  readonly compare = compareRank;
  readonly rows = new Map<string, QueueRow>();
  asked = 0;

  window(offset: number, limit: number): QueueRow[] {
    this.asked++;
    return this.truth(offset, limit);
  }

  truth(offset: number, limit: number): QueueRow[] {
    return [...this.rows.values()].sort(compareRank).slice(offset, offset + limit);
  }

  /** The row before and after; null for a row that is not there. */
  put(n: number, rank: Partial<QueueRow> | null): [QueueRow | null, QueueRow | null] {
    const conversationId = `c${n}`;
    const before = this.rows.get(conversationId) ?? null;
    const after = rank === null ? null : { ...(before ?? plain), conversationId, ...rank };
    if (after === null) this.rows.delete(conversationId);
    else this.rows.set(conversationId, after);
    return [before, after];
  }
}

const plain: Omit<QueueRow, 'conversationId'> = {
  status: 'new',
  channel: 'api',
  ownerId: null,
  rankTimeMs: 0,
  priority: 0,
  segments: setOf(),
  revision: 1,
};

const rank = fc.record({
  priority: fc.integer({ min: 0, max: 3 }),
  rankTimeMs: fc.integer({ min: 0, max: 40 }),
});
/** A few more rows than windows and spares hold together, so that all ends are met. */
const row = fc.integer({ min: 0, max: 119 });
/** More rows that come, or more that go, so that the list grows or shrinks through the window. */
const steps = fc.constantFrom(1, 5).chain((freq) =>
  fc.array(fc.record({ n: row, rank: fc.option(rank, { freq }) }), {
    maxLength: 120,
    size: 'max',
  }),
);

describe('the rows kept around a window', () => {
  it('are those of the list after any changes, and say which changes a window can show', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(0, 1, 5, 20, 60),
        fc.constantFrom(1, 3, 20),
        fc.array(fc.record({ n: row, rank }), { maxLength: 120, size: 'max' }),
        steps,
        (offset, limit, there, steps) => {
          const list = new NaiveList();
          for (const { n, rank } of there) list.put(n, rank);
          const kept = new KeptRows(list, offset, limit);
          kept.take();
          let shown = list.truth(offset, limit);
          for (const { n, rank } of steps) {
            const [before, after] = list.put(n, rank);
            const move = kept.change(before, after);
            const truth = list.truth(offset, limit);
            if (move === null) expect(truth).toEqual(shown);
            if (!kept.lost && move !== null) {
              if (before !== null && shown[move.from] !== before) {
                expect(shown).not.toContain(before);
              }
              if (after !== null && truth[move.to] !== after) expect(truth).not.toContain(after);
            }
            if (kept.lost) kept.take();
            expect(kept.window()).toEqual(truth);
            expect(kept.size).toBe(truth.length);
            expect(truth.map((_, place) => kept.at(place))).toEqual(truth);
            shown = truth;
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([0, 100])('seldom ask the list as rows come and go, with %i before them', (offset) => {
    const list = new NaiveList();
    for (let n = 0; n < 500; n++) list.put(n, { rankTimeMs: n });
    const kept = new KeptRows(list, offset, 50);
    kept.take();
    for (let n = 0; n < 200; n++) {
      const at = (n * 7) % 500;
      kept.change(...list.put(at, null));
      if (kept.lost) kept.take();
      kept.change(...list.put(at, { rankTimeMs: at }));
      if (kept.lost) kept.take();
    }
    expect(list.asked).toBe(1);
    for (let n = 0; n < 160; n++) {
      kept.change(...list.put(n, null));
      if (kept.lost) kept.take();
      expect(kept.window()).toEqual(list.truth(offset, 50));
    }
    expect(list.asked).toBeLessThan(15);
  });
});
