import type { Bits } from './bits';
import type { Blocks } from './blocks';
import type { Column } from './column';
import { countSlots } from './mask';
import type { WaitingOrder } from './waiting-order';

/** The slots of the rows at each priority. */
export class Levels {
  readonly #blocks: Blocks;
  readonly #order: WaitingOrder;
  /** By priority. */
  readonly #bits: Bits[] = [];

  constructor(blocks: Blocks, order: WaitingOrder) {
    this.#blocks = blocks;
    this.#order = order;
  }

  /** The levels that hold rows, highest first. */
  *fromTop(): Iterable<Bits> {
    for (let priority = this.#bits.length - 1; priority >= 0; priority--) {
      const bits = this.#bits[priority];
      if (bits !== undefined && bits.size > 0) yield bits;
    }
  }

  /** The priority of the row at the slot; quickest when it is the one expected. */
  at(slot: number, expected: number): number {
    if (this.#bits[expected]?.has(slot)) return expected;
    return this.#bits.findIndex((bits) => bits.has(slot));
  }

  /** The slots of the rows with this priority. */
  level(priority: number): Bits {
    while (this.#bits.length <= priority) this.#bits.push(this.#blocks.newBits());
    return this.#bits[priority] ?? this.#blocks.newBits();
  }

  add(handle: number, priority: number): void {
    this.level(priority).add(this.#order.slotOf[handle] ?? 0);
  }

  delete(handle: number, priority: number): void {
    this.level(priority).delete(this.#order.slotOf[handle] ?? 0);
  }

  /** Every row of the column has a priority higher, or lower, by one; none may fall below 0. */
  shift(column: Column, by: 1 | -1): void {
    if (this.#bits.at(-1)?.size !== 0) this.level(this.#bits.length);
    if (column.bits === null) this.#shiftFew(column.few ?? [], by);
    else this.#shiftWords(column.bits, by);
    this.#trim();
  }

  /** Whether a row of the column has this priority. */
  holdsOf(priority: number, column: Column): boolean {
    const level = this.level(priority);
    if (column.bits !== null) {
      return countSlots(level, { all: [column.bits], any: [], none: [] }, this.#blocks) > 0;
    }
    for (const handle of column.few ?? []) {
      if (level.has(this.#order.slotOf[handle] ?? 0)) return true;
    }
    return false;
  }

  #shiftFew(handles: Iterable<number>, by: 1 | -1): void {
    for (const handle of handles) {
      const priority = this.at(this.#order.slotOf[handle] ?? 0, 0);
      this.delete(handle, priority);
      this.add(handle, priority + by);
    }
  }

  #shiftWords(members: Bits, by: 1 | -1): void {
    const { order, length, shift } = this.#blocks;
    const words = 1 << (shift - 5);
    // The largest levels first: most members of a block are found before the small ones.
    const levels = [...this.#bits.keys()]
      .map((priority) => ({
        from: this.level(priority),
        to: this.level(Math.max(0, priority + by)),
      }))
      .filter(({ from, to }) => from.size > 0 && from !== to)
      .sort((a, b) => b.from.size - a.from.size);
    const left = new Int32Array(words);
    for (let place = 0; place < length; place++) {
      const block = order[place] ?? 0;
      let count = members.counts[block] ?? 0;
      if (count === 0) continue;
      const start = block * words;
      for (let word = 0; word < words; word++) left[word] = members.words[start + word] ?? 0;
      for (const { from, to } of levels) {
        count -= from.moveWords(block, left, to);
        if (count === 0) break;
      }
    }
  }

  /** Lets go of empty levels above the highest. */
  #trim(): void {
    for (let top = this.#bits.at(-1); top?.size === 0; top = this.#bits.at(-1)) {
      this.#blocks.drop(top);
      this.#bits.pop();
    }
  }
}
