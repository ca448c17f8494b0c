import { asc, desc, eq, gt } from 'drizzle-orm';
import type { Entry, EntryDraft, EntryKind } from '@/lib/desk/entry';
import type { Database } from './open-database';
import { journal, journalPersonal } from './schema';
import { given, type Written } from './written';

type JournalRow = {
  revision: number;
  at: number;
  kind: EntryKind;
  cause: string;
  actor: string;
  body: string;
  personal: string | null;
};

/** Writes and reads the journal. What is written comes back exactly as it will be read. */
export function prepareJournal(db: Database) {
  const insertEntry = db
    .insert(journal)
    .values({
      revision: given('revision'),
      at: given('at'),
      kind: given('kind'),
      actor: given('actor'),
      cause: given('cause'),
      body: given('body'),
      contactId: given('contactId'),
      conversationId: given('conversationId'),
    })
    .prepare();
  const insertPersonal = db
    .insert(journalPersonal)
    .values({ revision: given('revision'), contactId: given('contactId'), body: given('body') })
    .prepare();
  const entry = {
    revision: journal.revision,
    at: journal.at,
    kind: journal.kind,
    actor: journal.actor,
    cause: journal.cause,
    body: journal.body,
    personal: journalPersonal.body,
  };
  const after = db
    .select(entry)
    .from(journal)
    .leftJoin(journalPersonal, eq(journalPersonal.revision, journal.revision))
    .where(gt(journal.revision, given('revision')))
    .orderBy(asc(journal.revision))
    .limit(given('limit'))
    .prepare();
  const lastOfConversation = db
    .select(entry)
    .from(journal)
    .leftJoin(journalPersonal, eq(journalPersonal.revision, journal.revision))
    .where(eq(journal.conversationId, given('conversationId')))
    .orderBy(desc(journal.revision))
    .limit(1)
    .prepare();

  return {
    write(draft: EntryDraft, written: Written, cause: string): Entry {
      const { revision, at } = written;
      const contactId = 'contactId' in draft.body ? draft.body.contactId : null;
      const conversationId = 'conversationId' in draft.body ? draft.body.conversationId : null;
      const actor = JSON.stringify(written.actor);
      const body = JSON.stringify(draft.body);
      const personal = draft.personal ? JSON.stringify(draft.personal) : null;
      insertEntry.run({
        revision,
        at,
        kind: draft.kind,
        actor,
        cause,
        body,
        contactId,
        conversationId,
      });
      if (personal !== null) insertPersonal.run({ revision, contactId, body: personal });
      return toEntry({ revision, at, kind: draft.kind, actor, cause, body, personal });
    },

    after(revision: number, limit: number): Entry[] {
      return after.all({ revision, limit }).map(toEntry);
    },

    lastOfConversation(conversationId: string): Entry | null {
      const row = lastOfConversation.get({ conversationId });
      return row ? toEntry(row) : null;
    },
  };
}

/** The one place where a row's kind, body and personal part are believed to belong together. */
function toEntry(row: JournalRow): Entry {
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
