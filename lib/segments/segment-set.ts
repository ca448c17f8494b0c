import { bitCount, lowestBit } from './word-bits';

/**
 * Small numbers for segments, so that a set of them is a few words of bits. A number is given again
 * after it was released.
 */
export class SegmentNumbers {
  /** By number; undefined for one that is not given. */
  readonly ids: (string | undefined)[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #free: number[] = [];

  /** The segment's number; it gets one if it has none. */
  give(segmentId: string): number {
    const known = this.#numbers.get(segmentId);
    if (known !== undefined) return known;
    const number = this.#free.pop() ?? this.ids.length;
    this.ids[number] = segmentId;
    this.#numbers.set(segmentId, number);
    return number;
  }

  /** undefined for a segment without one. */
  of(segmentId: string): number | undefined {
    return this.#numbers.get(segmentId);
  }

  /** To be called once no set holds the segment any more. */
  release(segmentId: string): void {
    const number = this.#numbers.get(segmentId);
    if (number === undefined) return;
    this.#numbers.delete(segmentId);
    this.ids[number] = undefined;
    this.#free.push(number);
  }
}

/** A set of segments that never changes: a bit a segment, by its number. */
export class SegmentSet implements Iterable<string> {
  readonly #numbers: SegmentNumbers;
  /** The last one is not 0. A plain array: a typed one takes more than the bits of most contacts. */
  readonly words: readonly number[];

  /** The words are the set's from now on. */
  constructor(numbers: SegmentNumbers, words: number[]) {
    while (words.length > 0 && words.at(-1) === 0) words.pop();
    this.#numbers = numbers;
    this.words = words;
  }

  /** The set of these segments, each of which gets a number if it has none. */
  static of(numbers: SegmentNumbers, segmentIds: Iterable<string>): SegmentSet {
    const words: number[] = [];
    for (const segmentId of segmentIds) setBit(words, numbers.give(segmentId));
    return new SegmentSet(numbers, words);
  }

  get size(): number {
    let count = 0;
    for (const word of this.words) count += bitCount(word);
    return count;
  }

  has(segmentId: string): boolean {
    const number = this.#numbers.of(segmentId);
    return number !== undefined && this.hasNumber(number);
  }

  hasNumber(number: number): boolean {
    return ((this.words[number >>> 5] ?? 0) & (1 << (number & 31))) !== 0;
  }

  /** How many segments both sets hold; they must be of the same numbers. */
  sharedWith(other: SegmentSet): number {
    const length = Math.min(this.words.length, other.words.length);
    let count = 0;
    for (let at = 0; at < length; at += 1) {
      const both = (this.words[at] ?? 0) & (other.words[at] ?? 0);
      if (both !== 0) count += bitCount(both);
    }
    return count;
  }

  /** The ids of the segments that are in this set and not in the other, which must be of the same numbers. */
  without(other: SegmentSet): string[] {
    const ids: string[] = [];
    for (let at = 0; at < this.words.length; at += 1) {
      let left = (this.words[at] ?? 0) & ~(other.words[at] ?? 0);
      for (; left !== 0; left &= left - 1) ids.push(this.#idAt((at << 5) + lowestBit(left)));
    }
    return ids;
  }

  /** The set with one segment more, or less. */
  with(number: number, isIn: boolean): SegmentSet {
    const words = this.words.slice();
    if (isIn) setBit(words, number);
    else if (number >>> 5 < words.length) {
      words[number >>> 5] = (words[number >>> 5] ?? 0) & ~(1 << (number & 31));
    }
    return new SegmentSet(this.#numbers, words);
  }

  *[Symbol.iterator](): Iterator<string> {
    for (let at = 0; at < this.words.length; at += 1) {
      let left = this.words[at] ?? 0;
      for (; left !== 0; left &= left - 1) yield this.#idAt((at << 5) + lowestBit(left));
    }
  }

  #idAt(number: number): string {
    const id = this.#numbers.ids[number];
    if (id === undefined) throw new Error(`No segment has the number ${number}`);
    return id;
  }
}

/** Sets a bit in words that grow as they must. */
export function setBit(words: number[], number: number): void {
  const at = number >>> 5;
  while (words.length <= at) words.push(0);
  words[at] = (words[at] ?? 0) | (1 << (number & 31));
}
