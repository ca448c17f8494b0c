import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueueRow } from '@/lib/ranking/filter';
import { LiveQueue } from '@/lib/ranking/live-queue';
import { setOf } from '../segments/set-of';
import { commonFilters, doStep, filters, orders, rowSteps } from './arbitraries';
import { NaiveQueue } from './naive-queue';

const row = (conversationId: string, facts: Partial<QueueRow> = {}): QueueRow => ({
  conversationId,
  status: 'new',
  channel: 'api',
  ownerId: null,
  rankTimeMs: 0,
  priority: 0,
  segments: setOf(),
  revision: 1,
  ...facts,
});
const idsOf = (queue: LiveQueue) => queue.window({}, 'priority', 0, 200).ids;

const questions = fc.record({
  filter: commonFilters,
  order: orders,
  offset: fc.nat(12),
  limit: fc.integer({ min: 1, max: 40 }),
  skip: fc.array(fc.nat(39).map((n) => `c${n}`)).map((ids) => new Set(ids)),
  asked: fc.nat(39).map((n) => `c${n}`),
});
type Question = typeof questions extends fc.Arbitrary<infer Q> ? Q : never;

function expectTruth(queue: LiveQueue, naive: NaiveQueue, question: Question): void {
  const { filter, order, offset, limit, skip, asked } = question;
  expect(queue.window(filter, order, offset, limit)).toEqual(
    naive.window(filter, order, offset, limit),
  );
  expect(Object.fromEntries(queue.segmentCounts(filter))).toEqual(naive.segmentCounts(filter));
  expect(queue.placeOf(asked, filter, order)).toBe(naive.placeOf(asked, filter, order));
  expect(queue.placeOf(asked)).toBe(naive.placeOf(asked, {}, 'priority'));
  expect(queue.first(filter, skip)).toBe(naive.first(filter, skip));
  expect(queue.size).toBe(naive.rows.size);
  expect(queue.ownedBy()).toEqual(naive.ownedBy());
  expect(new Map([...queue.rows()].map((r) => [r.conversationId, r]))).toEqual(naive.rows);
  for (const id of naive.rows.keys()) {
    expect(queue.revisionOf(id)).toBe(naive.shown(id).revision);
  }
}

