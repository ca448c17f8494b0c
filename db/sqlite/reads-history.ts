import { and, desc, eq, lt } from 'drizzle-orm';
import type { Entry } from '@/lib/desk/entry';
import type { HistoryPage, HistoryPlace } from '@/lib/desk/store-contacts';
import { entryColumns, toEntry } from './journal';
import type { Database } from './open-database';
import { contacts, conversations, journal, journalPersonal } from './schema';
import { given } from './written';

/** So many of a contact's own entries are looked at in one go, however few of them are asked for. */
const MOST_LOOKED_AT = 1_000;

/**
 * Reads what happened to a contact, the newest first; call it in a transaction. Its own entries are
 * a chain back from its revision, those of its conversations have an index: both are walked side by
 * side.
 */
export function prepareHistoryReads(db: Database) {
  const revisionOf = db
    .select({ revision: contacts.revision })
    .from(contacts)
    .where(eq(contacts.id, given('contactId')))
    .prepare();
  const conversationsOf = db
    .select({ id: conversations.id })
    .from(conversations)
    .where(eq(conversations.contactId, given('contactId')))
    .orderBy(conversations.id)
    .prepare();
  const ownAt = db
    .select({ ...entryColumns, previousRevision: journal.previousRevision })
    .from(journal)
    .leftJoin(journalPersonal, eq(journalPersonal.revision, journal.revision))
    .where(and(eq(journal.revision, given('revision')), eq(journal.contactId, given('contactId'))))
    .prepare();
  const ofConversation = db
    .select(entryColumns)
    .from(journal)
    .leftJoin(journalPersonal, eq(journalPersonal.revision, journal.revision))
    .where(
      and(
        eq(journal.conversationId, given('conversationId')),
        lt(journal.revision, given('before')),
      ),
    )
    .orderBy(desc(journal.revision))
    .limit(given('limit'))
    .prepare();

  const newest = (contactId: string): HistoryPlace => ({
    own: revisionOf.get({ contactId })?.revision ?? null,
    before: Number.MAX_SAFE_INTEGER,
  });

  /** The entries of the contact's own from a revision on, back to `least`, and where the next one is. */
  function ownFrom(contactId: string, first: number | null, most: number, wanted: Wanted) {
    const entries: Entry[] = [];
    let next = first;
    for (let looked = 0; next !== null && entries.length < most; looked += 1) {
      if (looked === MOST_LOOKED_AT) break;
      const row = ownAt.get({ revision: next, contactId });
      if (!row) return { entries, next: null };
      const entry = toEntry(row);
      if (wanted(entry)) entries.push(entry);
      next = row.previousRevision;
    }
    return { entries, next };
  }

  return {
    /** All that happened. */
    all(contactId: string, place: HistoryPlace | null, limit: number): HistoryPage {
      const { own, before } = place ?? newest(contactId);
      const chain = ownFrom(contactId, own, limit, () => true);
      const spoken = conversationsOf
        .all({ contactId })
        .flatMap(({ id }) => ofConversation.all({ conversationId: id, before, limit }));
      const found = [...chain.entries, ...spoken.map(toEntry)].sort(
        (a, b) => b.revision - a.revision,
      );
      const entries = found.slice(0, limit);
      const last = entries.at(-1);
      if (!last || (found.length <= limit && chain.next === null && spoken.length < limit))
        return { entries, next: null };
      // Of the chain, what was found and not shown is next.
      const left = chain.entries.find(({ revision }) => revision < last.revision);
      return { entries, next: { own: left?.revision ?? chain.next, before: last.revision } };
    },

    /** The changes of one attribute alone. */
    ofAttribute(
      contactId: string,
      attribute: string,
      place: HistoryPlace | null,
      limit: number,
    ): HistoryPage {
      const { own, before } = place ?? newest(contactId);
      const { entries, next } = ownFrom(
        contactId,
        own,
        limit,
        ({ kind, body }) =>
          kind === 'contact.attributesChanged' && body.attributes.includes(attribute),
      );
      return { entries, next: next === null ? null : { own: next, before } };
    },
  };
}

type Wanted = (entry: Entry) => boolean;
