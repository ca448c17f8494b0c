import { eq } from 'drizzle-orm';
import { changesCatalogue } from '@/lib/desk/entry';
import { conflict, type ErrorCode, isDeskError } from '@/lib/desk/errors';
import type { CommitRequest, Expectation } from '@/lib/desk/store';
import { prepareApply } from './apply-entry';
import { type Head, prepareHead } from './head';
import { type Kept, prepareJournalWrite } from './journal';
import type { Database } from './open-database';
import { type OwnWrite, prepareOwnWrites } from './own-writes';
import { asConflict } from './refusals';
import { cannedReplies, contacts, conversations, savedViews } from './schema';
import { messengers } from './schema-channels';
import { crmStandings } from './schema-crm';
import { channelMappings, endpoints } from './schema-webhooks';
import { given } from './written';

const MOVED = {
  catalogue: 'The settings of this desk have changed in the meantime.',
  contact: 'This contact has changed in the meantime.',
  conversation: 'This conversation has changed in the meantime.',
  cannedReply: 'This canned reply has changed in the meantime.',
  savedView: 'This saved view has changed in the meantime.',
  messenger: 'This messenger has changed in the meantime.',
  crmStanding: 'The CRM has said something of this contact in the meantime.',
  endpoint: 'This endpoint has changed in the meantime.',
  channelMapping: 'The mapping of this channel has changed in the meantime.',
} as const;

export type WaitingCommit = { request: CommitRequest; now: number };

/**
 * What waits to be written: a commit, with the time of the store's clock when it was asked for, or
 * what belongs to one person alone, which no entry tells of.
 */
export type Waiting = WaitingCommit | { own: OwnWrite };

/** What became of it, as plain data that can cross a thread. */
export type Outcome =
  | { is: 'written'; changed: boolean }
  | { is: 'kept'; kept: Kept }
  | { is: 'refused'; code: ErrorCode; message: string; field?: string }
  | { is: 'failed'; message: string };

type Guard = <T>(write: () => T) => T;
const unguarded: Guard = (write) => write();

/**
 * Makes the one function that writes. What waits together shares a transaction, and a
 * refusal undoes itself alone. The transaction holds the write lock from its start, so that what it
 * checks stays true until it is kept. Gives an outcome for each, in order; when it returns, what
 * was kept is on the disk.
 */
