import type { QueueRow } from './filter';
import type { Comparator } from './order';
import { insertAt, placeAmong, removeAt } from './places';

/** The list that the rows are of; what it says of a window is the truth. */
type List = {
  readonly compare: Comparator<QueueRow>;
  window(offset: number, limit: number): QueueRow[];
};

/** Places in the window: below 0 before it, its size or more behind it, as is what is not listed. */
export type Move = { from: number; to: number };

const BEFORE = -1;
const BEHIND = 2 ** 30 - 1;

/** So many rows are kept past either end of the window: one that leaves seldom costs a walk. */
const SPARE_ROWS = 16;

/**
 * The rows in a window of a list and a few beside it, brought up to date by each row that changes.
 * They are a run of the list without a gap. Lost when the run no longer covers the window, or when
 * more changed than it was told; then they are taken from the list.
 */
export class KeptRows {
  readonly #list: List;
  readonly #offset: number;
  readonly #limit: number;
  #rows: QueueRow[] = [];
  /** How many rows of the list stand before the run. */
  #start = 0;
  /** Whether the last row of the list is the last of the run. */
  #ended = false;
  #lost = true;

  constructor(list: List, offset: number, limit: number) {
    this.#list = list;
    this.#offset = offset;
    this.#limit = limit;
  }

  /** Whether the rows must be taken anew before anything is asked of them. */
  get lost(): boolean {
    return this.#lost;
  }

  /** How many rows the window holds. */
  get size(): number {
    return Math.max(0, Math.min(this.#limit, this.#rows.length - this.#head));
  }

  /** The row at a place of the window; it must hold one there. */
  at(place: number): QueueRow {
    const row = this.#rows[this.#head + place];
    if (row === undefined) throw new RangeError(`The window has no place ${place}`);
    return row;
  }

  /** The window's rows. */
  window(): QueueRow[] {
    return this.#rows.slice(this.#head, this.#head + this.#limit);
  }

  lose(): void {
    this.#lost = true;
  }

  /** Takes the rows from the list. They stay lost if the list ends before them. */
  take(): void {
    const start = Math.max(0, this.#offset - SPARE_ROWS);
    const wanted = this.#offset + this.#limit + SPARE_ROWS - start;
    this.#rows = this.#list.window(start, wanted);
    this.#start = start;
    this.#ended = this.#rows.length < wanted;
    // Without a row of the list, it is not known how many stand before the run.
    this.#lost = this.#rows.length === 0 && start > 0;
  }

  /**
   * A row of the list is another; null where the list did or does not hold it. From and to what
   * place of the window that moved it, the first as the window was; null if the window holds the
   * same rows as before at the same places. No place means anything when the rows got lost.
   */
  change(before: QueueRow | null, after: QueueRow | null): Move | null {
    const from = before === null ? BEHIND : this.#remove(before);
    const to = after === null || this.#lost ? BEHIND : this.#insert(after);
    this.#loseIfUnfit();
    if (!this.#lost) {
      if (from < 0 && to < 0) return null;
      if (from >= this.#limit && to >= this.#limit) return null;
    }
    return { from, to };
  }

  /** The place of the window's first row in the run. */
  get #head(): number {
    return this.#offset - this.#start;
  }

  /** The place where the row stood. */
  #remove(row: QueueRow): number {
    const place = this.#find(row);
    if (place === this.#rows.length) return BEHIND;
    if (place === 0 && this.#isBefore(row)) {
      this.#start--;
      return BEFORE;
    }
    removeAt(this.#rows, place);
    // An empty run knows its place only when the list is empty.
    if (this.#rows.length === 0 && !(this.#start === 0 && this.#ended)) this.#lost = true;
    return place - this.#head;
  }

  /** The place where the row stands. */
  #insert(row: QueueRow): number {
    const place = this.#find(row);
    if (place === this.#rows.length && !this.#ended) return BEHIND;
    if (place === 0 && this.#isBefore(row)) {
      this.#start++;
      return BEFORE;
    }
    insertAt(this.#rows, place, row);
    this.#trimEnd();
    return place - this.#head;
  }

  #find(row: QueueRow): number {
    const { compare } = this.#list;
    // Most rows of a long list are behind the run.
    const last = this.#rows.at(-1);
    if (last !== undefined && compare(last, row) < 0) return this.#rows.length;
    return placeAmong(this.#rows, row, compare);
  }

  /** Whether a row that belongs before the run's first is one of those before the run. */
  #isBefore(row: QueueRow): boolean {
    const first = this.#rows[0];
    return this.#start > 0 && first !== undefined && this.#list.compare(row, first) < 0;
  }

  /** Also when what was kept for what left before the window has become long. */
  #loseIfUnfit(): void {
    const short = this.#start + this.#rows.length < this.#offset + this.#limit;
    const head = this.#head;
    if (head < 0 || head > 4 * SPARE_ROWS || (short && !this.#ended)) this.#lost = true;
  }

  #trimEnd(): void {
    if (this.#rows.length < this.#head + this.#limit + 2 * SPARE_ROWS) return;
    this.#rows.length -= SPARE_ROWS;
    this.#ended = false;
  }
}
