import type { QueueRow } from './filter';

/** About the windows of forty different views. */
const MOST_KEPT = 2_048;

type Shown<E> = { row: QueueRow; revision: number; entry: E };

/**
 * What rows show, so that a row in many windows is asked once. Of those asked for longest ago, most
 * are forgotten: at least the last 2,048 asked for are here, and at most twice as many.
 */
export class ShownEntries<E> {
  // By id and not weakly by row: a row that changed costs a weak map more than all else it costs.
  #young = new Map<string, Shown<E>>();
  #old: ReadonlyMap<string, Shown<E>> = new Map();

  /** The entry, made unless it was made of the same row at the same revision. */
  ask(row: QueueRow, revision: number, make: (conversationId: string) => E): E {
    const { conversationId } = row;
    const young = this.#young.get(conversationId);
    const kept = young ?? this.#old.get(conversationId);
    if (kept?.row !== row || kept.revision !== revision) {
      const entry = make(conversationId);
      this.#keep(conversationId, { row, revision, entry });
      return entry;
    }
    if (young === undefined) this.#keep(conversationId, kept);
    return kept.entry;
  }

  #keep(conversationId: string, shown: Shown<E>): void {
    this.#young.set(conversationId, shown);
    if (this.#young.size < MOST_KEPT) return;
    this.#old = this.#young;
    this.#young = new Map();
  }
}
