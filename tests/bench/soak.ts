import type { QueueFilter, QueueRow } from '@/lib/ranking/filter';
import { LiveQueue } from '@/lib/ranking/live-queue';
import { SegmentNumbers, SegmentSet } from '@/lib/segments/segment-set';
import { NaiveQueue } from '../ranking/naive-queue';
import { type Benchmark, numberOption } from './benchmark';
import { randomFrom } from './random';

const SEGMENTS = [0.5, 0.1, 0.01, 0.001, 0.3, 0.05];
const HIGH = [0, 1, 3];
const PEOPLE = [null, 'ada', 'bob', 'cyd'];

export type Soaked = { queue: LiveQueue; naive: NaiveQueue; toggles: number };

/**
 * A queue of `rows` conversations after so many random changes, and its oracle: replies, messages,
 * matches that come and go, owners, hand-overs, late arrivals, departures, and now and then a toggle.
 */
export function soak(rows: number, changes: number, seed: number): Soaked {
  const random = randomFrom(seed);
  const pick = (n: number) => Math.floor(random() * n);
  const queue = new LiveQueue();
  const naive = new NaiveQueue();
  const high = new Set(HIGH);
  let clock = rows;
  let toggles = 0;

  const numbers = new SegmentNumbers();
  const priorityOf = (segments: Iterable<string>) =>
    [...segments].filter((id) => high.has(Number(id.slice(1)))).length;
  const put = (row: QueueRow) => {
    queue.put(row);
    naive.rows.set(row.conversationId, row);
  };
  const arrive = (n: number, rankTimeMs: number) => {
    const ids = SEGMENTS.flatMap((part, s) => (random() < part ? [`s${s}`] : []));
    const segments = SegmentSet.of(numbers, ids);
    put({
      conversationId: `c${n}`,
      status: random() < 0.8 ? 'new' : 'pending',
      channel: random() < 0.3 ? 'web' : 'api',
      ownerId: PEOPLE[pick(PEOPLE.length)] ?? null,
      rankTimeMs,
      priority: priorityOf(segments),
      segments,
      revision: clock,
    });
  };
  for (let n = 0; n < rows; n++) arrive(n, n);

  for (let change = 0; change < changes; change++) {
    clock++;
    const n = pick(rows);
    const old = naive.rows.get(`c${n}`);
    const what = random();
    if (old === undefined) {
      arrive(n, clock);
    } else if (what < 0.35) {
      const id = `s${pick(SEGMENTS.length)}`;
      const segments = old.segments.with(numbers.give(id), !old.segments.has(id));
      put({ ...old, segments, priority: priorityOf(segments), revision: clock });
    } else if (what < 0.65) {
      const status = old.status === 'new' ? 'pending' : 'new';
      put({ ...old, status, rankTimeMs: clock, revision: clock });
    } else if (what < 0.8) {
      put({ ...old, ownerId: PEOPLE[pick(PEOPLE.length)] ?? null, revision: clock });
    } else if (what < 0.9) {
      put({ ...old, rankTimeMs: pick(clock), revision: clock });
    } else if (what < 0.9995) {
      queue.remove(old.conversationId);
      naive.rows.delete(old.conversationId);
    } else {
      const segment = pick(SEGMENTS.length);
      const by = high.has(segment) ? -1 : 1;
      if (by === 1) high.add(segment);
      else high.delete(segment);
      queue.shiftPriority(`s${segment}`, by);
      naive.shiftPriority(`s${segment}`, by);
      toggles++;
    }
  }
  return { queue, naive, toggles };
}

export const SOAK_FILTERS: readonly QueueFilter[] = [
  {},
  { status: 'pending' },
  { segments: ['s1'] },
  { segments: ['s3'], owner: 'ada' },
  { segments: ['s0', 's4'], match: 'all', channel: 'web' },
  { segments: ['s0', 's2'], match: 'none', owner: 'unowned' },
  { segments: ['s2', 's3'], status: 'pending' },
];

/** The first thing that is not as the oracle has it; null if all is. */
export function firstDifference({ queue, naive }: Soaked): string | null {
  for (const filter of SOAK_FILTERS) {
    for (const order of ['priority', 'oldest'] as const) {
      const truth = naive.ranked(filter, order).map((row) => row.conversationId);
      const { ids, total } = queue.window(filter, order, 0, naive.rows.size);
      const asked = `${JSON.stringify(filter)}, ${order}`;
      if (total !== truth.length) return `${asked}: ${total} rows instead of ${truth.length}`;
      const wrong = truth.findIndex((id, place) => ids[place] !== id);
      if (wrong >= 0) return `${asked}: ${ids[wrong]} instead of ${truth[wrong]} at ${wrong}`;
      for (let place = 0; place < truth.length; place += 1 + (truth.length >> 7)) {
        const found = queue.placeOf(truth[place] ?? '', filter, order);
        if (found !== place + 1) return `${asked}: ${truth[place]} is said to be at ${found}`;
      }
    }
    const counts = queue.segmentCounts(filter);
    for (const [id, count] of Object.entries(naive.segmentCounts(filter))) {
      if (counts.get(id) !== count) return `${id} is counted ${counts.get(id)}, not ${count}`;
    }
  }
  for (const [id, row] of naive.rows) {
    if (queue.get(id)?.priority !== row.priority) return `${id} has not priority ${row.priority}`;
  }
  return queue.size === naive.rows.size ? null : 'rows are left that should be gone';
}

export const soakBenchmark: Benchmark = {
  name: 'soak',
  about: 'a million random changes, then the whole queue against its oracle',
  async run(options) {
    const changes = numberOption(options, 'changes', 1_000_000);
    const rows = numberOption(options, 'size', 20_000);
    const seed = numberOption(options, 'seed', 1);
    const started = performance.now();
    const soaked = soak(rows, changes, seed);
    const seconds = (performance.now() - started) / 1_000;
    const difference = firstDifference(soaked);
    if (difference !== null) throw new Error(`After ${changes} changes: ${difference}`);
    return {
      title: 'Soak: random changes, then the whole queue compared with its oracle',
      columns: ['conversations', 'changes', 'toggles', 'seconds, oracle included', 'differences'],
      rows: [[`${rows}`, `${changes}`, `${soaked.toggles}`, seconds.toFixed(1), '0']],
    };
  },
};
