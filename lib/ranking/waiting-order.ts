import { lowestBit } from '@/lib/segments/word-bits';
import { type Bits, grown } from './bits';
import type { Blocks } from './blocks';
import type { QueueRow } from './filter';

/** Told of every row that gets another slot, or its first or none. */
export type SlotBearer = {
  /** The row is about to leave its slot. */
  lift(handle: number): void;
  /** The row came to its slot. */
  lay(handle: number): void;
};

const HOLE = -1;
const FIRST_HANDLES = 64;

/**
 * Rows by waiting time, then id, each at a slot: an ordinal with room between. A row that comes
 * last takes the next slot; one that comes between others shifts few, for blocks are kept slack.
 * Rows go by handles, small numbers that stay while the row is here.
 */
export class WaitingOrder {
  /** By handle. */
  readonly rows: (QueueRow | undefined)[] = [];
  /** By handle. */
  slotOf = new Int32Array(FIRST_HANDLES);
  /** By slot; HOLE where there is none. */
  handleAt: Int32Array;
  /** The slots that hold a row. */
  readonly taken: Bits;
  readonly #blocks: Blocks;
  readonly #bearer: SlotBearer;
  /** By slot, never falling from one to the next; a hole has the time it had, or that of the end. */
  #times: Float64Array;
  readonly #freeHandles: number[] = [];
  /** Slots a block. */
  readonly #width: number;

  constructor(blocks: Blocks, bearer: SlotBearer) {
    this.#blocks = blocks;
    this.#bearer = bearer;
    this.#width = 1 << blocks.shift;
    this.taken = blocks.newBits();
    this.handleAt = new Int32Array(blocks.capacity * this.#width).fill(HOLE);
    this.#times = new Float64Array(blocks.capacity * this.#width).fill(Number.POSITIVE_INFINITY);
  }

  /** The handle that the next row to be added gets. */
  get nextHandle(): number {
    return this.#freeHandles.at(-1) ?? this.rows.length;
  }

  /** The handles in order. */
  *inOrder(): Iterable<number> {
    const { length, order } = this.#blocks;
    for (let place = 0; place < length; place++) {
      const start = (order[place] ?? 0) * this.#width;
      for (let slot = start; slot < start + this.#width; slot++) {
        const handle = this.handleAt[slot] ?? HOLE;
        if (handle !== HOLE) yield handle;
      }
    }
  }

  /** The new row's handle. */
  add(row: QueueRow): number {
    const handle = this.#freeHandles.pop() ?? this.rows.length;
    this.rows[handle] = row;
    if (handle >= this.slotOf.length) {
      this.slotOf = grown(this.slotOf, new Int32Array(this.slotOf.length * 2));
    }
    this.#lay(handle, this.#slotFor(row), row.rankTimeMs);
    return handle;
  }

  remove(handle: number): void {
    const block = this.#lift(handle);
    this.rows[handle] = undefined;
    this.#freeHandles.push(handle);
    this.#mend(block);
  }

  /** To be told when a row's time is another. */
  timeChanged(handle: number): void {
    const row = this.rows[handle];
    if (row === undefined) return;
    this.#mend(this.#lift(handle));
    this.#lay(handle, this.#slotFor(row), row.rankTimeMs);
  }

  /** A hole where the row belongs, made if there is none. */
  #slotFor(row: QueueRow): number {
    const { length, order, shift } = this.#blocks;
    if (length === 0) return this.#blocks.add(0) << shift;
    const place = this.#placeFor(row);
    const start = (order[place] ?? 0) << shift;
    const end = start + this.#width;
    const slot = this.#slotIn(start, row);
    if (slot < end && this.handleAt[slot] === HOLE) return slot;
    if (slot > start && this.handleAt[slot - 1] === HOLE) return slot - 1;
    if (slot === end && place === length - 1) return this.#blocks.add(length) << shift;
    if ((this.taken.counts[start >>> shift] ?? 0) === this.#width) {
      this.#split(place);
      return this.#slotFor(row);
    }
    return this.#shiftToHole(slot, start, end);
  }

