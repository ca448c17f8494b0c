import type { ContactValues } from '@/lib/attributes/attribute';
import type { ContactColumns } from '@/lib/attributes/contact-columns';
import type { SegmentSet } from '@/lib/segments/segment-set';

/** A contact with an open conversation, as memory holds it. Its values lie in the columns. */
export class OpenContact {
  readonly id: string;
  readonly externalId: string;
  /** Of its values. */
  readonly handle: number;
  /** Of its last change while open; 0 when there was none yet. */
  revision: number;
  /** All matching segments. Replaced, never changed. */
  matches: SegmentSet;
  /** Replaced, never changed. */
  conversationIds: readonly string[] = [];
  readonly #columns: ContactColumns;

  constructor(
    columns: ContactColumns,
    facts: Pick<OpenContact, 'id' | 'externalId' | 'handle' | 'revision' | 'matches'>,
  ) {
    this.#columns = columns;
    this.id = facts.id;
    this.externalId = facts.externalId;
    this.handle = facts.handle;
    this.revision = facts.revision;
    this.matches = facts.matches;
  }

  get values(): ContactValues {
    return this.#columns.of(this.handle);
  }
}
