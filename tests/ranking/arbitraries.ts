import fc from 'fast-check';
import { expect } from 'vitest';
import {
  QUEUE_ORDERS,
  QUEUE_STATUSES,
  type QueueFilter,
  type QueueRow,
  SEGMENT_MATCHES,
  type ViewSpec,
} from '@/lib/ranking/filter';
import type { LiveQueue } from '@/lib/ranking/live-queue';
import { setOf } from '../segments/set-of';
import type { NaiveQueue } from './naive-queue';

const SEGMENTS = ['a', 'b', 'c', 'd', 'vip'];
const CHANNELS = ['api', 'web'];
const PEOPLE = ['ada', 'bob'];

/** A few ids, times and priorities, so that ties and replacements are common. */
const conversationId = fc.integer({ min: 0, max: 39 }).map((n) => `c${n}`);

const rowContent = fc.record({
  status: fc.constantFrom(...QUEUE_STATUSES, 'new' as const, 'new' as const),
  channel: fc.constantFrom(...CHANNELS),
  ownerId: fc.constantFrom(null, null, ...PEOPLE),
  rankTimeMs: fc.integer({ min: 0, max: 9 }),
  priority: fc.integer({ min: 0, max: 3 }),
  segments: fc.subarray(SEGMENTS).map((ids) => setOf(...ids)),
});

export const filters: fc.Arbitrary<QueueFilter> = fc.record(
  {
    segments: fc.array(fc.constantFrom(...SEGMENTS, 'unknown'), { maxLength: 3 }),
    match: fc.constantFrom(...SEGMENT_MATCHES),
    channel: fc.constantFrom(...CHANNELS),
    owner: fc.constantFrom('unowned', ...PEOPLE),
    status: fc.constantFrom(...QUEUE_STATUSES),
  },
  { requiredKeys: [] },
);

/** Filters a desk would have open: often the plain queue. */
export const commonFilters = fc.oneof(fc.constant<QueueFilter>({}), filters);

export const orders = fc.constantFrom(...QUEUE_ORDERS);

export const specs: fc.Arbitrary<ViewSpec> = fc.record({
  filter: commonFilters,
  order: orders,
  offset: fc.constantFrom(0, 0, 1, 3, 10),
  limit: fc.constantFrom(1, 3, 5, 50),
});

export type RowStep =
  | { kind: 'put'; conversationId: string; content: Omit<QueueRow, 'conversationId' | 'revision'> }
  | {
      kind: 'change';
      conversationId: string;
      content: Partial<Omit<QueueRow, 'conversationId' | 'revision'>>;
    }
  | { kind: 'remove'; conversationId: string }
  | { kind: 'toggle'; segmentId: string; by: 1 | -1 }
  | { kind: 'floor' };

const put = fc.record({ kind: fc.constant('put' as const), conversationId, content: rowContent });
/** One fact of a row that may be there: what happens most on a desk. */
const change = fc.record({
  kind: fc.constant('change' as const),
  conversationId,
  content: fc
    .tuple(
      rowContent,
      fc.subarray(['status', 'channel', 'ownerId', 'rankTimeMs', 'priority', 'segments'] as const, {
        maxLength: 2,
      }),
    )
    .map(([content, keys]) => Object.fromEntries(keys.map((key) => [key, content[key]]))),
});
const remove = fc.record({ kind: fc.constant('remove' as const), conversationId });

const toggle = fc.record({
  kind: fc.constant('toggle' as const),
  segmentId: fc.constantFrom(...SEGMENTS, 'unknown'),
  by: fc.constantFrom(1 as const, -1 as const),
});

export const rowSteps: fc.Arbitrary<RowStep> = fc.oneof(
  { weight: 5, arbitrary: put },
  { weight: 8, arbitrary: change },
  { weight: 2, arbitrary: remove },
  { weight: 1, arbitrary: toggle },
  { weight: 1, arbitrary: fc.constant({ kind: 'floor' as const }) },
);

/** Does one step, at its revision, to the queue and to its oracle. */
export function doStep(step: RowStep, revision: number, queue: LiveQueue, naive: NaiveQueue): void {
  if (step.kind === 'floor') {
    queue.setRevisionFloor(revision);
    naive.floor = revision;
  } else if (step.kind === 'toggle') {
    if (naive.shiftPriority(step.segmentId, step.by)) {
      queue.shiftPriority(step.segmentId, step.by);
    } else {
      expect(() => queue.shiftPriority(step.segmentId, step.by)).toThrow(RangeError);
    }
    queue.setRevisionFloor(revision);
    naive.floor = revision;
  } else if (step.kind === 'remove') {
    queue.remove(step.conversationId);
    naive.rows.delete(step.conversationId);
  } else {
    const { conversationId } = step;
    const old = naive.rows.get(conversationId);
    const row =
      step.kind === 'put'
        ? { conversationId, revision, ...step.content }
        : old && { ...old, revision, ...step.content };
    if (row === undefined) return;
    queue.put(row);
    naive.rows.set(conversationId, row);
  }
}
