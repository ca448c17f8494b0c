import { bitCount, lowestBit } from '@/lib/segments/word-bits';
import { type Bits, type BlockOrder, GROUP_SHIFT } from './bits';

/** The slots that are in all of `all`, in one of `any` if there are any, and in none of `none`. */
export type Mask = { all: readonly Bits[]; any: readonly Bits[]; none: readonly Bits[] };

/** What of a walk is still to do; `slots` takes what it finds. */
export type Take = { skip: number; want: number; slots: number[] };

/** Takes the slots of `bits` that pass the mask, in order, until `want` are there. */
export function takeSlots(bits: Bits, mask: Mask, blocks: BlockOrder, take: Take): void {
  const { order, length, shift } = blocks;
  const open = isOpen(mask);
  const only = onlyOneOf(mask);
  const { words, filled } = bits;
  const groups = bits.groups();
  for (let group = 0; group << GROUP_SHIFT < length; group++) {
    const inGroup = groups[group] ?? 0;
    if (inGroup === 0) continue;
    if (open && take.skip >= inGroup) {
      take.skip -= inGroup;
      continue;
    }
    const end = Math.min(length, (group + 1) << GROUP_SHIFT);
    for (let place = group << GROUP_SHIFT; place < end; place++) {
      const block = order[place] ?? 0;
      let mark =
        only === null
          ? marked(bits, mask, block)
          : (filled[block] ?? 0) & (only.filled[block] ?? 0);
      if (mark === 0) continue;
      const inBlock = bits.counts[block] ?? 0;
      if (open && take.skip >= inBlock) {
        take.skip -= inBlock;
        continue;
      }
      const start = block << (shift - 5);
      for (; mark !== 0; mark &= mark - 1) {
        const word = start + lowestBit(mark);
        const had = words[word] ?? 0;
        const set = only === null ? passing(mask, word, had) : had & (only.words[word] ?? 0);
        if (set !== 0 && takeWord(word, set, take)) return;
      }
    }
  }
}

/** What the commonest filter asks for, one segment and nothing else: a walk need not ask how. */
function onlyOneOf({ all, any, none }: Mask): Bits | null {
  return all.length === 1 && any.length + none.length === 0 ? (all[0] ?? null) : null;
}

/** Whether all that is wanted is there. */
function takeWord(word: number, set: number, take: Take): boolean {
  let left = set;
  if (take.skip > 0) {
    const count = bitCount(set);
    if (take.skip >= count) {
      take.skip -= count;
      return false;
    }
    for (; take.skip > 0; take.skip--) left &= left - 1;
  }
  for (; left !== 0; left &= left - 1) {
    take.slots.push((word << 5) + lowestBit(left));
    if (take.slots.length === take.want) return true;
  }
  return false;
}

/** How many slots of `bits` pass the mask. */
export function countSlots(bits: Bits, mask: Mask, blocks: BlockOrder): number {
  if (isOpen(mask)) return bits.size;
  return countPlaces(bits, mask, blocks, 0, blocks.length);
}

/** How many slots of `bits` that pass the mask stand before the slot. */
export function countBefore(bits: Bits, mask: Mask, blocks: BlockOrder, slot: number): number {
  const { order, places, shift } = blocks;
  const block = slot >>> shift;
  const place = places[block] ?? 0;
  let count = 0;
  if (isOpen(mask)) {
    const group = place >> GROUP_SHIFT;
    const groups = bits.groups();
    for (let i = 0; i < group; i++) count += groups[i] ?? 0;
    for (let i = group << GROUP_SHIFT; i < place; i++) count += bits.counts[order[i] ?? 0] ?? 0;
  } else {
    count = countPlaces(bits, mask, blocks, 0, place);
  }
  const last = slot >>> 5;
  for (let word = block << (shift - 5); word < last; word++) {
    count += bitCount(passing(mask, word, bits.words[word] ?? 0));
  }
  const before = (1 << (slot & 31)) - 1;
  return count + bitCount(passing(mask, last, (bits.words[last] ?? 0) & before));
}

function countPlaces(bits: Bits, mask: Mask, blocks: BlockOrder, from: number, to: number): number {
  let count = 0;
  for (let place = from; place < to; place++) {
    const block = blocks.order[place] ?? 0;
    const start = block << (blocks.shift - 5);
    for (let mark = marked(bits, mask, block); mark !== 0; mark &= mark - 1) {
      const word = start + lowestBit(mark);
      const set = passing(mask, word, bits.words[word] ?? 0);
      if (set !== 0) count += bitCount(set);
    }
  }
  return count;
}

function isOpen({ all, any, none }: Mask): boolean {
  return all.length + any.length + none.length === 0;
}

/** The words of the block that may hold something that passes. */
function marked(bits: Bits, { all }: Mask, block: number): number {
  let mark = bits.filled[block] ?? 0;
  for (let i = 0; i < all.length; i++) mark &= all[i]?.filled[block] ?? 0;
  return mark;
}

/** What of the bits in a word passes. */
function passing({ all, any, none }: Mask, word: number, set: number): number {
  let left = set;
  // Counted loops: this runs for every word of a walk.
  for (let i = 0; i < all.length; i++) left &= all[i]?.words[word] ?? 0;
  if (left === 0) return 0;
  if (any.length > 0) {
    let some = 0;
    for (let i = 0; i < any.length; i++) some |= any[i]?.words[word] ?? 0;
    left &= some;
  }
  for (let i = 0; i < none.length; i++) left &= ~(none[i]?.words[word] ?? 0);
  return left;
}
