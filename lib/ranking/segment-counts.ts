import { matchesBase, type QueueFilter, type QueueRow } from './filter';
import type { RowChange } from './row-change';

/** Told of every segment whose count changed. */
export type CountsFollower = { countChanged(segmentId: string): void };

/** How many rows of one channel, owner and status match each segment, kept up to date. */
export class SegmentCounts {
  readonly followers = new Set<CountsFollower>();
  readonly #base: QueueFilter;
  /** Never holds a zero. */
  readonly #counts = new Map<string, number>();

  constructor(base: QueueFilter, rows: Iterable<QueueRow>) {
    this.#base = base;
    for (const row of rows) {
      if (matchesBase(row, base)) for (const segmentId of row.segments) this.#add(segmentId, 1);
    }
  }

  get counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  apply({ before, after, gained, lost }: RowChange): void {
    const was = before !== null && matchesBase(before, this.#base) ? before : null;
    const is = after !== null && matchesBase(after, this.#base) ? after : null;
    if (was !== null) {
      for (const segmentId of is === null ? was.segments : lost) this.#add(segmentId, -1);
    }
    if (is !== null) {
      for (const segmentId of was === null ? is.segments : gained) this.#add(segmentId, 1);
    }
  }

  #add(segmentId: string, by: 1 | -1): void {
    const count = (this.#counts.get(segmentId) ?? 0) + by;
    if (count === 0) this.#counts.delete(segmentId);
    else this.#counts.set(segmentId, count);
    for (const follower of this.followers) follower.countChanged(segmentId);
  }
}
