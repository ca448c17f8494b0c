import { type Change, diffWindow, type WindowEntry } from './changes';
import type { QueueRow } from './filter';
import type { KeptRows, Move } from './kept-rows';
import { insertAt, removeAt } from './places';

type Entered<E> = { row: QueueRow; change: { op: 'entered'; index: number; entry: E } };

/** What the watchers of a window were last told, and the changes to what it holds now. */
export class ToldWindow<E extends WindowEntry> {
  readonly #limit: number;
  readonly #entryOf: (row: QueueRow) => E;
  #entries: E[] = [];
  /** What the entries were made of; empty when each may show something else now. */
  #rows: QueueRow[] = [];

  constructor(limit: number, entryOf: (row: QueueRow) => E) {
    this.#limit = limit;
    this.#entryOf = entryOf;
  }

  get entries(): readonly E[] {
    return this.#entries;
  }

  /** Every row may show something else now. */
  forgetRows(): void {
    this.#rows = [];
  }

  /** The changes to a window of these rows, whatever has changed. */
  tell(rows: QueueRow[]): Change<E>[] {
    // A row object never changes: where the same one stands, so does its entry.
    const entries = rows.map(
      (row, place) =>
        (row === this.#rows[place] ? this.#entries[place] : undefined) ?? this.#entryOf(row),
    );
    const changes = diffWindow(this.#entries, entries);
    this.#entries = entries;
    this.#rows = rows;
    return changes;
  }

  /**
   * The changes to the kept window when one row alone moved in it, or became another at its place:
   * the same, but for which of two rows that changed places is called moved.
   */
  tellOne({ from, to }: Move, kept: KeptRows): Change<E>[] {
    if (this.#rows.length === 0) return this.tell(kept.window());
    const comes = to >= 0 && to < kept.size;
    const goes = from >= 0 && from < this.#rows.length;
    if (comes && goes) return this.#tellStaying(from, to, kept);

    // As many rows as ever stand before the window: for one that leaves them its first row goes
    // there, for one that joins them their last row comes.
    const firstGoes = from < 0 && to >= 0;
    const firstComes = to < 0 && from >= 0;
    const gone = Number(firstGoes) + Number(goes);
    const size = this.#rows.length - gone + Number(firstComes) + Number(comes);

    const entered: Entered<E>[] = [];
    if (firstComes) entered.push(this.#entering(0, kept));
    if (comes) entered.push(this.#entering(to, kept));
    if (size < kept.size) entered.push(this.#entering(kept.size - 1, kept));
    // Nothing is told before all that comes is known: to ask for an entry may fail.
    const changes: Change<E>[] = [];
    if (firstGoes) this.#leave(0, changes);
    if (goes) this.#leave(from, changes);
    if (size > this.#limit) this.#leave(this.#rows.length - 1, changes);
    for (const { row, change } of entered) {
      insertAt(this.#rows, change.index, row);
      insertAt(this.#entries, change.index, change.entry);
      changes.push(change);
    }
    return changes;
  }

  #tellStaying(from: number, to: number, kept: KeptRows): Change<E>[] {
    const row = kept.at(to);
    const entry = this.#entryOf(row);
    if (from === to) {
      const told = this.#entries[from];
      this.#rows[from] = row;
      this.#entries[from] = entry;
      return told?.revision === entry.revision ? [] : [{ op: 'edited', entry }];
    }
    this.#remove(from);
    insertAt(this.#rows, to, row);
    insertAt(this.#entries, to, entry);
    return [{ op: 'moved', conversationId: row.conversationId, index: to, entry }];
  }

  #entering(index: number, kept: KeptRows): Entered<E> {
    const row = kept.at(index);
    return { row, change: { op: 'entered', index, entry: this.#entryOf(row) } };
  }

  #leave(place: number, changes: Change<E>[]): void {
    const entry = this.#entries[place];
    if (entry === undefined) return;
    changes.push({ op: 'left', conversationId: entry.conversationId });
    this.#remove(place);
  }

  #remove(place: number): void {
    removeAt(this.#rows, place);
    removeAt(this.#entries, place);
  }
}
