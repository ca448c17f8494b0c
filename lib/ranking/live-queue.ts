import {
  baseOf,
  canonicalFilter,
  filterKey,
  QUEUE_STATUSES,
  type QueueFilter,
  type QueueOrder,
  type QueueRow,
  type QueueStatus,
} from './filter';
import { FilterIndex } from './filter-index';
import { FollowedFilter, type ListFollower } from './followed-filter';
import { Keep } from './keep';
import { RankedRows } from './ranked-rows';
import { type RowChange, rowChange } from './row-change';
import { type CountsFollower, SegmentCounts } from './segment-counts';

/** Who is told of the rows of one filter and order, and of the counts under it. */
export type QueueFollower = ListFollower & CountsFollower;

/** What a follower reads; true at once after every change, but inside a batch. */
export type Followed = {
  readonly list: Pick<FollowedFilter, 'compare' | 'total' | 'window'>;
  readonly counts: Pick<SegmentCounts, 'counts'>;
};

/** How many counts that nobody follows are kept for the next question. */
const MAX_IDLE_COUNTS = 16;

/** To take a window anew costs about as much as telling it of so many changes. */
const CHANGES_TOLD_IN_BATCH = 256;

/** The open conversations in rank order, under any filter: told of rows, asked for windows. */
export class LiveQueue {
  readonly #lines: Record<QueueStatus, RankedRows>;
  readonly #lists = new FilterIndex<FollowedFilter>();
  readonly #followed = new Keep<FollowedFilter>(0, (list) => this.#lists.delete(list));
  readonly #bases = new FilterIndex<SegmentCounts>();
  readonly #counts = new Keep<SegmentCounts>(MAX_IDLE_COUNTS, (counts) =>
    this.#bases.delete(counts),
  );
  #depth = 0;
  /** Changes since the outermost batch began. */
  #changesInBatch = 0;
  #floor = 0;

  /** A block of the ranking has `2 ** blockShift` slots, 32 or more; few are for small queues. */
  constructor(blockShift?: number) {
    this.#lines = { new: new RankedRows(blockShift), pending: new RankedRows(blockShift) };
  }

  get size(): number {
    return this.#lines.new.size + this.#lines.pending.size;
  }

  /** Whether a batch is going on. */
  get inBatch(): boolean {
    return this.#depth > 0;
  }

  /**
   * Inserts or replaces a row. It is copied, but for its set of segments, which must not change.
   * Its priority is a whole number from 0. Many rows are quickest put in waiting order.
   */
  put(row: QueueRow): void {
    if (!Number.isSafeInteger(row.priority) || row.priority < 0) {
      throw new RangeError(`A priority is a whole number from 0, not ${row.priority}`);
    }
    const { conversationId, status } = row;
    const after = { ...row };
    const line = this.#lines[status];
    const handle = line.handleOf(conversationId);
    if (handle !== undefined) {
      const before = line.row(handle);
      const change = rowChange(before, after);
      line.replace(handle, change);
      this.#changed(change);
      return;
    }
    const before = this.#take(conversationId, status === 'new' ? 'pending' : 'new');
    line.add(after);
    this.#changed(rowChange(before, after));
  }

  /** Whether the row was there. */
  remove(conversationId: string): boolean {
    for (const status of QUEUE_STATUSES) {
      const before = this.#take(conversationId, status);
      if (before === null) continue;
      this.#changed(rowChange(before, null));
      return true;
    }
    return false;
  }

  /** The row as it stands now. */
  get(conversationId: string): QueueRow | undefined {
    for (const status of QUEUE_STATUSES) {
      const handle = this.#lines[status].handleOf(conversationId);
      if (handle !== undefined) return this.#lines[status].row(handle);
    }
    return undefined;
  }

  /** All rows, in no order. */
  *rows(): Iterable<QueueRow> {
    for (const status of QUEUE_STATUSES) yield* this.#lines[status].rows();
  }

  /** How many open conversations each person has, whatever their status; people without any are left out. */
  ownedBy(): Map<string, number> {
    const owned = new Map<string, number>();
    for (const status of QUEUE_STATUSES) {
      for (const [ownerId, rows] of this.#lines[status].owners()) {
        if (ownerId !== null) owned.set(ownerId, (owned.get(ownerId) ?? 0) + rows);
      }
    }
    return owned;
  }

  /** The rows of a status in waiting order. */
  waiting(status: QueueStatus): Iterable<QueueRow> {
    return this.#lines[status].waiting();
  }

  /**
   * Every row that matches the segment has a priority higher, or lower, by one: what a toggle of
   * the segment means, at the cost of a few rows. Throws, and changes nothing, if one would fall
   * below 0.
   */
  shiftPriority(segmentId: string, by: 1 | -1): void {
    for (const status of QUEUE_STATUSES) this.#lines[status].mayShift(segmentId, by);
    for (const status of QUEUE_STATUSES) this.#lines[status].shiftPriority(segmentId, by);
    this.#allChanged();
  }

  /**
   * Views see everything done inside at once; of many changes they are told as one. A question
   * asked inside is answered with what was done so far. What was done before an error stays done.
   */
  batch(work: () => void): void {
    if (this.#depth === 0) this.#changesInBatch = 0;
    this.#depth++;
    try {
      work();
    } finally {
      this.#depth--;
      if (this.#depth === 0 && this.#isManyChanges()) this.#allChanged();
    }
  }

  /** Every row shows at least this revision: a change of the catalogue touches all rows. */
  setRevisionFloor(revision: number): void {
    if (revision <= this.#floor) return;
    this.#floor = revision;
    this.#allChanged();
  }

  /** The revision of what the row shows; for a row that is not there, the floor. */
  revisionOf(conversationId: string): number {
    return Math.max(this.get(conversationId)?.revision ?? 0, this.#floor);
  }

  /** The same, for a row that the queue gave. */
  revisionOfRow(row: QueueRow): number {
    return Math.max(row.revision, this.#floor);
  }

  /** Ids at places `offset` up to, not including, `offset + limit`, and how many pass the filter. */
  window(
    filter: QueueFilter,
    order: QueueOrder,
    offset: number,
    limit: number,
  ): { ids: string[]; total: number } {
    const canonical = canonicalFilter(filter);
    const line = this.#lines[canonical.status];
    const rows = line.window(canonical, order, offset, limit);
    return { ids: rows.map((row) => row.conversationId), total: line.total(canonical) };
  }

  /** Rows that match each segment, under the filter's channel, owner and status; no zeros. */
  segmentCounts(filter: QueueFilter): Map<string, number> {
    const base = baseOf(filter);
    const kept = this.#counts.ask(filterKey(base), () => this.#makeCounts(base));
    return new Map(kept.counts);
  }

  /** The place from 1 under the filter; null when the filter does not hold the row. */
  placeOf(
    conversationId: string,
    filter: QueueFilter = {},
    order: QueueOrder = 'priority',
  ): number | null {
    const canonical = canonicalFilter(filter);
    const line = this.#lines[canonical.status];
    const handle = line.handleOf(conversationId);
    const index = handle === undefined ? -1 : line.indexOf(handle, canonical, order);
    return index < 0 ? null : index + 1;
  }

  /** The highest row of the filter that is not to be skipped. */
  first(filter: QueueFilter, skip: ReadonlySet<string>): string | null {
    const { ids } = this.window(filter, 'priority', 0, skip.size + 1);
    return ids.find((id) => !skip.has(id)) ?? null;
  }

  /** Tells the follower of every change from now on, until `unfollow` with the same three. */
  follow(filter: QueueFilter, order: QueueOrder, follower: QueueFollower): Followed {
    const list = this.#followed.hold(listKey(filter, order), () => {
      const canonical = canonicalFilter(filter);
      const made = new FollowedFilter(canonical, order, this.#lines[canonical.status]);
      this.#lists.add(canonical, made);
      return made;
    });
    const base = baseOf(filter);
    const counts = this.#counts.hold(filterKey(base), () => this.#makeCounts(base));
    list.followers.add(follower);
    counts.followers.add(follower);
    return { list, counts };
  }

  unfollow(filter: QueueFilter, order: QueueOrder, follower: QueueFollower): void {
    const list = this.#followed.peek(listKey(filter, order));
    if (list === undefined || !list.followers.delete(follower)) return;
    const baseKey = filterKey(baseOf(filter));
    this.#counts.peek(baseKey)?.followers.delete(follower);
    this.#followed.release(listKey(filter, order));
    this.#counts.release(baseKey);
  }

  /** Takes the row out; null if it does not stand there. */
  #take(conversationId: string, status: QueueStatus): QueueRow | null {
    const line = this.#lines[status];
    const handle = line.handleOf(conversationId);
    return handle === undefined ? null : line.remove(handle);
  }

  #changed(change: RowChange): void {
    this.#bases.each(change, (counts) => counts.apply(change));
    if (this.#depth > 0) {
      this.#changesInBatch++;
      if (this.#isManyChanges()) return;
    }
    this.#lists.each(change, (list) => list.apply(change));
  }

  #isManyChanges(): boolean {
    return this.#changesInBatch > CHANGES_TOLD_IN_BATCH;
  }

  #allChanged(): void {
    this.#followed.each((list) => list.allChanged());
  }

  #makeCounts(base: QueueFilter): SegmentCounts {
    const counts = new SegmentCounts(base, this.#lines[base.status ?? 'new'].rows());
    this.#bases.add(base, counts);
    return counts;
  }
}

function listKey(filter: QueueFilter, order: QueueOrder): string {
  return `${order}:${filterKey(filter)}`;
}
