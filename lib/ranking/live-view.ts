import { type Change, diffWindow, type WindowEntry } from './changes';
import type { QueueRow, ViewSpec } from './filter';
import type { Followed, LiveQueue, QueueFollower } from './live-queue';

/** What the watchers of one view are told; `segmentCounts` that changed only, 0 for one that is gone. */
export type ViewMessage<E extends WindowEntry> = {
  key: string;
  /** The revision of the view's last message. */
  from: number;
  to: number;
  changes: Change<E>[];
  total: number;
  segmentCounts: Record<string, number>;
};

/** What a view shows at a revision. */
export type ViewSnapshot<E extends WindowEntry> = {
  entries: E[];
  total: number;
  segmentCounts: Record<string, number>;
  revision: number;
};

type Surroundings<E> = {
  queue: LiveQueue;
  entryOf: (row: QueueRow) => E;
  /** Called when the view becomes dirty. */
  onDirty: (key: string) => void;
};

/**
 * What the watchers of one view were last told, and whether it may have changed since. Before its
 * first message it shows the desk at revision 0: nothing.
 */
export class LiveView<E extends WindowEntry> implements QueueFollower {
  readonly key: string;
  readonly spec: ViewSpec;
  readonly #around: Surroundings<E>;
  readonly #followed: Followed;
  #entries: E[] = [];
  /** What the entries were made of; empty when each may show something else now. */
  #rows: readonly QueueRow[] = [];
  #total = 0;
  readonly #counts = new Map<string, number>();
  #revision = 0;
  #windowDirty = true;
  readonly #countsTouched: Set<string>;
  /** The first row of a window that has rows before it, as it ranked at the last message. */
  #top: QueueRow | null = null;
  /** The last row of a full window, as it ranked at the last message. */
  #bottom: QueueRow | null = null;

  constructor(key: string, spec: ViewSpec, around: Surroundings<E>) {
    this.key = key;
    this.spec = spec;
    this.#around = around;
    this.#followed = around.queue.follow(spec.filter, spec.order, this);
    this.#countsTouched = new Set(this.#followed.counts.counts.keys());
    around.onDirty(key);
  }

  close(): void {
    this.#around.queue.unfollow(this.spec.filter, this.spec.order, this);
  }

  rowChanged(before: QueueRow | null, after: QueueRow | null): void {
    if (this.#windowDirty) return;
    const side = this.#sideOf(before);
    // Rows that stay on one side of the window change at most the total.
    if (side === 0 || side !== this.#sideOf(after)) this.#windowDirty = true;
    else if (before !== null && after !== null) return;
    this.#around.onDirty(this.key);
  }

  allChanged(): void {
    this.#windowDirty = true;
    this.#rows = [];
    this.#around.onDirty(this.key);
  }

  countChanged(segmentId: string): void {
    if (this.#countsTouched.has(segmentId)) return;
    this.#countsTouched.add(segmentId);
    this.#around.onDirty(this.key);
  }

  snapshot(): ViewSnapshot<E> {
    return {
      entries: [...this.#entries],
      total: this.#total,
      segmentCounts: Object.fromEntries(this.#counts),
      revision: this.#revision,
    };
  }

  /** Brings the view up to date; null, and no new revision, if nothing changed. */
  flush(revision: number): ViewMessage<E> | null {
    const before = this.#total;
    const message = this.#take(revision);
    const { changes, total, segmentCounts } = message;
    if (changes.length === 0 && total === before && Object.keys(segmentCounts).length === 0) {
      return null;
    }
    this.#revision = revision;
    return message;
  }

  /** Brings the view up to date, with a message even if nothing changed. */
  join(revision: number): ViewMessage<E> {
    const message = this.#take(revision);
    this.#revision = revision;
    return message;
  }

  #take(revision: number): ViewMessage<E> {
    const changes = this.#windowDirty ? this.#takeWindow() : [];
    const segmentCounts = this.#takeCounts();
    this.#total = this.#followed.list.total;
    return {
      key: this.key,
      from: this.#revision,
      to: revision,
      changes,
      total: this.#total,
      segmentCounts,
    };
  }

  /** Before the window (-1), in it (0) or behind it (1), where a row that is not listed belongs too. */
  #sideOf(row: QueueRow | null): -1 | 0 | 1 {
    if (row === null) return 1;
    const { compare } = this.#followed.list;
    if (this.#top !== null && compare(row, this.#top) < 0) return -1;
    return this.#bottom !== null && compare(row, this.#bottom) > 0 ? 1 : 0;
  }

  #takeWindow(): Change<E>[] {
    const { offset, limit } = this.spec;
    const rows = this.#followed.list.window(offset, limit);
    // A row object never changes: where the same one stands, so does its entry.
    const entries = rows.map(
      (row, place) =>
        (row === this.#rows[place] ? this.#entries[place] : undefined) ?? this.#around.entryOf(row),
    );
    const changes = diffWindow(this.#entries, entries);
    this.#entries = entries;
    this.#rows = rows;
    this.#top = (offset > 0 ? rows[0] : undefined) ?? null;
    this.#bottom = (rows.length === limit ? rows.at(-1) : undefined) ?? null;
    this.#windowDirty = false;
    return changes;
  }

  #takeCounts(): Record<string, number> {
    const changed: [string, number][] = [];
    for (const segmentId of this.#countsTouched) {
      const count = this.#followed.counts.counts.get(segmentId) ?? 0;
      if (count === (this.#counts.get(segmentId) ?? 0)) continue;
      changed.push([segmentId, count]);
      if (count === 0) this.#counts.delete(segmentId);
      else this.#counts.set(segmentId, count);
    }
    this.#countsTouched.clear();
    return Object.fromEntries(changed);
  }
}
