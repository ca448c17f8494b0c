import { eq } from 'drizzle-orm';
import type { Clock } from '@/lib/desk/clock';
import { changesCatalogue, type Entry } from '@/lib/desk/entry';
import { conflict } from '@/lib/desk/errors';
import type { CommitRequest, Expectation } from '@/lib/desk/store';
import { prepareApply } from './apply-entry';
import { prepareHead } from './head';
import { prepareJournal } from './journal';
import type { Database } from './open-database';
import { asConflict } from './refusals';
import { contacts, conversations } from './schema';
import { given } from './written';

const MOVED = {
  catalogue: 'The settings of this desk have changed in the meantime.',
  contact: 'This contact has changed in the meantime.',
  conversation: 'This conversation has changed in the meantime.',
} as const;

/**
 * Makes the one function that writes: expectations, revisions, entries and rows in one transaction
 * that holds the write lock from its start, so that what it checks stays true until it is kept.
 */
export function prepareCommit(db: Database, clock: Clock): (request: CommitRequest) => Entry[] {
  const head = prepareHead(db);
  const journal = prepareJournal(db);
  const apply = prepareApply(db);
  const contactRevision = db
    .select({ revision: contacts.revision })
    .from(contacts)
    .where(eq(contacts.id, given('id')))
    .prepare();
  const conversationRevision = db
    .select({ revision: conversations.revision })
    .from(conversations)
    .where(eq(conversations.id, given('id')))
    .prepare();

  function revisionOf(expectation: Expectation, catalogueRevision: number): number {
    switch (expectation.kind) {
      case 'catalogue':
        return catalogueRevision;
      case 'contact':
        return contactRevision.get({ id: expectation.id })?.revision ?? 0;
      case 'conversation':
        return conversationRevision.get({ id: expectation.id })?.revision ?? 0;
    }
  }

  function write({ actor, cause, expect, entries }: CommitRequest): Entry[] {
    const before = head.read();
    for (const expectation of expect) {
      if (revisionOf(expectation, before.catalogueRevision) !== expectation.revision) {
        throw conflict(MOVED[expectation.kind]);
      }
    }
    // A clock that was set back must not make an entry older than the one before it.
    const at = Math.max(clock(), before.lastAt);
    let { revision, catalogueRevision } = before;
    const kept = entries.map((draft) => {
      revision += 1;
      if (changesCatalogue(draft.kind)) catalogueRevision = revision;
      const written = { revision, at, actor };
      apply(draft, written);
      return journal.write(draft, written, cause);
    });
    head.write({ revision, catalogueRevision, lastAt: at });
    return kept;
  }

  return (request) => {
    if (request.entries.length === 0) throw new Error('A commit needs at least one entry.');
    try {
      return db.transaction(() => write(request), { behavior: 'immediate' });
    } catch (error) {
      throw asConflict(error);
    }
  };
}
