import { type CanonicalFilter, matchesFilter, type QueueOrder, type QueueRow } from './filter';
import { type Comparator, comparatorOf } from './order';
import { BlockedList } from './ranked-list';
import type { RowChange } from './row-change';

/** Told of every row of the list that changed; null where the list did or does not hold it. */
export type ListFollower = {
  rowChanged(before: QueueRow | null, after: QueueRow | null): void;
  /** Every row may show something else now, at its old place. */
  allChanged(): void;
};

/** Moving a row one by one costs about as much as passing over this many in a rebuild. */
const ROWS_PER_MOVE = 32;

/** The rows of one filter in one order, kept up to date. */
export class FilteredList {
  readonly compare: Comparator<QueueRow>;
  readonly followers = new Set<ListFollower>();
  readonly #filter: CanonicalFilter;
  readonly #ranked: BlockedList<QueueRow>;

  /** `rows` are all that may pass the filter; quickest when they are in the order already. */
  constructor(filter: CanonicalFilter, order: QueueOrder, rows: Iterable<QueueRow>) {
    this.#filter = filter;
    this.compare = comparatorOf(order);
    const passing: QueueRow[] = [];
    for (const row of rows) if (matchesFilter(row, filter)) passing.push(row);
    this.#ranked = new BlockedList(this.compare, passing);
  }

  get total(): number {
    return this.#ranked.size;
  }

  window(offset: number, limit: number): QueueRow[] {
    return this.#ranked.slice(offset, offset + limit);
  }

  /** The place from 0, or -1. */
  indexOf(row: QueueRow): number {
    return matchesFilter(row, this.#filter) ? this.#ranked.indexOf(row) : -1;
  }

  rows(): Iterable<QueueRow> {
    return this.#ranked;
  }

  apply({ before, after }: RowChange): void {
    const was = this.#passing(before);
    const is = this.#passing(after);
    if (was === null && is === null) return;
    if (was !== null && (is === null || this.compare(was, is) !== 0)) this.#ranked.delete(was);
    if (is !== null) this.#ranked.add(is);
    this.#tell(was, is);
  }

  /** Each row at most once. */
  applyAll(changes: readonly RowChange[]): void {
    if (changes.length * ROWS_PER_MOVE < this.total) {
      for (const change of changes) this.apply(change);
      return;
    }
    const gone = new Set<string>();
    const arrived: QueueRow[] = [];
    for (const { before, after } of changes) {
      const was = this.#passing(before);
      const is = this.#passing(after);
      if (was !== null) gone.add(was.conversationId);
      if (is !== null) arrived.push(is);
      if (was !== null || is !== null) this.#tell(was, is);
    }
    if (gone.size === 0 && arrived.length === 0) return;
    const rows: QueueRow[] = [];
    for (const row of this.#ranked) if (!gone.has(row.conversationId)) rows.push(row);
    for (const row of arrived) rows.push(row);
    this.#ranked.reset(rows);
  }

  #passing(row: QueueRow | null): QueueRow | null {
    return row !== null && matchesFilter(row, this.#filter) ? row : null;
  }

  #tell(was: QueueRow | null, is: QueueRow | null): void {
    for (const follower of this.followers) follower.rowChanged(was, is);
  }
}
