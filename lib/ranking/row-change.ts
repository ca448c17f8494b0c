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

/** Compares the segments of a row once, for everyone who counts them. */
export function rowChange<B extends QueueRow | null, A extends QueueRow | null>(
  before: B,
  after: A,
): RowChange & { before: B; after: A } {
  const gained: string[] = [];
  const lost: string[] = [];
  if (before !== null && after !== null && before.segments !== after.segments) {
    for (const id of after.segments) if (!before.segments.has(id)) gained.push(id);
    for (const id of before.segments) if (!after.segments.has(id)) lost.push(id);
  }
  return { before, after, gained, lost };
}
