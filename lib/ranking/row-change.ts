import type { QueueRow } from './filter';

/** One row before and after; null where it was or is not in the queue. */
export type RowChange = {
  before: QueueRow | null;
  after: QueueRow | null;
  /** Segments that match now and did not, for a row that was there and is. */
  gained: readonly string[];
  /** Segments that matched and do not now, for a row that was there and is. */
  lost: readonly string[];
};

/** The change of a row that was there and is. */
export type Replacement = RowChange & { before: QueueRow; after: QueueRow };

const NONE: readonly string[] = [];

/** Compares the segments of a row once, for everyone who counts them. */
export function rowChange<B extends QueueRow | null, A extends QueueRow | null>(
  before: B,
  after: A,
): RowChange & { before: B; after: A } {
  if (before === null || after === null || before.segments === after.segments) {
    return { before, after, gained: NONE, lost: NONE };
  }
  const gained = after.segments.without(before.segments);
  const lost = before.segments.without(after.segments);
  return { before, after, gained, lost };
}
