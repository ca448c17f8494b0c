import { Bits, grown } from './bits';

/** 512 slots, 16 words, a block. */
const BLOCK_SHIFT = 9;
const FIRST_CAPACITY = 8;

/**
 * Which blocks of slots there are and in what order they stand. A block's number never changes
 * while it is in use, so a new one between two others moves no bit of the rest.
 */
export class Blocks {
  /** A slot is in the block `slot >>> shift`. */
  readonly shift: number;
  /** Block numbers by place; only the first `length` count. */
  order = new Int32Array(FIRST_CAPACITY);
  /** Places by block number. */
  places = new Int32Array(FIRST_CAPACITY);
  length = 0;
  /** Rises when a block in use gets another place. */
  version = 0;
  readonly #bits = new Set<Bits>();
  readonly #free: number[] = [];
  #named = 0;

  constructor(shift: number = BLOCK_SHIFT) {
    this.shift = shift;
  }

  /** How many blocks there is room for. */
  get capacity(): number {
    return this.order.length;
  }

  /** Bits over all slots, none set; they grow with the blocks until dropped. */
  newBits(): Bits {
    const bits = new Bits(this);
    this.#bits.add(bits);
    return bits;
  }

  drop(bits: Bits): void {
    this.#bits.delete(bits);
  }

  /** The number of a new block at this place. */
  add(place: number): number {
    const block = this.#free.pop() ?? this.#named++;
    if (block >= this.capacity) this.#grow();
    this.order.copyWithin(place + 1, place, this.length);
    this.order[place] = block;
    this.length++;
    this.#number(place);
    if (place < this.length - 1) this.version++;
    return block;
  }

  /** The block must hold nothing; its number may be given to another. */
  remove(block: number): void {
    const place = this.places[block] ?? 0;
    this.order.copyWithin(place, place + 1, this.length);
    this.length--;
    this.#free.push(block);
    this.#number(place);
    this.version++;
  }

  /** Where the slot stands among all slots. */
  positionOf(slot: number): number {
    const within = slot & ((1 << this.shift) - 1);
    return ((this.places[slot >>> this.shift] ?? 0) << this.shift) | within;
  }

  /** The slot at a position. */
  slotAt(position: number): number {
    const within = position & ((1 << this.shift) - 1);
    return ((this.order[position >>> this.shift] ?? 0) << this.shift) | within;
  }

  #number(from: number): void {
    for (let place = from; place < this.length; place++) {
      this.places[this.order[place] ?? 0] = place;
    }
  }

  #grow(): void {
    const capacity = this.capacity + (this.capacity >> 1);
    this.order = grown(this.order, new Int32Array(capacity));
    this.places = grown(this.places, new Int32Array(capacity));
    for (const bits of this.#bits) bits.grow();
  }
}
