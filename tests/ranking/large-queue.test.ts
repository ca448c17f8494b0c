import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueueRow } from '@/lib/ranking/filter';
import { LiveQueue } from '@/lib/ranking/live-queue';
import { LiveViews } from '@/lib/ranking/live-views';
import { setOf } from '../segments/set-of';
import { commonFilters, doStep, filters, orders } from './arbitraries';
import { NaiveQueue } from './naive-queue';

const SMALL_BLOCKS = 5;
/** Blocks of 32 or 64 slots: a few hundred rows fill, split, join and empty many of them. */
const blockShifts = fc.constantFrom(SMALL_BLOCKS, 6, 9);
const IDS = 400;

const facts = fc.record({
  status: fc.constantFrom('new' as const, 'new' as const, 'new' as const, 'pending' as const),
  channel: fc.constantFrom('api', 'web'),
  ownerId: fc.constantFrom(null, 'ada', 'bob'),
  priority: fc.integer({ min: 0, max: 4 }),
  segments: fc.subarray(['a', 'b', 'c', 'd', 'vip']).map((ids) => setOf(...ids)),
});

/** When the nth of many rows waits since: how late arrivals come decides what must be renumbered. */
const TIMES: Record<string, (n: number) => number> = {
  last: (n) => 10_000 + n,
  first: (n) => -n,
  together: () => 50,
  scattered: (n) => (n * 7_919) % 101,
  between: (n) => 50 + n / IDS,
};

const bulk = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('putMany' as const),
      from: fc.nat(IDS - 1),
      count: fc.integer({ min: 1, max: 150 }),
      step: fc.constantFrom(1, 1, 3),
      times: fc.constantFrom(...Object.keys(TIMES)),
      facts: fc.array(facts, { minLength: 1, maxLength: 6 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('removeMany' as const),
      from: fc.nat(IDS - 1),
      count: fc.integer({ min: 1, max: 200 }),
      step: fc.constantFrom(1, 2, 7),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('toggle' as const),
      segmentId: fc.constantFrom('a', 'b', 'c', 'vip'),
      by: fc.constantFrom(1 as const, -1 as const),
    }),
  },
);
type Bulk = typeof bulk extends fc.Arbitrary<infer B> ? B : never;

const idOf = (n: number) => `c${n % IDS}`;

function doBulk(step: Bulk, revision: number, queue: LiveQueue, naive: NaiveQueue): void {
  if (step.kind === 'toggle') {
    doStep(step, revision, queue, naive);
    return;
  }
  for (let i = 0; i < step.count; i++) {
    const n = step.from + i * step.step;
    const conversationId = idOf(n);
    if (step.kind === 'removeMany') {
      expect(queue.remove(conversationId)).toBe(naive.rows.delete(conversationId));
      continue;
    }
    const content = step.facts[i % step.facts.length];
    const rankTimeMs = TIMES[step.times]?.(n);
    if (content === undefined || rankTimeMs === undefined) continue;
    const row: QueueRow = { conversationId, rankTimeMs, revision, ...content };
    queue.put(row);
    naive.rows.set(conversationId, row);
  }
}

const question = fc.record({
  filter: commonFilters,
  order: orders,
  offset: fc.nat(IDS),
  limit: fc.integer({ min: 0, max: IDS }),
  asked: fc.nat(IDS - 1).map(idOf),
});

describe('a queue of many blocks', () => {
  it('holds every row at its place, whatever comes, goes and is toggled in bulk', () => {
    const steps = fc.array(fc.record({ bulk, ask: fc.array(question, { maxLength: 3 }) }), {
      minLength: 3,
      maxLength: 25,
    });
    fc.assert(
      fc.property(blockShifts, steps, filters, (blockShift, todo, filter) => {
        const queue = new LiveQueue(blockShift);
        const naive = new NaiveQueue();
        for (const [revision, step] of todo.entries()) {
          doBulk(step.bulk, revision + 1, queue, naive);
          for (const { filter, order, offset, limit, asked } of step.ask) {
            expect(queue.window(filter, order, offset, limit)).toEqual(
              naive.window(filter, order, offset, limit),
            );
            expect(queue.placeOf(asked, filter, order)).toBe(naive.placeOf(asked, filter, order));
          }
        }
        for (const order of ['priority', 'oldest'] as const) {
          for (const one of [{}, { status: 'pending' as const }, filter]) {
            const whole = naive.window(one, order, 0, IDS);
            expect(queue.window(one, order, 0, IDS)).toEqual(whole);
            for (const [place, id] of whole.ids.entries()) {
              expect(queue.placeOf(id, one, order)).toBe(place + 1);
            }
          }
        }
        for (const [id, row] of naive.rows) expect(queue.get(id)).toEqual(row);
        expect(queue.size).toBe(naive.rows.size);
      }),
      { numRuns: 120 },
    );
  });

  it('shows views the truth after a batch of hundreds of changes and toggles', () => {
    const batches = fc.array(fc.array(bulk, { minLength: 1, maxLength: 8 }), { maxLength: 6 });
    fc.assert(
      fc.property(
        blockShifts,
        batches,
        fc.array(filters, { minLength: 1, maxLength: 4 }),
        (blockShift, todo, opened) => {
          const queue = new LiveQueue(blockShift);
          const naive = new NaiveQueue();
          const views = new LiveViews(queue, (id) => naive.shown(id));
          const specs = opened.flatMap((filter) =>
            (['priority', 'oldest'] as const).map((order) => ({
              filter,
              order,
              offset: 3,
              limit: 20,
            })),
          );
          const keys = specs.map((spec) => views.open(spec));
          for (const [i, batch] of todo.entries()) {
            queue.batch(() => {
              for (const step of batch) doBulk(step, i + 1, queue, naive);
            });
            views.flush(i + 1);
            for (const [which, { filter, order, offset, limit }] of specs.entries()) {
              const shown = views.snapshot(keys[which] ?? '');
              const truth = naive.window(filter, order, offset, limit);
              expect(shown.entries).toEqual(truth.ids.map((id) => naive.shown(id)));
              expect(shown.total).toBe(truth.total);
              expect(shown.segmentCounts).toEqual(naive.segmentCounts(filter));
            }
          }
        },
      ),
      { numRuns: 80 },
    );
  });

  it('changes nothing when a toggle would bring one priority below none', () => {
    const queue = new LiveQueue(SMALL_BLOCKS);
    const base = { channel: 'api', ownerId: null, rankTimeMs: 0, revision: 1 };
    const segments = setOf('a');
    queue.put({ ...base, conversationId: 'high', status: 'new', priority: 1, segments });
    queue.put({ ...base, conversationId: 'low', status: 'pending', priority: 0, segments });
    expect(() => queue.shiftPriority('a', -1)).toThrow(RangeError);
    expect(queue.get('high')?.priority).toBe(1);
    queue.shiftPriority('a', 1);
    expect(queue.get('high')?.priority).toBe(2);
    expect(queue.get('low')?.priority).toBe(1);
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses the priority %d',
    (priority) => {
      const queue = new LiveQueue(SMALL_BLOCKS);
      const facts = { conversationId: 'a', status: 'new', channel: 'api', ownerId: null } as const;
      const row = { ...facts, rankTimeMs: 0, priority, segments: setOf(), revision: 1 };
      expect(() => queue.put(row)).toThrow(RangeError);
      expect(queue.size).toBe(0);
    },
  );
});
