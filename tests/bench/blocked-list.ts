import type { Comparator } from '@/lib/ranking/order';

/** Things in a total order. Two that compare as zero are the same thing. */
export interface RankedSet<T> extends Iterable<T> {
  /** Puts a thing in its place; an equal one is replaced. */
  add(thing: T): void;
  /** Whether an equal one was there. */
  delete(thing: T): boolean;
  /** The place from 0, or -1. */
  indexOf(thing: T): number;
  /** The things at places `from` up to, not including, `to`. */
  slice(from: number, to: number): T[];
  readonly size: number;
  clear(): void;
  /** Holds exactly these, in any order given but each once; quickest when mostly in order. */
  reset(things: Iterable<T>): void;
}

const BLOCK = 512;

/**
 * A ranked set in counted blocks: searched by halving, moved within one block, counted by block.
 * Quick up to some 100,000 things.
 */
export class BlockedList<T> implements RankedSet<T> {
  readonly #compare: Comparator<T>;
  /** Never holds an empty block. */
  #blocks: T[][] = [];
  #size = 0;

  constructor(compare: Comparator<T>, things: Iterable<T> = []) {
    this.#compare = compare;
    this.reset(things);
  }

  get size(): number {
    return this.#size;
  }

  add(thing: T): void {
    const blockPlace = Math.min(this.#blockOf(thing), this.#blocks.length - 1);
    const block = this.#blocks[blockPlace];
    if (block === undefined) {
      this.#blocks.push([thing]);
      this.#size = 1;
      return;
    }
    const place = this.#placeIn(block, thing);
    if (this.#isAt(block, place, thing)) {
      block[place] = thing;
      return;
    }
    block.splice(place, 0, thing);
    this.#size++;
    if (block.length > BLOCK) this.#blocks.splice(blockPlace + 1, 0, block.splice(BLOCK >> 1));
  }

  delete(thing: T): boolean {
    const blockPlace = this.#blockOf(thing);
    const block = this.#blocks[blockPlace];
    if (block === undefined) return false;
    const place = this.#placeIn(block, thing);
    if (!this.#isAt(block, place, thing)) return false;
    block.splice(place, 1);
    this.#size--;
    this.#mend(blockPlace, block);
    return true;
  }

  indexOf(thing: T): number {
    const blockPlace = this.#blockOf(thing);
    const block = this.#blocks[blockPlace];
    if (block === undefined) return -1;
    const place = this.#placeIn(block, thing);
    if (!this.#isAt(block, place, thing)) return -1;
    let before = 0;
    for (let i = 0; i < blockPlace; i++) before += this.#blocks[i]?.length ?? 0;
    return before + place;
  }

  slice(from: number, to: number): T[] {
    const result: T[] = [];
    let start = 0;
    for (const block of this.#blocks) {
      if (start >= to) break;
      const end = start + block.length;
      for (let i = Math.max(from, start); i < Math.min(to, end); i++) {
        const thing = block[i - start];
        if (thing !== undefined) result.push(thing);
      }
      start = end;
    }
    return result;
  }

  clear(): void {
    this.#blocks = [];
    this.#size = 0;
  }

  reset(things: Iterable<T>): void {
    // The built-in sort merges runs that are in order already, so this is linear when most are.
    const sorted = Array.from(things).sort(this.#compare);
    this.clear();
    this.#size = sorted.length;
    // Three quarters full, so that the next additions do not split every block.
    const fill = (BLOCK * 3) >> 2;
    for (let i = 0; i < sorted.length; i += fill) this.#blocks.push(sorted.slice(i, i + fill));
  }

  *[Symbol.iterator](): Iterator<T> {
    for (const block of this.#blocks) yield* block;
  }

  /** The first block that ends at or behind the thing; the number of blocks if none does. */
  #blockOf(thing: T): number {
    let low = 0;
    let high = this.#blocks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const last = this.#blocks[middle]?.at(-1);
      if (last !== undefined && this.#compare(last, thing) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The first place in the block that is at or behind the thing. */
  #placeIn(block: readonly T[], thing: T): number {
    let low = 0;
    let high = block.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = block[middle];
      if (other !== undefined && this.#compare(other, thing) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #isAt(block: readonly T[], place: number, thing: T): boolean {
    const other = block[place];
    return other !== undefined && this.#compare(other, thing) === 0;
  }

  /** Drops a block that became empty and joins one that became small with the next. */
  #mend(blockPlace: number, block: T[]): void {
    if (block.length === 0) {
      this.#blocks.splice(blockPlace, 1);
      return;
    }
    const next = this.#blocks[blockPlace + 1];
    if (next === undefined || block.length + next.length > BLOCK >> 1) return;
    for (const thing of next) block.push(thing);
    this.#blocks.splice(blockPlace + 1, 1);
  }
}
