import { type QueueFilter, type QueueRow, type QueueStatus, UNOWNED } from './filter';
import type { RowChange } from './row-change';

/** So few segments are quicker asked of a row one by one than a row's own looked up. */
const FEW_SEGMENTS = 8;

/** A thing, and the last search that found it. */
type Held<T> = { thing: T; found: number };

/** The things for one status, each where its filter is narrowest. */
class Shelf<T> {
  readonly open = new Set<Held<T>>();
  readonly owners = new Map<string | null, Set<Held<T>>>();
  readonly channels = new Map<string, Set<Held<T>>>();
  readonly segments = new Map<string, Set<Held<T>>>();
}

/** Things by filter: a row that changes finds those it may concern, however many others there are. */
export class FilterIndex<T> {
  readonly #shelves: Record<QueueStatus, Shelf<T>> = { new: new Shelf(), pending: new Shelf() };
  readonly #held = new Map<T, Held<T>>();
  #searches = 0;

  /** The thing must not be in the index. */
  add(filter: QueueFilter, thing: T): void {
    const held = { thing, found: 0 };
    this.#held.set(thing, held);
    const shelf = this.#shelves[filter.status ?? 'new'];
    const { owner, channel, segments = [], match = 'any' } = filter;
    if (owner !== undefined) put(shelf.owners, owner === UNOWNED ? null : owner, held);
    else if (segments.length > 0 && match === 'any') {
      for (const segmentId of segments) put(shelf.segments, segmentId, held);
    } else if (segments[0] !== undefined && match === 'all') {
      put(shelf.segments, segments[0], held);
    } else if (channel !== undefined) put(shelf.channels, channel, held);
    else shelf.open.add(held);
  }

  /** Nothing happens if it is not in the index. */
  delete(thing: T): void {
    const held = this.#held.get(thing);
    if (held === undefined) return;
    this.#held.delete(thing);
    for (const shelf of Object.values(this.#shelves)) {
      shelf.open.delete(held);
      for (const by of [shelf.owners, shelf.channels, shelf.segments]) take(by, held);
    }
  }

  /** Visits, once each, all whose filter the row passed before or passes now, and maybe others. */
  each({ before, after, gained }: RowChange, visit: (thing: T) => void): void {
    this.#searches++;
    if (before !== null) this.#find(before, visit);
    if (after === null) return;
    if (before === null || before.status !== after.status) {
      this.#find(after, visit);
      return;
    }
    // What is the same as before has been found.
    const { owners, channels, segments } = this.#shelves[after.status];
    if (before.ownerId !== after.ownerId) this.#visit(owners.get(after.ownerId), visit);
    if (before.channel !== after.channel) this.#visit(channels.get(after.channel), visit);
    for (const segmentId of gained) this.#visit(segments.get(segmentId), visit);
  }

  #find(row: QueueRow, visit: (thing: T) => void): void {
    const { open, owners, channels, segments } = this.#shelves[row.status];
    if (open.size > 0) this.#visit(open, visit);
    if (owners.size > 0) this.#visit(owners.get(row.ownerId), visit);
    if (channels.size > 0) this.#visit(channels.get(row.channel), visit);
    if (segments.size > FEW_SEGMENTS) {
      for (const segmentId of row.segments) this.#visit(segments.get(segmentId), visit);
    } else if (segments.size > 0) {
      for (const [segmentId, set] of segments) {
        if (row.segments.has(segmentId)) this.#visit(set, visit);
      }
    }
  }

  #visit(set: ReadonlySet<Held<T>> | undefined, visit: (thing: T) => void): void {
    if (set === undefined) return;
    for (const held of set) {
      if (held.found === this.#searches) continue;
      held.found = this.#searches;
      visit(held.thing);
    }
  }
}

function put<K, T>(by: Map<K, Set<T>>, key: K, held: T): void {
  const set = by.get(key);
  if (set === undefined) by.set(key, new Set([held]));
  else set.add(held);
}

function take<K, T>(by: Map<K, Set<T>>, held: T): void {
  for (const [key, set] of by) if (set.delete(held) && set.size === 0) by.delete(key);
}
