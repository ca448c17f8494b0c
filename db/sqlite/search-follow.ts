import { and, asc, gt, inArray, lte } from 'drizzle-orm';
import type { EntryKind } from '@/lib/desk/entry';
import { cardOf, cardWords } from '@/lib/search/card';
import { findableWords } from '@/lib/search/words';
import { type Head, prepareHead } from './head';
import type { Database } from './open-database';
import { prepareContactReads } from './reads-contacts';
import { contacts, journal, messages } from './schema';
import { searchRemovals } from './schema-search';
import type { Progress, SearchIndex } from './search-index';
import { given } from './written';

/** What one step takes in: some milliseconds' worth. */
const STEP = 200;
const ABOUT_CONTACTS: EntryKind[] = ['contact.created', 'contact.attributesChanged'];

/**
 * Brings the index up to what the desk has committed, a step at a time. It reads what is new since
 * the revision it stands at, as any reader of the journal: a commit waits for none of this. An empty
 * index is filled in the same way, contacts first; so is one that was ahead of its desk, which is
 * another than it was.
 */
export function prepareFollowing(desk: Database, index: SearchIndex) {
  const head = prepareHead(desk);
  const contactReads = prepareContactReads(desk);
  const contactsAfter = desk
    .select({ id: contacts.id })
    .from(contacts)
    .where(gt(contacts.id, given('afterId')))
    .orderBy(asc(contacts.id))
    .limit(STEP)
    .prepare();
  const messagesIn = desk
    .select({ revision: messages.revision, text: messages.text })
    .from(messages)
    .where(and(gt(messages.revision, given('after')), lte(messages.revision, given('until'))))
    .orderBy(asc(messages.revision))
    .limit(STEP)
    .prepare();
  const changesIn = desk
    .select({ revision: journal.revision, contactId: journal.contactId })
    .from(journal)
    .where(
      and(
        gt(journal.revision, given('after')),
        lte(journal.revision, given('until')),
        inArray(journal.kind, ABOUT_CONTACTS),
      ),
    )
    .orderBy(asc(journal.revision))
    .limit(STEP)
    .prepare();
  const removalsAfter = desk
    .select()
    .from(searchRemovals)
    .where(gt(searchRemovals.id, given('after')))
    .orderBy(asc(searchRemovals.id))
    .limit(STEP)
    .prepare();

  /** Where the index stands; at the beginning when it is empty, or of another desk. */
  function start({ epoch, revision }: Head): Progress {
    const progress = index.progress();
    if (progress?.epoch === epoch && progress.revision <= revision) return progress;
    if (progress) index.clear();
    return {
      epoch,
      revision: 0,
      cardsAfter: '',
      cardsFrom: revision,
      removals: 0,
      purging: false,
    };
  }

  function putCard(contactId: string): void {
    const contact = contactReads.byId(contactId);
    if (contact) index.putCard(contactId, cardWords(cardOf(contact)));
    else index.dropCard(contactId);
  }

  function fillCards(progress: Progress, afterId: string): Progress {
    const page = contactsAfter.all({ afterId });
    for (const { id } of page) putCard(id);
    return { ...progress, cardsAfter: page.length < STEP ? null : (page.at(-1)?.id ?? null) };
  }

  function takeIn(progress: Progress, head: Head): Progress {
    const after = progress.revision;
    const changedAfter = Math.max(after, progress.cardsFrom);
    const changes = changesIn.all({ after: changedAfter, until: head.revision });
    const read = changes.length < STEP ? head.revision : (changes.at(-1)?.revision ?? after);
    const arrived = messagesIn.all({ after, until: read });
    const revision = arrived.length < STEP ? read : (arrived.at(-1)?.revision ?? after);
    for (const message of arrived) index.putMessage(message.revision, findableWords(message.text));
    const changed = changes.filter((change) => change.revision <= revision);
    for (const contactId of new Set(changed.map((change) => change.contactId)))
      if (contactId !== null) putCard(contactId);
    return { ...progress, revision };
  }

  function forget(progress: Progress): Progress {
    const removals = removalsAfter.all({ after: progress.removals });
    for (const { messageRevision, contactId } of removals) {
      if (messageRevision !== null) index.dropMessage(messageRevision);
      if (contactId !== null) index.dropCard(contactId);
    }
    const last = removals.at(-1);
    return last ? { ...progress, removals: last.id, purging: true } : progress;
  }

  /** The next step, and where the index stands after it; call it in a transaction of both files. */
  function next(head: Head): Progress {
    const progress = start(head);
    if (progress.cardsAfter !== null) return fillCards(progress, progress.cardsAfter);
    if (progress.revision < head.revision) return takeIn(progress, head);
    return progress;
  }

  /** Takes the words of what was removed out, when there is nothing else to do; whether they are. */
  function purge(before: Progress | null, { purging, removals }: Progress): boolean {
    if (!purging) return false;
    return !index.purge(!before?.purging || before.removals !== removals);
  }

  return {
    /**
     * Takes one step; says where the index stands then, whether it may be asked for another, and
     * whether what was removed is to be overwritten now, by `index.rewrite`.
     */
    step(): { revision: number; indexed: number; hasMore: boolean; isPurged: boolean } {
      return desk.transaction(() => {
        const now = head.read();
        return index.client
          .transaction(() => {
            const before = index.progress();
            const progress = forget(next(now));
            const isThrough = progress.cardsAfter === null && progress.revision === now.revision;
            const isPurged = isThrough && purge(before, progress);
            if (JSON.stringify(progress) !== JSON.stringify(before)) index.setProgress(progress);
            const indexed = isThrough ? 1 : partOf(progress, now);
            const hasMore = !isThrough || (progress.purging && !isPurged);
            return { revision: progress.revision, indexed, hasMore, isPurged };
          })
          .immediate();
      });
    },
  };
}

/** Of a desk that is not all in the index: how much is, below 1. */
function partOf({ cardsAfter, revision }: Progress, head: Head): number {
  return cardsAfter === null ? Math.min(0.99, revision / Math.max(1, head.revision)) : 0;
}