describe('the queue', () => {
  it('answers every question as the whole queue sorted, filtered and counted anew would', () => {
    const steps = fc.array(
      fc.oneof(
        { weight: 5, arbitrary: fc.record({ do: fc.array(rowSteps, { maxLength: 3 }) }) },
        { weight: 1, arbitrary: fc.record({ batch: fc.array(rowSteps, { maxLength: 60 }) }) },
        { weight: 3, arbitrary: fc.record({ ask: questions }) },
      ),
      { minLength: 5, maxLength: 40 },
    );
    fc.assert(
      fc.property(steps, fc.array(questions, { minLength: 1, maxLength: 4 }), (todo, always) => {
        const queue = new LiveQueue();
        const naive = new NaiveQueue();
        let revision = 0;
        for (const step of todo) {
          if ('do' in step) for (const one of step.do) doStep(one, ++revision, queue, naive);
          else if ('batch' in step) {
            queue.batch(() => {
              for (const one of step.batch) doStep(one, ++revision, queue, naive);
            });
          } else expectTruth(queue, naive, step.ask);
          for (const question of always) expectTruth(queue, naive, question);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('forgets no change of a filter that was put aside for many others', () => {
    const manyFilters = fc.uniqueArray(filters, {
      minLength: 20,
      maxLength: 60,
      selector: (filter) => JSON.stringify(filter),
    });
    fc.assert(
      fc.property(manyFilters, fc.array(rowSteps, { minLength: 30 }), (asked, steps) => {
        const queue = new LiveQueue();
        const naive = new NaiveQueue();
        for (const [i, step] of steps.entries()) {
          doStep(step, i + 1, queue, naive);
          const filter = asked[i % asked.length] ?? {};
          expect(queue.window(filter, 'priority', 0, 50)).toEqual(
            naive.window(filter, 'priority', 0, 50),
          );
        }
      }),
      { numRuns: 50 },
    );
  });

  it('puts the higher priority first, then who waits longest, then the lower id', () => {
    const queue = new LiveQueue();
    queue.put(row('late', { rankTimeMs: 9 }));
    queue.put(row('b', { rankTimeMs: 1 }));
    queue.put(row('a', { rankTimeMs: 1 }));
    queue.put(row('vip', { rankTimeMs: 20, priority: 1 }));
    expect(idsOf(queue)).toEqual(['vip', 'a', 'b', 'late']);
    expect(queue.window({}, 'oldest', 0, 9).ids).toEqual(['a', 'b', 'late', 'vip']);
    expect(queue.placeOf('late')).toBe(4);
  });

  it('keeps tied conversations in one order whatever is done to one of them', () => {
    const queue = new LiveQueue();
    const ids = ['a', 'b', 'c', 'd', 'e'];
    for (const id of [...ids].reverse()) queue.put(row(id));
    expect(idsOf(queue)).toEqual(ids);
    for (let revision = 2; revision < 50; revision++) {
      const id = ids[revision % ids.length] ?? 'a';
      if (revision % 3 === 0) queue.remove(id);
      queue.put(row(id, { revision, channel: revision % 2 === 0 ? 'api' : 'web' }));
      expect(idsOf(queue)).toEqual(ids);
    }
  });

  it('is not disturbed when the caller changes the row it gave', () => {
    const queue = new LiveQueue();
    const mine = row('a', { priority: 3 });
    queue.put(mine);
    queue.put(row('b', { priority: 2 }));
    expect(idsOf(queue)).toEqual(['a', 'b']);
    mine.priority = 0;
    queue.put(mine);
    expect(idsOf(queue)).toEqual(['b', 'a']);
    expect(queue.size).toBe(2);
  });

  it('answers a question inside a batch with what was done so far, and keeps it after an error', () => {
    const queue = new LiveQueue();
    queue.put(row('a'));
    expect(idsOf(queue)).toEqual(['a']);
    expect(() =>
      queue.batch(() => {
        queue.put(row('b'));
        expect(idsOf(queue)).toEqual(['a', 'b']);
        queue.remove('a');
        queue.batch(() => queue.put(row('c', { priority: 1 })));
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(idsOf(queue)).toEqual(['c', 'b']);
  });

  it('has no first conversation when all are to be skipped', () => {
    const queue = new LiveQueue();
    queue.put(row('a', { priority: 1 }));
    queue.put(row('b'));
    expect(queue.first({}, new Set())).toBe('a');
    expect(queue.first({}, new Set(['a']))).toBe('b');
    expect(queue.first({}, new Set(['a', 'b']))).toBeNull();
    expect(queue.first({ owner: 'ada' }, new Set())).toBeNull();
  });

  it('moves half of a large queue in one batch to the right places', () => {
    const queue = new LiveQueue();
    const naive = new NaiveQueue();
    const put = (one: QueueRow) => {
      queue.put(one);
      naive.rows.set(one.conversationId, one);
    };
    const segments = [setOf('a'), setOf('b'), setOf('a', 'b')];
    queue.batch(() => {
      for (let n = 0; n < 3_000; n++) {
        const rankTimeMs = (n * 7_919) % 3_001;
        put(row(`c${n}`, { rankTimeMs, segments: segments[n % 3] ?? setOf() }));
      }
    });
    const filter = { segments: ['a'] };
    expect(queue.window(filter, 'priority', 0, 50).total).toBe(2_000);
    queue.batch(() => {
      for (let n = 0; n < 3_000; n += 2) {
        const old = queue.get(`c${n}`);
        if (old !== undefined) put({ ...old, priority: 1, revision: 2 });
      }
    });
    for (const offset of [0, 480, 990, 1_990]) {
      expect(queue.window({}, 'priority', offset, 50)).toEqual(
        naive.window({}, 'priority', offset, 50),
      );
      expect(queue.window(filter, 'priority', offset, 50)).toEqual(
        naive.window(filter, 'priority', offset, 50),
      );
    }
  });
});
