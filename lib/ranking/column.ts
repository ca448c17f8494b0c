import { lowestBit } from '@/lib/segments/word-bits';
import { Bits } from './bits';
import type { Blocks } from './blocks';
import type { WaitingOrder } from './waiting-order';

/** With more than one slot in so many set, a walk over bits is quicker than one over members. */
const SLOTS_PER_DENSE_MEMBER = 1_024;
/** A column goes back to a list only well below that, so that one at the edge does not flap. */
const SLOTS_PER_FEW_MEMBER = 4_096;

/** The rows that share one thing, such as a segment: a bit a slot, or their handles while they are few. */
export class Column {
  readonly #blocks: Blocks;
  readonly #order: WaitingOrder;
  #few: Set<number> | null = new Set();
  #bits: Bits | null = null;

  constructor(blocks: Blocks, order: WaitingOrder) {
    this.#blocks = blocks;
    this.#order = order;
  }

  get size(): number {
    return this.#few?.size ?? this.#bits?.size ?? 0;
  }

  /** The members' slots, unless they are few. */
  get bits(): Bits | null {
    return this.#bits;
  }

  /** The members' handles, if they are few. */
  get few(): ReadonlySet<number> | null {
    return this.#few;
  }

  add(handle: number): void {
    if (this.#few === null) {
      this.lay(handle);
      return;
    }
    this.#few.add(handle);
    if (this.#few.size * SLOTS_PER_DENSE_MEMBER <= this.#slots()) return;
    this.#bits = this.#laidInto(this.#blocks.newBits());
    this.#few = null;
  }

  delete(handle: number): void {
    if (this.#few !== null) {
      this.#few.delete(handle);
      return;
    }
    this.lift(handle);
    const bits = this.#bits;
    if (bits === null || bits.size * SLOTS_PER_FEW_MEMBER > this.#slots()) return;
    this.#few = new Set(this.#handlesOf(bits));
    this.#blocks.drop(bits);
    this.#bits = null;
  }

  /** The member is about to leave its slot. */
  lift(handle: number): void {
    this.#bits?.delete(this.#order.slotOf[handle] ?? 0);
  }

  /** The member came to its slot. */
  lay(handle: number): void {
    this.#bits?.add(this.#order.slotOf[handle] ?? 0);
  }

  /** The members' slots; true until the next change. */
  asBits(): Bits {
    return this.#bits ?? this.#laidInto(new Bits(this.#blocks));
  }

  #laidInto(bits: Bits): Bits {
    for (const handle of this.#few ?? []) bits.add(this.#order.slotOf[handle] ?? 0);
    return bits;
  }

  #slots(): number {
    return this.#blocks.length << this.#blocks.shift;
  }

  *#handlesOf({ words }: Bits): Iterable<number> {
    for (const [word, bits] of words.entries()) {
      for (let set = bits; set !== 0; set &= set - 1) {
        yield this.#order.handleAt[(word << 5) + lowestBit(set)] ?? 0;
      }
    }
  }
}