export function prepareCommits(db: Database): (group: readonly Waiting[]) => Outcome[] {
  const client = db.$client;
  const begin = client.prepare('begin immediate');
  const end = client.prepare('commit');
  const undo = client.prepare('rollback');
  const mark = client.prepare('savepoint one');
  const undoOne = client.prepare('rollback to one');
  const release = client.prepare('release one');
  const head = prepareHead(db);
  const writeEntry = prepareJournalWrite(db);
  const apply = prepareApply(db);
  const writeOwn = prepareOwnWrites(db);
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

  const cannedReplyRevision = db
    .select({ revision: cannedReplies.revision })
    .from(cannedReplies)
    .where(eq(cannedReplies.id, given('id')))
    .prepare();
  const savedViewRevision = db
    .select({ revision: savedViews.revision })
    .from(savedViews)
    .where(eq(savedViews.id, given('id')))
    .prepare();
  const endpointRevision = db
    .select({ revision: endpoints.revision })
    .from(endpoints)
    .where(eq(endpoints.id, given('id')))
    .prepare();
  const channelMappingRevision = db
    .select({ revision: channelMappings.revision })
    .from(channelMappings)
    .where(eq(channelMappings.channel, given('id')))
    .prepare();

  const messengerRevision = db
    .select({ revision: messengers.revision })
    .from(messengers)
    .where(eq(messengers.channel, given('id')))
    .prepare();
  const crmStandingRevision = db
    .select({ revision: crmStandings.revision })
    .from(crmStandings)
    .where(eq(crmStandings.contactId, given('id')))
    .prepare();

  const contactRevisionOf = (id: string) => contactRevision.get({ id })?.revision ?? 0;

  function revisionOf(expectation: Expectation, catalogueRevision: number): number {
    switch (expectation.kind) {
      case 'catalogue':
        return catalogueRevision;
      case 'contact':
        return contactRevisionOf(expectation.id);
      case 'conversation':
        return conversationRevision.get({ id: expectation.id })?.revision ?? 0;
      case 'cannedReply':
        return cannedReplyRevision.get({ id: expectation.id })?.revision ?? 0;
      case 'savedView':
        return savedViewRevision.get({ id: expectation.id })?.revision ?? 0;
      case 'messenger':
        return messengerRevision.get({ id: expectation.id })?.revision ?? 0;
      case 'crmStanding':
        return crmStandingRevision.get({ id: expectation.id })?.revision ?? 0;
      case 'endpoint':
        return endpointRevision.get({ id: expectation.id })?.revision ?? 0;
      case 'channelMapping':
        return channelMappingRevision.get({ id: expectation.id })?.revision ?? 0;
    }
  }

  function check({ expect }: CommitRequest, { catalogueRevision }: Head): void {
    for (const expectation of expect) {
      if (revisionOf(expectation, catalogueRevision) !== expectation.revision) {
        throw conflict(MOVED[expectation.kind]);
      }
    }
  }

  /** Writes one commit and gives the head after it. */
  function write({ request, now }: WaitingCommit, before: Head): Head {
    const { actor, cause, entries } = request;
    // A clock that was set back must not make an entry older than the one before it.
    const at = Math.max(now, before.lastAt);
    let { revision, catalogueRevision } = before;
    for (const draft of entries) {
      revision += 1;
      if (changesCatalogue(draft.kind)) catalogueRevision = revision;
      const written = { revision, at, actor };
      // Before it is applied, which gives the contact its next one.
      const previousRevision =
        draft.kind === 'contact.attributesChanged' ? contactRevisionOf(draft.body.contactId) : null;
      apply(draft, written);
      writeEntry(draft, { ...written, cause, previousRevision });
    }
    return { ...before, revision, catalogueRevision, lastAt: at };
  }

  function inSavepoint<T>(writeOne: () => T): T {
    mark.run();
    try {
      return writeOne();
    } catch (error) {
      // A full disk ends the whole transaction, and there is nothing to go back to.
      if (client.inTransaction) undoOne.run();
      throw error;
    } finally {
      if (client.inTransaction) release.run();
    }
  }

  /** Everything between the beginning and the end of a transaction; throws what it cannot undo. */
  function writeAll(group: readonly Waiting[], guard: Guard): Outcome[] {
    const start = head.read();
    let current = start;
    const outcomes = group.map((waiting): Outcome => {
      let undoes = guard === inSavepoint;
      try {
        if ('own' in waiting) return { is: 'written', changed: guard(() => writeOwn(waiting.own)) };
        // A check writes nothing: what it refuses needs no undoing.
        undoes = true;
        check(waiting.request, current);
        undoes = guard === inSavepoint;
        const next = guard(() => write(waiting, current));
        const kept = { revision: current.revision + 1, at: next.lastAt };
        current = next;
        return { is: 'kept', kept };
      } catch (error) {
        if (!undoes || !client.inTransaction) throw error;
        return outcomeOf(error);
      }
    });
    if (current !== start) head.write(current);
    return outcomes;
  }

  /** Savepoints copy every page they touch: only a group that needs them pays for them. */
  function writeGroup(group: readonly Waiting[]): Outcome[] {
    try {
      return writeAll(group, unguarded);
    } catch (error) {
      if (group.length === 1 || !client.inTransaction) throw error;
      undo.run();
      begin.run();
      return writeAll(group, inSavepoint);
    }
  }

  return (group) => {
    try {
      begin.run();
      const outcomes = writeGroup(group);
      end.run();
      return outcomes;
    } catch (error) {
      if (client.inTransaction) undo.run();
      return group.map(() => outcomeOf(error));
    }
  };
}

function outcomeOf(thrown: unknown): Outcome {
  const error = asConflict(thrown);
  if (isDeskError(error)) {
    const { code, message, field } = error;
    return { is: 'refused', code, message, field };
  }
  return { is: 'failed', message: error instanceof Error ? error.message : String(error) };
}
