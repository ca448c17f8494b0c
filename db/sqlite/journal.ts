import { and, asc, desc, eq, gt, gte, inArray, lt, sql } from 'drizzle-orm';
import { causeOfBulk, type Entry, type EntryDraft, type EntryKind } from '@/lib/desk/entry';
import type { CommitRequest } from '@/lib/desk/store';
import { TRAIL_ENTRIES } from '@/lib/desk/trail';
import type { Database } from './open-database';
import { prepareWrite } from './prepare-write';
import { journal, journalPersonal } from './schema';
import { given, type Written } from './written';

/** What is read of an entry. */
export const entryColumns = {
  revision: journal.revision,
  at: journal.at,
  kind: journal.kind,
  actor: journal.actor,
  cause: journal.cause,
  body: journal.body,
  personal: journalPersonal.body,
};

type JournalRow = {
  revision: number;
  at: number;
  kind: EntryKind;
  cause: string;
  actor: string;
  body: string;
  personal: string | null;
};

/** What the journal is told of an entry besides what it says. */
type Journalled = Written & {
  cause: string;
  /** Of the contact whose values it changes, before it. */
  previousRevision: number | null;
};

/** More has happened to no conversation between its messages that anybody would read. */
const LONGEST_TRAIL = 500;

/** Writes entries into the journal; belongs inside a commit's transaction. */
export function prepareJournalWrite(db: Database) {
  const insertEntry = prepareWrite(
    db,
    db.insert(journal).values({
      revision: given('revision'),
      at: given('at'),
      kind: given('kind'),
      actor: given('actor'),
      cause: given('cause'),
      body: given('body'),
      contactId: given('contactId'),
      conversationId: given('conversationId'),
      previousRevision: given('previousRevision'),
    }),
  );
  const insertPersonal = prepareWrite(
    db,
    db
      .insert(journalPersonal)
      .values({ revision: given('revision'), contactId: given('contactId'), body: given('body') }),
  );

  return (
    draft: EntryDraft,
    { revision, at, actor, cause, previousRevision }: Journalled,
  ): void => {
    const contactId = 'contactId' in draft.body ? draft.body.contactId : null;
    const conversationId = 'conversationId' in draft.body ? draft.body.conversationId : null;
    insertEntry.run({
      revision,
      at,
      kind: draft.kind,
      actor: JSON.stringify(actor),
      cause,
      body: JSON.stringify(draft.body),
      contactId,
      conversationId,
      previousRevision,
    });
    if (!draft.personal) return;
    insertPersonal.run({ revision, contactId, body: JSON.stringify(draft.personal) });
  };
}

/** Reads the journal. */
export function prepareJournalReads(db: Database) {
  const entry = entryColumns;
  const after = db
    .select(entry)
    .from(journal)
    .leftJoin(journalPersonal, eq(journalPersonal.revision, journal.revision))
    .where(gt(journal.revision, given('revision')))
    .orderBy(asc(journal.revision))
    .limit(given('limit'))
    .prepare();
  const trail = db
    .select(entry)
    .from(journal)
    .leftJoin(journalPersonal, eq(journalPersonal.revision, journal.revision))
    .where(
      and(
        eq(journal.conversationId, given('conversationId')),
        gte(journal.revision, given('from')),
        lt(journal.revision, given('until')),
        inArray(journal.kind, [...TRAIL_ENTRIES]),
      ),
    )
    .orderBy(desc(journal.revision))
    .limit(LONGEST_TRAIL)
    .prepare();
  const lastOfConversation = db
    .select(entry)
    .from(journal)
    .leftJoin(journalPersonal, eq(journalPersonal.revision, journal.revision))
    .where(eq(journal.conversationId, given('conversationId')))
    .orderBy(desc(journal.revision))
    .limit(1)
    .prepare();
  const actsOfBulk = db
    .select({ revision: journal.revision, conversationId: journal.conversationId })
    .from(journal)
    .where(
      and(
        eq(journal.cause, given('cause')),
        // In the words of the partial index.
        sql`${journal.cause} like 'bulk:%'`,
        gt(journal.revision, given('revision')),
      ),
    )
    .orderBy(asc(journal.revision))
    .limit(given('limit'))
    .prepare();

  const ofBulk = db
    .select(entry)
    .from(journal)
    .leftJoin(journalPersonal, eq(journalPersonal.revision, journal.revision))
    .where(
      and(
        eq(journal.cause, given('cause')),
        // In the words of the partial index.
        sql`${journal.cause} like 'bulk:%'`,
        gt(journal.revision, given('revision')),
      ),
    )
    .orderBy(asc(journal.revision))
    .limit(given('limit'))
    .prepare();

  return {
    ofBulk(bulkId: string, afterRevision: number, limit: number): Entry[] {
      const cause = causeOfBulk(bulkId);
      return ofBulk.all({ cause, revision: afterRevision, limit }).map(toEntry);
    },

    after(revision: number, limit: number): Entry[] {
      return after.all({ revision, limit }).map(toEntry);
    },

    /** The entries of a conversation's trail from a revision on, before another; the last of them, oldest first. */
    trail(conversationId: string, from: number, until = Number.MAX_SAFE_INTEGER): Entry[] {
      return trail.all({ conversationId, from, until }).reverse().map(toEntry);
    },

    lastOfConversation(conversationId: string): Entry | null {
      const row = lastOfConversation.get({ conversationId });
      return row ? toEntry(row) : null;
    },

    actsOfBulk(bulkId: string, afterRevision: number, limit: number) {
      const rows = actsOfBulk.all({ cause: causeOfBulk(bulkId), revision: afterRevision, limit });
      return rows.flatMap(({ revision, conversationId }) =>
        conversationId === null ? [] : [{ revision, conversationId }],
      );
    },
  };
}

/** Where a commit stands in the journal: the revision of its first entry, and the time of them all. */
export type Kept = { revision: number; at: number };

/**
 * The entries of a commit that was kept, exactly as the journal will give them. The request must
 * have been through JSON, as the rows have.
 */
export function entriesOf(
  { actor, cause, entries }: CommitRequest,
  { revision, at }: Kept,
): Entry[] {
  return entries.map(
    ({ kind, body, personal = null }, place) =>
      // A draft's kind, body and personal part belong together, and so do its entry's.
      ({ revision: revision + place, at, actor, cause, kind, body, personal }) as Entry,
  );
}

/** The one place where a row's kind, body and personal part are believed to belong together. */
export function toEntry(row: JournalRow): Entry {
  return {
    revision: row.revision,
    at: row.at,
    actor: JSON.parse(row.actor),
    cause: row.cause,
    kind: row.kind,
    body: JSON.parse(row.body),
    personal: row.personal === null ? null : JSON.parse(row.personal),
  } as Entry;
}
