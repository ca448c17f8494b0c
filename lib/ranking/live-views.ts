import type { WindowEntry } from './changes';
import { canonicalFilter, type ViewSpec, viewKey } from './filter';
import type { LiveQueue } from './live-queue';
import { LiveView, type ViewMessage, type ViewSnapshot } from './live-view';
import { ShownEntries } from './shown-entries';

/**
 * The views that screens watch, each told what changed since its last message. `entryOf` is asked
 * for a row at a revision, seldom twice, so what it shows must not change without either.
 */
export class LiveViews<E extends WindowEntry> {
  readonly #queue: LiveQueue;
  readonly #entryOf: (conversationId: string) => E;
  readonly #views = new Map<string, LiveView<E>>();
  /** Those that may have changed, each once. */
  readonly #dirty: LiveView<E>[] = [];
  /** Shared by all views. */
  readonly #shown = new ShownEntries<E>();

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
      entryOf: (row) => this.#shown.ask(row, this.#queue.revisionOfRow(row), this.#entryOf),
      onDirty: (dirty) => this.#dirty.push(dirty),
    });
    this.#views.set(key, view);
    return key;
  }

  /** Forgets the view; nothing happens if it is not open. */
  close(key: string): void {
    const view = this.#views.get(key);
    if (view === undefined) return;
    view.close();
    this.#views.delete(key);
    this.#forgetDirty(view);
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
    let flushed = 0;
    try {
      for (; flushed < this.#dirty.length; flushed++) {
        const message = this.#dirty[flushed]?.flush(revision);
        if (message) messages.push(message);
      }
    } finally {
      // A view that fails stays listed, once, and so do those behind it.
      this.#dirty.splice(0, flushed);
    }
    return messages;
  }

  /** The message that brings one view to the revision, even if nothing changed: for a join. */
  flushOne(key: string, revision: number): ViewMessage<E> {
    this.#refuseInBatch();
    const view = this.#view(key);
    const message = view.join(revision);
    this.#forgetDirty(view);
    return message;
  }

  #view(key: string): LiveView<E> {
    const view = this.#views.get(key);
    if (view === undefined) throw new Error(`No view is open as ${key}`);
    return view;
  }

  #forgetDirty(view: LiveView<E>): void {
    const place = this.#dirty.indexOf(view);
    if (place >= 0) this.#dirty.splice(place, 1);
  }

  /** A batch is atomic to views: inside one there is no state to tell of. */
  #refuseInBatch(): void {
    if (this.#queue.inBatch) throw new Error('Views cannot be flushed inside a batch');
  }
}
