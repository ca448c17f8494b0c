import { bitCount, lowestBit } from '@/lib/segments/word-bits';

/** Blocks are counted together by 64, so that a place is found without a long sum. */
export const GROUP_SHIFT = 6;

/** What bits must know of the blocks of slots they lie over. */
export type BlockOrder = {
  /** A slot is in the block `slot >>> shift`. */
  readonly shift: number;
  /** Block numbers by place; only the first `length` count. */
  readonly order: Int32Array;
  /** Places by block number. */
  readonly places: Int32Array;
  readonly length: number;
  /** How many blocks there is room for. */
  readonly capacity: number;
  /** Rises when a block in use gets another place. */
  readonly version: number;
};

/** A set of slots: a bit each, counted by block and by group of blocks. */
export class Bits {
  words: Int32Array;
  /** By block number. */
  counts: Uint16Array;
  /** By block number: which of its words, 16 at most, are not zero. */
  filled: Uint16Array;
  size = 0;
  readonly #blocks: BlockOrder;
  #groups: Int32Array;
  #groupsVersion: number;

  constructor(blocks: BlockOrder) {
    this.#blocks = blocks;
    this.words = new Int32Array(blocks.capacity << (blocks.shift - 5));
    this.counts = new Uint16Array(blocks.capacity);
    this.filled = new Uint16Array(blocks.capacity);
    this.#groups = new Int32Array((blocks.capacity >> GROUP_SHIFT) + 1);
    this.#groupsVersion = blocks.version;
  }

  has(slot: number): boolean {
    return ((this.words[slot >>> 5] ?? 0) & (1 << (slot & 31))) !== 0;
  }

  /** The slot must not be in the set. */
  add(slot: number): void {
    const word = slot >>> 5;
    this.words[word] = (this.words[word] ?? 0) | (1 << (slot & 31));
    const block = slot >>> this.#blocks.shift;
    this.filled[block] = (this.filled[block] ?? 0) | this.#placeOf(word);
    this.#counted(block, 1);
  }

  /** The slot must be in the set. */
  delete(slot: number): void {
    const word = slot >>> 5;
    const left = (this.words[word] ?? 0) & ~(1 << (slot & 31));
    this.words[word] = left;
    const block = slot >>> this.#blocks.shift;
    if (left === 0) this.filled[block] = (this.filled[block] ?? 0) & ~this.#placeOf(word);
    this.#counted(block, -1);
  }

  /**
   * Moves those slots of a block that are in `asked` from here to `to`; in `asked`, by the words
   * of the block, those stay that were not here. How many moved.
   */
  moveWords(block: number, asked: Int32Array, to: Bits): number {
    const words = this.words;
    const target = to.words;
    const start = block << (this.#blocks.shift - 5);
    let count = 0;
    let emptied = 0;
    let reached = 0;
    for (let mark = this.filled[block] ?? 0; mark !== 0; mark &= mark - 1) {
      const place = lowestBit(mark);
      const had = words[start + place] ?? 0;
      const wanted = asked[place] ?? 0;
      const going = had & wanted;
      if (going === 0) continue;
      words[start + place] = had ^ going;
      asked[place] = wanted ^ going;
      target[start + place] = (target[start + place] ?? 0) | going;
      if (had === going) emptied |= 1 << place;
      reached |= 1 << place;
      count += bitCount(going);
    }
    if (count === 0) return 0;
    this.filled[block] = (this.filled[block] ?? 0) & ~emptied;
    to.filled[block] = (to.filled[block] ?? 0) | reached;
    this.#counted(block, -count);
    to.#counted(block, count);
    return count;
  }

  /** How many are set in each group of blocks, by place. */
  groups(): Int32Array {
    const { version, length, order } = this.#blocks;
    if (this.#groupsVersion === version) return this.#groups;
    this.#groupsVersion = version;
    this.#groups.fill(0);
    for (let place = 0; place < length; place++) {
      const group = place >> GROUP_SHIFT;
      this.#groups[group] = (this.#groups[group] ?? 0) + (this.counts[order[place] ?? 0] ?? 0);
    }
    return this.#groups;
  }

  #placeOf(word: number): number {
    return 1 << (word & ((1 << (this.#blocks.shift - 5)) - 1));
  }

  #counted(block: number, by: number): void {
    this.size += by;
    this.counts[block] = (this.counts[block] ?? 0) + by;
    if (this.#groupsVersion !== this.#blocks.version) return;
    const group = (this.#blocks.places[block] ?? 0) >> GROUP_SHIFT;
    this.#groups[group] = (this.#groups[group] ?? 0) + by;
  }

  /** Makes room for all blocks there are now. */
  grow(): void {
    const { capacity, shift } = this.#blocks;
    this.words = grown(this.words, new Int32Array(capacity << (shift - 5)));
    this.counts = grown(this.counts, new Uint16Array(capacity));
    this.filled = grown(this.filled, new Uint16Array(capacity));
    this.#groups = grown(this.#groups, new Int32Array((capacity >> GROUP_SHIFT) + 1));
  }
}

/** The larger array, begun with what the smaller one holds. */
export function grown<A extends Int32Array | Uint16Array | Float64Array>(from: A, to: A): A {
  to.set(from);
  return to;
}
