import {
  baseOf,
  canonicalFilter,
  filterKey,
  type QueueFilter,
  type QueueOrder,
  type QueueRow,
} from './filter';
import { FilteredList, type ListFollower } from './filtered-list';
import { Keep } from './keep';
import { type RowChange, rowChange } from './row-change';
import { type CountsFollower, SegmentCounts } from './segment-counts';

/** Who is told of the rows of one filter and order, and of the counts under it. */
export type QueueFollower = ListFollower & CountsFollower;

/** What a follower reads; true at once after every change, but inside a batch. */
export type Followed = {
  readonly list: Pick<FilteredList, 'compare' | 'total' | 'window'>;
  readonly counts: Pick<SegmentCounts, 'counts'>;
};

/** How many lists, and counts, that nobody follows are kept for the next question. */
const MAX_IDLE = 16;

/** The open conversations in rank order, under any filter: told of rows, asked for windows. */
export class LiveQueue {
  readonly #rows = new Map<string, QueueRow>();
  readonly #lists = new Keep<FilteredList>(MAX_IDLE);
  readonly #counts = new Keep<SegmentCounts>(MAX_IDLE);
  /** Inside a batch: each row touched, as lists and counts still have it. */
  readonly #unsettled = new Map<string, QueueRow | null>();
  #depth = 0;
  #floor = 0;

  get size(): number {
    return this.#rows.size;
  }

  /** Whether a batch is going on. */
  get inBatch(): boolean {
    return this.#depth > 0;
  }

  /** Inserts or replaces a row. It is copied, but for its set of segments, which must not change. */
  put(row: QueueRow): void {
    const before = this.#rows.get(row.conversationId) ?? null;
    const after = { ...row };
    this.#rows.set(row.conversationId, after);
    this.#changed(row.conversationId, before, after);
  }

  /** Whether the row was there. */
  remove(conversationId: string): boolean {
    const before = this.#rows.get(conversationId);
    if (before === undefined) return false;
    this.#rows.delete(conversationId);
    this.#changed(conversationId, before, null);
    return true;
  }

  get(conversationId: string): QueueRow | undefined {
    return this.#rows.get(conversationId);
  }

  /** All rows, in no order. */
  rows(): Iterable<QueueRow> {
    return this.#rows.values();
  }

  /**
   * Views see everything done inside at once; many changes rebuild lists instead of moving one by
   * one. A question asked inside is answered with what was done so far. What was done before an
   * error stays done.
   */
  batch(work: () => void): void {
    this.#depth++;
    try {
      work();
    } finally {
      this.#depth--;
      if (this.#depth === 0) this.#settle();
    }
  }

  /** Every row shows at least this revision: a change of the catalogue touches all rows. */
  setRevisionFloor(revision: number): void {
    if (revision <= this.#floor) return;
    this.#floor = revision;
    this.#lists.each((list) => {
      for (const follower of list.followers) follower.allChanged();
    });
  }

  /** The revision of what the row shows; for a row that is not there, the floor. */
  revisionOf(conversationId: string): number {
    return Math.max(this.#rows.get(conversationId)?.revision ?? 0, this.#floor);
  }

  /** Ids at places `offset` up to, not including, `offset + limit`, and how many pass the filter. */
  window(
    filter: QueueFilter,
    order: QueueOrder,
    offset: number,
    limit: number,
  ): { ids: string[]; total: number } {
    const list = this.#list(filter, order);
    const ids = list.window(offset, limit).map((row) => row.conversationId);
    return { ids, total: list.total };
  }

  /** Rows that match each segment, under the filter's channel, owner and status; no zeros. */
  segmentCounts(filter: QueueFilter): Map<string, number> {
    this.#settle();
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
    const row = this.#rows.get(conversationId);
    if (row === undefined) return null;
    const index = this.#list(filter, order).indexOf(row);
    return index < 0 ? null : index + 1;
  }

  /** The highest row of the filter that is not to be skipped. */
  first(filter: QueueFilter, skip: ReadonlySet<string>): string | null {
    for (const { conversationId } of this.#list(filter, 'priority').rows()) {
      if (!skip.has(conversationId)) return conversationId;
    }
    return null;
  }

  /** Tells the follower of every change from now on, until `unfollow` with the same three. */
  follow(filter: QueueFilter, order: QueueOrder, follower: QueueFollower): Followed {
    this.#settle();
    const list = this.#lists.hold(listKey(filter, order), () => this.#makeList(filter, order));
    const base = baseOf(filter);
    const counts = this.#counts.hold(filterKey(base), () => this.#makeCounts(base));
    list.followers.add(follower);
    counts.followers.add(follower);
    return { list, counts };
  }

  unfollow(filter: QueueFilter, order: QueueOrder, follower: QueueFollower): void {
    const list = this.#lists.peek(listKey(filter, order));
    if (list === undefined || !list.followers.delete(follower)) return;
    const baseKey = filterKey(baseOf(filter));
    this.#counts.peek(baseKey)?.followers.delete(follower);
    this.#lists.release(listKey(filter, order));
    this.#counts.release(baseKey);
  }

  #changed(conversationId: string, before: QueueRow | null, after: QueueRow | null): void {
    if (this.#depth > 0) {
      if (!this.#unsettled.has(conversationId)) this.#unsettled.set(conversationId, before);
      return;
    }
    const change = rowChange(before, after);
    this.#lists.each((list) => list.apply(change));
    this.#counts.each((counts) => counts.apply(change));
  }

  #settle(): void {
    if (this.#unsettled.size === 0) return;
    const changes: RowChange[] = [];
    for (const [conversationId, before] of this.#unsettled) {
      changes.push(rowChange(before, this.#rows.get(conversationId) ?? null));
    }
    this.#unsettled.clear();
    this.#lists.each((list) => list.applyAll(changes));
    this.#counts.each((counts) => {
      for (const change of changes) counts.apply(change);
    });
  }

  #list(filter: QueueFilter, order: QueueOrder): FilteredList {
    this.#settle();
    return this.#lists.ask(listKey(filter, order), () => this.#makeList(filter, order));
  }

  #makeList(filter: QueueFilter, order: QueueOrder): FilteredList {
    // The whole queue in this order is nearly always kept, and spares the sorting.
    const whole = this.#lists.peek(listKey({ status: filter.status }, order));
    return new FilteredList(canonicalFilter(filter), order, whole?.rows() ?? this.#rows.values());
  }

  #makeCounts(base: QueueFilter): SegmentCounts {
    return new SegmentCounts(base, this.#rows.values());
  }
}

function listKey(filter: QueueFilter, order: QueueOrder): string {
  return `${order}:${filterKey(filter)}`;
}
