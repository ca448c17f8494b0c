import type { ContactValues } from '@/lib/attributes/attribute';
import type { Desk } from '@/lib/desk/desk';
import type { EventKind } from '@/lib/desk/endpoint';
import type { Entry } from '@/lib/desk/entry';
import type { CatalogueAt, Judge } from './catalogue-at';
import type { JournalTail } from './journal-tail';
import { type ContactMark, callBody, type Told, webhookIdOf } from './told';

/** So many contacts are judged in one go before everybody else has a turn. */
const SLICE = 500;

/** A contact before and after an entry; `before` is null for one that was not there. */
type Judged = { contact: ContactMark; before: ContactValues | null; after: ContactValues };

/**
 * Tells which segments contacts have entered and left by an entry, and which conversations have
 * another priority: each is judged as it was before the entry and as it was after it. Of a change of
 * values, whoever's they are; of a change of what contacts are judged by, those with an open
 * conversation. Steps the catalogue, so that it wants every entry, in order.
 */
export class MatchEvents {
  constructor(
    private readonly desk: Desk,
    private readonly tail: JournalTail,
    private readonly catalogue: CatalogueAt,
  ) {}

  async of(entry: Entry): Promise<Told[]> {
    if (entry.kind === 'contact.created') return this.ofNew(entry, entry.body.contactId);
    if (entry.kind === 'contact.attributesChanged') return this.ofValues(entry);
    const touched = this.catalogue.touchedBy(entry);
    if (touched === null) {
      this.catalogue.step(entry);
      return [];
    }
    const before = this.catalogue.judge(touched);
    this.catalogue.step(entry);
    const after = this.catalogue.judge(touched);
    const told: Told[] = [];
    await this.eachOpen(entry.revision, (contact, values) => {
      const judged = { contact, before: values, after: values };
      told.push(...this.told(entry, judged, before, after));
    });
    return told;
  }

  /** One who is given values by the next entry is judged with those: nobody has seen them without. */
  private async ofNew(entry: Entry, contactId: string): Promise<Told[]> {
    const known = await this.known(contactId);
    if (!known || this.tail.hasChangeAt(contactId, entry.revision + 1)) return [];
    const judge = this.catalogue.judge(this.catalogue.all());
    const after = this.valuesAt(known, entry.revision);
    return this.told(entry, { contact: known.contact, before: null, after }, judge, judge);
  }

  private async ofValues(
    entry: Extract<Entry, { kind: 'contact.attributesChanged' }>,
  ): Promise<Told[]> {
    const { contactId, attributes } = entry.body;
    const known = await this.known(contactId);
    if (!known) return [];
    const isNew = this.tail.madeAt(contactId) === entry.revision - 1;
    const ids = isNew ? this.catalogue.all() : this.catalogue.mentioning(attributes);
    if (ids.size === 0) return [];
    const judge = this.catalogue.judge(ids);
    const judged = {
      contact: known.contact,
      before: isNew ? null : this.valuesAt(known, entry.revision - 1),
      after: this.valuesAt(known, entry.revision),
    };
    return this.told(entry, judged, judge, judge);
  }

  /** A contact as it is, with all of the journal that made it so. */
  private async known(contactId: string) {
    const row = await this.desk.store.contact(contactId);
    if (!row) return null;
    await this.tail.readThrough(row.revision);
    const contact = { id: row.id, externalId: row.externalId };
    return { contact, values: new Map(Object.entries(row.values)), revision: row.revision };
  }

  private valuesAt(
    known: { contact: ContactMark; values: ContactValues; revision: number },
    at: number,
  ): ContactValues {
    return this.tail.valuesAt(known.contact.id, at, known.values, known.revision);
  }

  /** Those with an open conversation, with their values at a revision, which are true during the call only. */
  private async eachOpen(
    at: number,
    look: (contact: ContactMark, values: ContactValues) => void,
  ): Promise<void> {
    const { memory } = this.desk;
    const contacts = [...memory.contacts.values()];
    for (let start = 0; start < contacts.length; start += SLICE) {
      await new Promise(setImmediate);
      while (this.tail.through < memory.revision) await this.tail.readThrough(memory.revision);
      for (const contact of contacts.slice(start, start + SLICE)) {
        const { id, externalId } = contact;
        // Who has left the queue meanwhile has left their place in the columns, too.
        if (memory.contacts.get(id) !== contact) continue;
        look({ id, externalId }, this.tail.valuesAt(id, at, contact.values, memory.revision));
      }
    }
  }

  private told(entry: Entry, judged: Judged, before: Judge, after: Judge): Told[] {
    const { contact } = judged;
    const told: Told[] = [];
    const ids = new Set([...before.segments.keys(), ...after.segments.keys()]);
    for (const id of ids) {
      const was = before.segments.get(id);
      const is = after.segments.get(id);
      const held = judged.before !== null && (was?.holds(judged.before) ?? false);
      const holds = is?.holds(judged.after) ?? false;
      const segment = is?.segment ?? was?.segment;
      if (held === holds || !segment) continue;
      const data = {
        segment: { id, name: segment.name },
        contact,
        conversationIds: this.conversationsOf(contact.id),
      };
      const event = holds ? 'segment.entered' : 'segment.left';
      told.push(this.one(entry, event, contact.id, null, [contact.id, id], data));
    }
    const priority = { before: 0, after: after.priority(judged.after) };
    if (judged.before !== null) priority.before = before.priority(judged.before);
    if (priority.before === priority.after) return told;
    for (const id of this.conversationsOf(contact.id)) {
      const channel = this.desk.memory.conversations.get(id)?.channel ?? null;
      const data = { conversation: { id, channel }, contact, priority };
      told.push(this.one(entry, 'priority.changed', contact.id, id, ['priority', id], data));
    }
    return told;
  }

  private conversationsOf(contactId: string): readonly string[] {
    return this.desk.memory.contacts.get(contactId)?.conversationIds ?? [];
  }

  private one(
    entry: Entry,
    event: EventKind,
    contactId: string,
    conversationId: string | null,
    parts: string[],
    data: Record<string, unknown>,
  ): Told {
    const { kind, id, name } = entry.actor;
    const because = { revision: entry.revision, kind: entry.kind, by: { kind, id, name } };
    return {
      webhookId: webhookIdOf(this.desk, entry, ...parts),
      event,
      contactId,
      conversationId,
      body: callBody(entry, event, { ...data, because }),
    };
  }
}
