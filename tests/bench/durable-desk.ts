import { migrateDatabase } from '@/db/sqlite/migrate';
import { openDatabase } from '@/db/sqlite/open-database';
import { openSqliteStore } from '@/db/sqlite/sqlite-store';
import type { AttributeValue, Scalar } from '@/lib/attributes/attribute';
import { SYSTEM } from '@/lib/desk/context';
import { Desk } from '@/lib/desk/desk';
import type { EntryDraft } from '@/lib/desk/entry';
import { API_CHANNEL, DESK_NAMESPACE } from '@/lib/desk/facts';
import { layFoundation } from '@/lib/desk/foundation';
import type { CommitRequest } from '@/lib/desk/store';
import { randomFrom } from './random';

const VALUES_EACH = 20;
const WORDS = 1_000;

/** How large the desk of a write benchmark is. */
export type DeskSize = { values: number; segments: number; seed: number };

/** One value of one contact that changes; `revision` is the contact's, as it is believed. */
export type Change = {
  contactId: string;
  revision: number;
  attribute: string;
  before: AttributeValue;
  after: AttributeValue;
};

const attributeAt = (place: number) => `fact_${place}`;
const contactAt = (place: number) => `contact-${String(place).padStart(8, '0')}`;
const wordOf = (random: () => number) => `word ${Math.floor(random() * WORDS)}`;

/**
 * Fills a new database with contacts of 20 values each, all with an open conversation, and with
 * segments over those values, every tenth high-priority. The rows are written past the desk, which
 * is quicker; the catalogue is not.
 */
export async function fillWithValues(path: string, size: DeskSize): Promise<void> {
  migrateDatabase(path);
  const random = randomFrom(size.seed);
  const desk = await Desk.open({ store: await openSqliteStore({ path }) });
  await layFoundation(desk);
  const start = desk.memory.attributes.size;
  const attributes = Array.from(
    { length: VALUES_EACH },
    (_, place): EntryDraft => ({
      kind: 'attribute.created',
      body: {
        after: {
          key: attributeAt(place),
          label: attributeAt(place),
          format: 'text',
          manager: 'crm',
          enabled: true,
          standard: false,
          position: start + place,
        },
      },
    }),
  );
  const ids = Array.from({ length: size.segments }, (_, place) => `segment-${place}`);
  const segments = ids.map((id, place): EntryDraft => {
    const attribute = attributeAt(place % VALUES_EACH);
    const condition = { attribute, operator: 'contains' as const, operand: wordOf(random) };
    const after = { id, name: id, join: 'all' as const, conditions: [condition] };
    return { kind: 'segment.saved', body: { before: null, after } };
  });
  const after = ids.filter((_, place) => place % 10 === 0);
  await desk.commit({
    actor: SYSTEM,
    cause: 'fillWithValues',
    expect: [],
    entries: [
      ...attributes,
      ...segments,
      { kind: 'prioritization.changed', body: { before: [], after } },
    ],
  });
  await desk.close();
  writeRows(path, Math.ceil(size.values / VALUES_EACH), random);
}

function writeRows(path: string, contacts: number, random: () => number): void {
  const { $client } = openDatabase(path);
  const contact = $client.prepare('insert into contacts values (?, ?, ?, 1)');
  const value = $client.prepare("insert into contact_values values (?, ?, ?, 'crm', 1)");
  const conversation = $client.prepare(
    `insert into conversations (id, contact_id, channel, status, waiting_since, last_activity_at,
      opened_at, preview, revision) values (?, ?, ?, 'new', ?, ?, ?, 'Hello', 1)`,
  );
  $client.transaction(() => {
    for (let place = 0; place < contacts; place += 1) {
      const id = contactAt(place);
      contact.run(id, DESK_NAMESPACE, id);
      for (let n = 0; n < VALUES_EACH; n += 1)
        value.run(id, attributeAt(n), JSON.stringify(wordOf(random)));
      conversation.run(`conversation-${id}`, id, API_CHANNEL.key, place, place, place);
    }
  })();
  $client.close();
}

/** An endless run of changes to random values, the same for the same seed; knows what they make of the contacts. */
export class Changes {
  private readonly revisions = new Map<string, number>();
  private readonly values = new Map<string, Scalar>();
  private readonly random: () => number;
  private readonly contacts: number;

  constructor({ values, seed }: DeskSize) {
    this.random = randomFrom(seed + 1);
    this.contacts = Math.ceil(values / VALUES_EACH);
    if (this.contacts < 1_000) throw new Error('--values must be at least 20000.');
  }

  /** Changes that can wait together: no contact is in it twice. */
  next(count: number): Change[] {
    const places = new Set<number>();
    while (places.size < count) places.add(Math.floor(this.random() * this.contacts));
    return [...places].map((place) => {
      const contactId = contactAt(place);
      const attribute = attributeAt(Math.floor(this.random() * VALUES_EACH));
      const key = `${contactId} ${attribute}`;
      const before = this.values.get(key) ?? 'unknown';
      const value = wordOf(this.random);
      this.values.set(key, value);
      return {
        contactId,
        revision: this.revisions.get(contactId) ?? 1,
        attribute,
        before: { value: before, source: 'crm', setAt: 1 },
        after: { value, source: 'crm', setAt: Date.now() },
      };
    });
  }

  /** The change was kept at this revision. */
  kept({ contactId }: Change, revision: number): void {
    this.revisions.set(contactId, revision);
  }
}

/** The change as a command would commit it. */
export function requestOf(change: Change, catalogueRevision: number): CommitRequest {
  const { contactId, revision, attribute, before, after } = change;
  return {
    actor: SYSTEM,
    cause: 'writeValues',
    expect: [
      { kind: 'catalogue', revision: catalogueRevision },
      { kind: 'contact', id: contactId, revision },
    ],
    entries: [
      {
        kind: 'contact.attributesChanged',
        body: { contactId, attributes: [attribute], source: 'crm' },
        personal: { changes: [{ attribute, before, after }] },
      },
    ],
  };
}
