import type { Change, WindowEntry } from './changes';
import type { QueueRow, ViewSpec } from './filter';
import { KeptRows, type Move } from './kept-rows';
import type { Followed, LiveQueue, QueueFollower } from './live-queue';
import { ToldWindow } from './told-window';

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

type Surroundings<E extends WindowEntry> = {
  queue: LiveQueue;
  entryOf: (row: QueueRow) => E;
  /** Called when the view becomes dirty: once until it is brought up to date. */
  onDirty: (view: LiveView<E>) => void;
};

/** To take a window anew costs about as much as keeping it through so many changes. */
const CHANGES_KEPT = 16;

/** What one row did to the window since the last message. */
type OneMove = { conversationId: string; move: Move };

/**
 * What the watchers of one view were last told, and whether it may have changed since. Before its
 * first message it shows the desk at revision 0: nothing.
 */
export class LiveView<E extends WindowEntry> implements QueueFollower {
  readonly key: string;
  readonly spec: ViewSpec;
  readonly #around: Surroundings<E>;
  readonly #followed: Followed;
  readonly #told: ToldWindow<E>;
  readonly #kept: KeptRows;
  /** What changed the window since the last message. */
  #moved: OneMove | 'nothing' | 'several' = 'nothing';
  /** Changes that the rows were kept through since the last message. */
  #changes = 0;
  #total = 0;
  readonly #counts = new Map<string, number>();
  #revision = 0;
  #dirty = true;
  readonly #countsTouched: Set<string>;

  constructor(key: string, spec: ViewSpec, around: Surroundings<E>) {
    this.key = key;
    this.spec = spec;
    this.#around = around;
    const { list, counts } = around.queue.follow(spec.filter, spec.order, this);
    this.#followed = { list, counts };
    this.#told = new ToldWindow(spec.limit, around.entryOf);
    this.#kept = new KeptRows(list, spec.offset, spec.limit);
    this.#countsTouched = new Set(counts.counts.keys());
    around.onDirty(this);
  }

  close(): void {
    this.#around.queue.unfollow(this.spec.filter, this.spec.order, this);
  }

  rowChanged(before: QueueRow | null, after: QueueRow | null): void {
    if (this.#kept.lost) {
      this.#soil();
      return;
    }
    const move = this.#kept.change(before, after);
    const conversationId = (after ?? before)?.conversationId;
    if (conversationId === undefined) return;
    if (move === null) {
      // A row that stays on one side of the window changes at most the total.
      if (before === null || after === null) this.#soil();
      this.#noteOutside(conversationId);
      return;
    }
    this.#soil();
    this.#note(conversationId, move);
    if (++this.#changes > CHANGES_KEPT) this.#kept.lose();
  }

  allChanged(): void {
    this.#kept.lose();
    this.#told.forgetRows();
    this.#soil();
  }

  countChanged(segmentId: string): void {
    if (this.#countsTouched.has(segmentId)) return;
    this.#countsTouched.add(segmentId);
    this.#soil();
  }

  snapshot(): ViewSnapshot<E> {
    return {
      entries: [...this.#told.entries],
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
    const changes = this.#takeChanges();
    this.#dirty = false;
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

  #soil(): void {
    if (this.#dirty) return;
    this.#dirty = true;
    this.#around.onDirty(this);
  }

  #note(conversationId: string, move: Move): void {
    if (this.#moved === 'several') return;
    if (this.#moved === 'nothing') this.#moved = { conversationId, move };
    else if (this.#moved.conversationId === conversationId) this.#moved.move.to = move.to;
    else this.#moved = 'several';
  }

  /**
   * A row outside the window may be there only because the noted one came in, and stand in it again
   * when that leaves: one row alone is noted only while nothing else changed.
   */
  #noteOutside(conversationId: string): void {
    if (typeof this.#moved !== 'string' && this.#moved.conversationId !== conversationId) {
      this.#moved = 'several';
    }
  }

  /** What is noted is forgotten only when it is told: to ask for an entry may fail. */
  #takeChanges(): Change<E>[] {
    if (this.#kept.lost) {
      this.#kept.take();
      this.#moved = 'several';
    }
    if (this.#moved === 'nothing') return [];
    const changes =
      this.#moved === 'several'
        ? this.#told.tell(this.#kept.window())
        : this.#told.tellOne(this.#moved.move, this.#kept);
    this.#moved = 'nothing';
    this.#changes = 0;
    return changes;
  }

  #takeCounts(): Record<string, number> {
    if (this.#countsTouched.size === 0) return {};
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
