import type { AttributeValue, ContactValues } from './attribute';
import { COLUMN_LIMITS, type ColumnLimits, NO_VALUE, ValueColumn } from './value-column';

/**
 * The values of many contacts, a column an attribute. Contacts go by handles, small numbers that
 * stay while the contact is here and are given again after it.
 */
export class ContactColumns {
  readonly #columns = new Map<string, ValueColumn>();
  readonly #free: number[] = [];
  readonly #limits: ColumnLimits;
  #next = 0;

  constructor(limits: ColumnLimits = COLUMN_LIMITS) {
    this.#limits = limits;
  }

  /** One more than the highest handle there ever was. */
  get handles(): number {
    return this.#next;
  }

  /** The handle of a new contact. */
  add(values: Iterable<readonly [attribute: string, value: AttributeValue]>): number {
    const handle = this.#free.pop() ?? this.#next++;
    for (const [attribute, value] of values) this.column(attribute).set(handle, value);
    return handle;
  }

  /** Takes the contact's values out; its handle is given again. */
  remove(handle: number): void {
    for (const column of this.#columns.values()) {
      if ((column.codes[handle] ?? NO_VALUE) !== NO_VALUE) column.set(handle, null);
    }
    this.#free.push(handle);
  }

  /** The attribute's column, which stays the same one until it is dropped. */
  column(attribute: string): ValueColumn {
    const known = this.#columns.get(attribute);
    if (known) return known;
    const made = new ValueColumn(this.#limits);
    this.#columns.set(attribute, made);
    return made;
  }

  /** Takes the attribute's values out, for good. */
  drop(attribute: string): void {
    this.#columns.delete(attribute);
  }

  /** What a contact has, now and whenever it is read. */
  of(handle: number): ContactValues {
    const columns = this.#columns;
    return {
      get: (attribute) => columns.get(attribute)?.get(handle),
      *[Symbol.iterator]() {
        for (const [attribute, column] of columns) {
          const value = column.get(handle);
          if (value) yield [attribute, value];
        }
      },
    };
  }
}
