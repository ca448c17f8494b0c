import type { AttributeValue, ContactValues } from '@/lib/attributes/attribute';
import type { Entry } from '@/lib/desk/entry';
import type { Store } from '@/lib/desk/store';

const PAGE = 500;

type ValuesEntry = Extract<Entry, { kind: 'contact.attributesChanged' }>;

/**
 * The journal after a revision, as far as it was needed so far. What a contact's values were at a
 * revision in it is found by taking the later changes back from what they are.
 */
export class JournalTail {
  readonly entries: Entry[] = [];
  private readonly changes = new Map<string, ValuesEntry[]>();
  private readonly made = new Map<string, number>();

  constructor(
    private readonly store: Store,
    private readonly after: number,
  ) {}

  /** The last revision that is in it. */
  get through(): number {
    return this.entries.at(-1)?.revision ?? this.after;
  }

  /** Reads on until it holds the revision, or all there is. */
  async readThrough(revision: number): Promise<void> {
    while (this.through < revision) {
      const page = await this.store.entriesAfter(this.through, PAGE);
      if (page.length === 0) return;
      for (const entry of page) this.take(entry);
    }
  }

  /** The revision at which the contact was made, if it is in it. */
  madeAt(contactId: string): number | undefined {
    return this.made.get(contactId);
  }

  /** Whether the contact got values at the revision. */
  hasChangeAt(contactId: string, revision: number): boolean {
    return (this.changes.get(contactId) ?? []).some((entry) => entry.revision === revision);
  }

  /** What the values were just after `at`, given what they were just after `known`. */
  valuesAt(contactId: string, at: number, values: ContactValues, known: number): ContactValues {
    const later = (this.changes.get(contactId) ?? []).filter(
      ({ revision }) => revision > at && revision <= known,
    );
    if (later.length === 0) return values;
    const rewound = new Map<string, AttributeValue>(values);
    for (const { personal } of later.reverse()) {
      for (const { attribute, before } of personal?.changes ?? []) {
        if (before) rewound.set(attribute, before);
        else rewound.delete(attribute);
      }
    }
    return rewound;
  }

  private take(entry: Entry): void {
    this.entries.push(entry);
    if (entry.kind === 'contact.created') this.made.set(entry.body.contactId, entry.revision);
    if (entry.kind !== 'contact.attributesChanged') return;
    const { contactId } = entry.body;
    const known = this.changes.get(contactId);
    if (known) known.push(entry);
    else this.changes.set(contactId, [entry]);
  }
}
