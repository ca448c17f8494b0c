import { type CanonicalFilter, matchesFilter, type QueueOrder, type QueueRow } from './filter';
import { type Comparator, comparatorOf } from './order';
import type { RankedRows } from './ranked-rows';
import type { RowChange } from './row-change';

/** Told of every row of the list that changed; null where the list did or does not hold it. */
export type ListFollower = {
  rowChanged(before: QueueRow | null, after: QueueRow | null): void;
  /** Every row may show something else now, and may stand elsewhere. */
  allChanged(): void;
};

/** The rows of one filter in one order, for those who follow them. */
export class FollowedFilter {
  readonly compare: Comparator<QueueRow>;
  readonly followers = new Set<ListFollower>();
  readonly #filter: CanonicalFilter;
  readonly #order: QueueOrder;
  readonly #rows: RankedRows;
  /** null when it has to be counted anew. */
  #total: number | null = null;

  /** `rows` are those of the filter's status. */
  constructor(filter: CanonicalFilter, order: QueueOrder, rows: RankedRows) {
    this.#filter = filter;
    this.#order = order;
    this.#rows = rows;
    this.compare = comparatorOf(order);
  }

  get total(): number {
    this.#total ??= this.#rows.total(this.#filter);
    return this.#total;
  }

  window(offset: number, limit: number): QueueRow[] {
    return this.#rows.window(this.#filter, this.#order, offset, limit);
  }

  apply({ before, after }: RowChange): void {
    const was = before !== null && matchesFilter(before, this.#filter) ? before : null;
    const is = after !== null && matchesFilter(after, this.#filter) ? after : null;
    if (was === null && is === null) return;
    if (this.#total !== null) this.#total += Number(is !== null) - Number(was !== null);
    for (const follower of this.followers) follower.rowChanged(was, is);
  }

  /** More changed than is worth telling one by one. */
  allChanged(): void {
    this.#total = null;
    for (const follower of this.followers) follower.allChanged();
  }
}