  /** The last block whose first row is not behind the row; the first block if all are. */
  #placeFor(row: QueueRow): number {
    const { length, order, shift } = this.#blocks;
    let low = 0;
    let high = length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#startsBehind((order[middle] ?? 0) << shift, row)) high = middle - 1;
      else low = middle;
    }
    return low;
  }

  #startsBehind(start: number, row: QueueRow): boolean {
    const time = this.#timeAt(start);
    if (time !== row.rankTimeMs) return time > row.rankTimeMs;
    const first = this.#firstRowFrom(start);
    if (first === undefined) return false;
    if (first.rankTimeMs !== row.rankTimeMs) return true;
    return first.conversationId > row.conversationId;
  }

  /** The first slot of the block with nothing behind it that belongs before the row. */
  #slotIn(start: number, { rankTimeMs, conversationId }: QueueRow): number {
    const end = start + this.#width;
    let low = start;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#timeAt(middle) < rankTimeMs) low = middle + 1;
      else high = middle;
    }
    // Among equal times the ids decide; a hole has none.
    let slot = low;
    for (let at = low; at < end && this.#timeAt(at) === rankTimeMs; at++) {
      const other = this.#rowAt(at);
      if (other === undefined) continue;
      if (other.conversationId > conversationId) break;
      slot = at + 1;
    }
    return slot;
  }

  /** Makes a hole at the slot, or just before it, by shifting rows towards the nearest one. */
  #shiftToHole(slot: number, start: number, end: number): number {
    let left = slot - 1;
    let right = slot;
    while (true) {
      if (right < end && this.handleAt[right] === HOLE) break;
      if (left >= start && this.handleAt[left] === HOLE) break;
      left--;
      right++;
    }
    if (right < end && this.handleAt[right] === HOLE) {
      for (let to = right; to > slot; to--) this.#moveBy(to - 1, 1);
      return slot;
    }
    for (let to = left; to < slot - 1; to++) this.#moveBy(to + 1, -1);
    return slot - 1;
  }

  #moveBy(slot: number, by: 1 | -1): void {
    const handle = this.handleAt[slot] ?? HOLE;
    const time = this.#timeAt(slot);
    this.#lift(handle);
    this.#lay(handle, slot + by, time);
  }

  /** A full block becomes two half full ones, with room beside every row. */
  #split(place: number): void {
    const block = this.#blocks.order[place] ?? 0;
    const handles = this.#liftAll(block);
    const half = handles.length >> 1;
    const next = this.#blocks.add(place + 1);
    this.#spread(handles.slice(0, half), block);
    this.#spread(handles.slice(half), next);
  }

  /** Drops a block that became empty and joins one that became small with the next. */
  #mend(block: number): void {
    const { counts } = this.taken;
    const size = counts[block] ?? 0;
    const place = this.#blocks.places[block] ?? 0;
    if (size === 0) {
      this.#drop(block);
      return;
    }
    if (place + 1 >= this.#blocks.length) return;
    const next = this.#blocks.order[place + 1] ?? 0;
    if (size + (counts[next] ?? 0) > this.#width >> 2) return;
    const handles = this.#liftAll(block);
    for (const handle of this.#liftAll(next)) handles.push(handle);
    this.#drop(next);
    this.#spread(handles, block);
  }

  #drop(block: number): void {
    this.#clearTimes(block);
    this.#blocks.remove(block);
  }

  #clearTimes(block: number): void {
    const start = block << this.#blocks.shift;
    this.#times.fill(Number.POSITIVE_INFINITY, start, start + this.#width);
  }

  /** Takes all rows out of a block, in their order. */
  #liftAll(block: number): number[] {
    const start = block << this.#blocks.shift;
    const handles: number[] = [];
    for (let slot = start; slot < start + this.#width; slot++) {
      const handle = this.handleAt[slot] ?? HOLE;
      if (handle === HOLE) continue;
      handles.push(handle);
      this.#lift(handle);
    }
    return handles;
  }

  /** Puts rows into an empty block, as far from each other as there is room. */
  #spread(handles: readonly number[], block: number): void {
    this.#clearTimes(block);
    const start = block << this.#blocks.shift;
    const step = Math.floor(this.#width / handles.length);
    for (const [i, handle] of handles.entries()) {
      const slot = start + i * step;
      const time = this.rows[handle]?.rankTimeMs ?? 0;
      // The holes before it get its time: they may be filled by what belongs before it.
      for (let hole = slot - step + 1; i > 0 && hole < slot; hole++) this.#times[hole] = time;
      this.#lay(handle, slot, time);
    }
  }

  #lift(handle: number): number {
    this.#bearer.lift(handle);
    const slot = this.slotOf[handle] ?? 0;
    this.handleAt[slot] = HOLE;
    this.taken.delete(slot);
    return slot >>> this.#blocks.shift;
  }

  #lay(handle: number, slot: number, time: number): void {
    if (slot >= this.handleAt.length) this.#grow();
    this.slotOf[handle] = slot;
    this.handleAt[slot] = handle;
    this.#times[slot] = time;
    this.taken.add(slot);
    this.#bearer.lay(handle);
  }

  #grow(): void {
    const room = this.#blocks.capacity * this.#width;
    const had = this.handleAt.length;
    this.handleAt = grown(this.handleAt, new Int32Array(room).fill(HOLE, had));
    this.#times = grown(this.#times, new Float64Array(room).fill(Number.POSITIVE_INFINITY, had));
  }

  #timeAt(slot: number): number {
    return this.#times[slot] ?? Number.POSITIVE_INFINITY;
  }

  #rowAt(slot: number): QueueRow | undefined {
    const handle = this.handleAt[slot] ?? HOLE;
    return handle === HOLE ? undefined : this.rows[handle];
  }

  /** The first row of the block; blocks in use hold one. */
  #firstRowFrom(start: number): QueueRow | undefined {
    const { words } = this.taken;
    const firstWord = start >>> 5;
    for (let word = firstWord; word < firstWord + (this.#width >> 5); word++) {
      const bits = words[word] ?? 0;
      if (bits !== 0) return this.#rowAt((word << 5) + lowestBit(bits));
    }
    return undefined;
  }
}
