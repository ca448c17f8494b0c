import type { Bits } from './bits';
import { Blocks } from './blocks';
import { Columns } from './columns';
import { type CanonicalFilter, matchesFilter, type QueueOrder, type QueueRow } from './filter';
import { Levels } from './levels';
import { countBefore, countSlots, type Mask, type Take, takeSlots } from './mask';
import type { Replacement } from './row-change';
import { WaitingOrder } from './waiting-order';

/**
 * The rows of one status in rank order, under any filter. Each stands at a slot in waiting order;
 * bits over the slots say who has which priority, segment, channel and owner. So a changed priority
 * moves nothing, and a window is what is set in the highest levels and passes the filter's bits.
 */
export class RankedRows {
  readonly #blocks: Blocks;
  readonly #order: WaitingOrder;
  readonly #levels: Levels;
  readonly #columns: Columns;
  readonly #handles = new Map<string, number>();
  /** A row that comes or goes: it has a slot, but no columns. */
  #bare = -1;

  /** A block has `2 ** blockShift` slots, 32 or more. */
  constructor(blockShift?: number) {
    this.#blocks = new Blocks(blockShift);
    this.#order = new WaitingOrder(this.#blocks, {
      lift: (handle) => this.#lift(handle),
      lay: (handle) => this.#lay(handle),
    });
    this.#levels = new Levels(this.#blocks, this.#order);
    this.#columns = new Columns(this.#blocks, this.#order);
  }

  get size(): number {
    return this.#handles.size;
  }

  handleOf(conversationId: string): number | undefined {
    return this.#handles.get(conversationId);
  }

  /** The row as it stands now. */
  row(handle: number): QueueRow {
    const row = this.#order.rows[handle];
    if (row === undefined) throw new Error(`No row has the handle ${handle}`);
    const priority = this.#levels.at(this.#order.slotOf[handle] ?? 0, row.priority);
    if (priority === row.priority) return row;
    const fresh = { ...row, priority };
    this.#order.rows[handle] = fresh;
    return fresh;
  }

  /** All rows, in no order. */
  *rows(): Iterable<QueueRow> {
    for (const handle of this.#handles.values()) yield this.row(handle);
  }

  /** How many rows each owner has, null for nobody. */
  owners(): Iterable<[ownerId: string | null, rows: number]> {
    return this.#columns.owners();
  }

  /** All rows in waiting order. */
  *waiting(): Iterable<QueueRow> {
    for (const handle of this.#order.inOrder()) yield this.row(handle);
  }

  /** A row that is not here yet. */
  add(row: QueueRow): void {
    this.#bare = this.#order.nextHandle;
    const handle = this.#order.add(row);
    this.#bare = -1;
    this.#columns.add(handle, row);
    this.#handles.set(row.conversationId, handle);
  }

  /** The row as it stood. */
  remove(handle: number): QueueRow {
    const row = this.row(handle);
    this.#columns.delete(handle, row);
    this.#bare = handle;
    this.#order.remove(handle);
    this.#bare = -1;
    this.#handles.delete(row.conversationId);
    return row;
  }

  /** `before` is the row as it stands, `after` the one to take its place. */
  replace(handle: number, change: Replacement): void {
    const { before, after } = change;
    this.#columns.replace(handle, change);
    if (before.priority !== after.priority) {
      this.#levels.delete(handle, before.priority);
      this.#levels.add(handle, after.priority);
    }
    this.#order.rows[handle] = after;
    if (before.rankTimeMs !== after.rankTimeMs) this.#order.timeChanged(handle);
  }

  /** Throws if a shift would bring a priority below 0. */
  mayShift(segmentId: string, by: 1 | -1): void {
    const column = this.#columns.segment(segmentId);
    if (by === -1 && column !== undefined && this.#levels.holdsOf(0, column)) {
      throw new RangeError('A priority cannot fall below 0');
    }
  }

  /** Every row that matches the segment has a priority higher, or lower, by one. */
  shiftPriority(segmentId: string, by: 1 | -1): void {
    const column = this.#columns.segment(segmentId);
    if (column !== undefined) this.#levels.shift(column, by);
  }

  /** Rows at places `offset` up to, not including, `offset + limit`. */
  window(filter: CanonicalFilter, order: QueueOrder, offset: number, limit: number): QueueRow[] {
    const take: Take = { skip: offset, want: limit, slots: [] };
    if (limit > 0) this.#take(filter, order, take);
    return take.slots.map((slot) => this.row(this.#order.handleAt[slot] ?? -1));
  }

  /** How many rows pass the filter. */
  total(filter: CanonicalFilter): number {
    const { few, mask } = this.#columns.find(filter);
    if (few !== null) return few.length;
    const [bits, rest] = this.#narrowest(mask);
    return countSlots(bits, rest, this.#blocks);
  }

  /** The place from 0; -1 if the filter does not hold the row. */
  indexOf(handle: number, filter: CanonicalFilter, order: QueueOrder): number {
    const row = this.row(handle);
    if (!matchesFilter(row, filter)) return -1;
    const slot = this.#order.slotOf[handle] ?? 0;
    const { few, mask } = this.#columns.find(filter);
    if (few !== null) return this.#countFewBefore(few, slot, order, row.priority);
    if (order === 'oldest') {
      const [bits, rest] = this.#narrowest(mask);
      return countBefore(bits, rest, this.#blocks, slot);
    }
    const own = this.#levels.level(row.priority);
    let index = countBefore(own, mask, this.#blocks, slot);
    for (const level of this.#levels.fromTop()) {
      if (level === own) break;
      index += countSlots(level, mask, this.#blocks);
    }
    return index;
  }

  #lift(handle: number): void {
    const row = this.row(handle);
    this.#levels.delete(handle, row.priority);
    if (handle !== this.#bare) this.#columns.lift(handle, row);
  }

  #lay(handle: number): void {
    const row = this.#order.rows[handle];
    if (row === undefined) return;
    this.#levels.add(handle, row.priority);
    if (handle !== this.#bare) this.#columns.lay(handle, row);
  }

  #take(filter: CanonicalFilter, order: QueueOrder, take: Take): void {
    const { few, mask } = this.#columns.find(filter);
    if (few !== null) {
      this.#takeFew(few, order, take);
    } else if (order === 'oldest') {
      const [bits, rest] = this.#narrowest(mask);
      takeSlots(bits, rest, this.#blocks, take);
    } else {
      for (const level of this.#levels.fromTop()) {
        takeSlots(level, mask, this.#blocks, take);
        if (take.slots.length === take.want) return;
      }
    }
  }

  /** Where waiting alone counts, one of the filter's own columns can lead. */
  #narrowest(mask: Mask): [Bits, Mask] {
    const [first, ...all] = mask.all;
    return first === undefined ? [this.#order.taken, mask] : [first, { ...mask, all }];
  }

  #takeFew(few: Int32Array, order: QueueOrder, take: Take): void {
    let left = few.length;
    const levels = order === 'oldest' ? [this.#order.taken] : this.#levels.fromTop();
    for (const level of levels) {
      const here: number[] = [];
      let kept = 0;
      for (let i = 0; i < left; i++) {
        const slot = few[i] ?? 0;
        if (level.has(slot)) here.push(this.#blocks.positionOf(slot));
        else few[kept++] = slot;
      }
      left = kept;
      if (here.length <= take.skip) {
        take.skip -= here.length;
      } else {
        const until = take.skip + take.want - take.slots.length;
        for (const position of Int32Array.from(here).sort().subarray(take.skip, until)) {
          take.slots.push(this.#blocks.slotAt(position));
        }
        take.skip = 0;
      }
      if (left === 0 || take.slots.length === take.want) return;
    }
  }

  #countFewBefore(few: Int32Array, slot: number, order: QueueOrder, priority: number): number {
    const position = this.#blocks.positionOf(slot);
    let count = 0;
    for (const other of few) {
      const itsPriority = order === 'oldest' ? priority : this.#levels.at(other, priority);
      if (itsPriority < priority) continue;
      if (itsPriority > priority || this.#blocks.positionOf(other) < position) count++;
    }
    return count;
  }
}
