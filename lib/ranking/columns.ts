import type { Blocks } from './blocks';
import { Column } from './column';
import { type CanonicalFilter, matchesFilter, type QueueRow, UNOWNED } from './filter';
import type { Mask } from './mask';
import type { Replacement } from './row-change';
import type { WaitingOrder } from './waiting-order';

/** How to find what passes a filter: it is at these few slots, or what passes a mask over all slots. */
export type Finder = { few: Int32Array; mask: null } | { few: null; mask: Mask };

const NOTHING: Finder = { few: new Int32Array(0), mask: null };

/** The columns of rows of one status: by segment, by channel, by owner. */
export class Columns {
  readonly #blocks: Blocks;
  readonly #order: WaitingOrder;
  readonly #segments = new Map<string, Column>();
  readonly #channels = new Map<string, Column>();
  /** null for nobody. */
  readonly #owners = new Map<string | null, Column>();

  constructor(blocks: Blocks, order: WaitingOrder) {
    this.#blocks = blocks;
    this.#order = order;
  }

  segment(segmentId: string): Column | undefined {
    return this.#segments.get(segmentId);
  }

  /** How many rows each owner has, null for nobody. */
  *owners(): Iterable<[ownerId: string | null, rows: number]> {
    for (const [ownerId, column] of this.#owners) yield [ownerId, column.size];
  }

  /** The row came, at its slot. */
  add(handle: number, { segments, channel, ownerId }: QueueRow): void {
    for (const segmentId of segments) this.#join(this.#segments, segmentId, handle);
    this.#join(this.#channels, channel, handle);
    this.#join(this.#owners, ownerId, handle);
  }

  /** The row goes, still at its slot. */
  delete(handle: number, { segments, channel, ownerId }: QueueRow): void {
    for (const segmentId of segments) this.#leave(this.#segments, segmentId, handle);
    this.#leave(this.#channels, channel, handle);
    this.#leave(this.#owners, ownerId, handle);
  }

  /** The row is another, still at its slot. */
  replace(handle: number, { before, after, lost, gained }: Replacement): void {
    for (const segmentId of lost) this.#leave(this.#segments, segmentId, handle);
    for (const segmentId of gained) this.#join(this.#segments, segmentId, handle);
    if (before.channel !== after.channel) {
      this.#leave(this.#channels, before.channel, handle);
      this.#join(this.#channels, after.channel, handle);
    }
    if (before.ownerId !== after.ownerId) {
      this.#leave(this.#owners, before.ownerId, handle);
      this.#join(this.#owners, after.ownerId, handle);
    }
  }

  /** The row is about to leave its slot for another. */
  lift(handle: number, { segments, channel, ownerId }: QueueRow): void {
    for (const segmentId of segments) this.#segments.get(segmentId)?.lift(handle);
    this.#channels.get(channel)?.lift(handle);
    this.#owners.get(ownerId)?.lift(handle);
  }

  /** The row came to another slot. */
  lay(handle: number, { segments, channel, ownerId }: QueueRow): void {
    for (const segmentId of segments) this.#segments.get(segmentId)?.lay(handle);
    this.#channels.get(channel)?.lay(handle);
    this.#owners.get(ownerId)?.lay(handle);
  }

  /** The way to what passes the filter, chosen by how many that can be. True until the next change. */
  find(filter: CanonicalFilter): Finder {
    const { segments, match, channel, owner } = filter;
    const required: (Column | undefined)[] = [];
    if (channel !== undefined) required.push(this.#channels.get(channel));
    if (owner !== undefined) required.push(this.#owners.get(owner === UNOWNED ? null : owner));
    const listed = segments.map((segmentId) => this.#segments.get(segmentId));
    const alone = segments.length === 1 && match !== 'none';
    if (alone || match === 'all') required.push(...listed);

    const all: Column[] = [];
    for (const column of required) {
      if (column === undefined) return NOTHING;
      all.push(column);
    }
    const known = listed.filter((column) => column !== undefined);
    const any = match === 'any' && segments.length > 1 ? known : null;
    if (any?.length === 0) return NOTHING;

    const fewest = all.reduce<Column | null>(
      (best, column) => (best === null || column.size < best.size ? column : best),
      null,
    );
    if (fewest?.few) {
      const exact = all.length === 1 && any === null && match !== 'none';
      return { few: this.#slotsOf(fewest.few, exact ? null : filter), mask: null };
    }
    if (any?.every((column) => column.few !== null)) {
      const union = new Set<number>();
      for (const column of any) for (const handle of column.few ?? []) union.add(handle);
      return { few: this.#slotsOf(union, filter), mask: null };
    }
    return {
      few: null,
      mask: {
        all: all.map((column) => column.asBits()),
        any: (any ?? []).map((column) => column.asBits()),
        none: match === 'none' ? known.map((column) => column.asBits()) : [],
      },
    };
  }

  /** The slots of the handles, of those that pass the filter if one is given. */
  #slotsOf(handles: ReadonlySet<number>, filter: CanonicalFilter | null): Int32Array {
    const slots = new Int32Array(handles.size);
    let size = 0;
    for (const handle of handles) {
      const row = this.#order.rows[handle];
      if (filter !== null && (row === undefined || !matchesFilter(row, filter))) continue;
      slots[size++] = this.#order.slotOf[handle] ?? 0;
    }
    return slots.subarray(0, size);
  }

  #join<K>(columns: Map<K, Column>, key: K, handle: number): void {
    let column = columns.get(key);
    if (column === undefined) {
      column = new Column(this.#blocks, this.#order);
      columns.set(key, column);
    }
    column.add(handle);
  }

  #leave<K>(columns: Map<K, Column>, key: K, handle: number): void {
    const column = columns.get(key);
    column?.delete(handle);
    if (column?.size === 0) columns.delete(key);
  }
}
