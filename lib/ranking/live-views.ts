import type { WindowEntry } from './changes';
import { canonicalFilter, type QueueRow, type ViewSpec, viewKey } from './filter';
import type { LiveQueue } from './live-queue';
import { LiveView, type ViewMessage, type ViewSnapshot } from './live-view';

/**
 * The views that screens watch, each told what changed since its last message. `entryOf` is asked
 * once for a row at a revision: what it shows must not change without either.
 */
export class LiveViews<E extends WindowEntry> {
  readonly #queue: LiveQueue;
  readonly #entryOf: (conversationId: string) => E;
  readonly #views = new Map<string, LiveView<E>>();
  readonly #dirty = new Set<string>();
  /** Shared by all views; forgotten with the row. */
  readonly #shown = new WeakMap<QueueRow, { revision: number; entry: E }>();

  constructor(queue: LiveQueue, entryOf: (conversationId: string) => E) {
    this.#queue = queue;
    this.#entryOf = entryOf;
  }

  /**
   * The key of the view, opened if it is not open; equal views have one key. A view that was just
   * opened shows the empty desk of revision 0 until it is flushed.
   */
  open(spec: ViewSpec): string {
    const key = viewKey(spec);
    if (this.#views.has(key)) return key;
    const canonical = { ...spec, filter: canonicalFilter(spec.filter) };
    const view = new LiveView<E>(key, canonical, {
      queue: this.#queue,
      entryOf: (row) => this.#entryFor(row),
      onDirty: (dirty) => this.#dirty.add(dirty),
    });
    this.#views.set(key, view);
    return key;
  }

  /** Forgets the view; nothing happens if it is not open. */
  close(key: string): void {
    this.#views.get(key)?.close();
    this.#views.delete(key);
    this.#dirty.delete(key);
  }

  has(key: string): boolean {
    return this.#views.has(key);
  }

  /** What the view shows, with defaults applied; undefined if it is not open. */
  spec(key: string): ViewSpec | undefined {
    return this.#views.get(key)?.spec;
  }

  /** The keys of all open views. */
  keys(): string[] {
    return [...this.#views.keys()];
  }

  /** The state as of the view's last message. Throws if the view is not open. */
  snapshot(key: string): ViewSnapshot<E> {
    return this.#view(key).snapshot();
  }

  /** The messages that bring all views to the revision; none for a view that did not change. */
  flush(revision: number): ViewMessage<E>[] {
    this.#refuseInBatch();
    const messages: ViewMessage<E>[] = [];
    for (const key of this.#dirty) {
      const message = this.#view(key).flush(revision);
      this.#dirty.delete(key);
      if (message !== null) messages.push(message);
    }
    return messages;
  }

  /** The message that brings one view to the revision, even if nothing changed: for a join. */
  flushOne(key: string, revision: number): ViewMessage<E> {
    this.#refuseInBatch();
    const message = this.#view(key).join(revision);
    this.#dirty.delete(key);
    return message;
  }

  #view(key: string): LiveView<E> {
    const view = this.#views.get(key);
    if (view === undefined) throw new Error(`No view is open as ${key}`);
    return view;
  }

  #entryFor(row: QueueRow): E {
    const revision = this.#queue.revisionOfRow(row);
    const shown = this.#shown.get(row);
    if (shown?.revision === revision) return shown.entry;
    const entry = this.#entryOf(row.conversationId);
    this.#shown.set(row, { revision, entry });
    return entry;
  }

  /** A batch is atomic to views: inside one there is no state to tell of. */
  #refuseInBatch(): void {
    if (this.#queue.inBatch) throw new Error('Views cannot be flushed inside a batch');
  }
}
