import { and, eq, sql } from 'drizzle-orm';
import { openDatabase } from '@/db/sqlite/open-database';
import * as schema from '@/db/sqlite/schema';
import type { Attributes, AttributeValue } from '@/lib/attributes/attribute';
import type { CommitRequest } from '@/lib/desk/store';
import { compileSegment } from '@/lib/segments/evaluate';
import type { Segment } from '@/lib/segments/segment';

/** Keeps changes that wait together, and gives the revision of each. */
export type Peer = {
  name: string;
  keep: (requests: readonly CommitRequest[]) => number[];
  close: () => void;
};

type ValueChange = { contactId: string; attribute: string; after: AttributeValue };

function changeOf({ entries: [entry] }: CommitRequest): ValueChange {
  if (entry?.kind !== 'contact.attributesChanged') throw new Error('Only values change here.');
  const [change] = entry.personal.changes;
  if (!change?.after) throw new Error('Every change has a value.');
  return { contactId: entry.body.contactId, attribute: change.attribute, after: change.after };
}

/**
 * The least that can be written: better-sqlite3 statements prepared by hand, with the same pragmas,
 * the same checks and the same rows. What waits together shares a transaction here too.
 */
export function rawPeer(path: string): Peer {
  const { $client } = openDatabase(path);
  const readHead = $client.prepare<[], { revision: number; catalogue_revision: number }>(
    'select epoch, revision, catalogue_revision, last_at from head where id = 1',
  );
  const writeHead = $client.prepare(
    'update head set revision = ?, catalogue_revision = ?, last_at = ? where id = 1',
  );
  const readContact = $client
    .prepare<[string], number>('select revision from contacts where id = ?')
    .pluck();
  const touch = $client.prepare('update contacts set revision = ? where id = ?');
  const put = $client.prepare(
    `insert into contact_values values (?, ?, ?, ?, ?) on conflict (contact_id, attribute)
     do update set value = excluded.value, source = excluded.source, set_at = excluded.set_at`,
  );
  const entry = $client.prepare('insert into journal values (?, ?, ?, ?, ?, ?, ?, null, ?)');
  const personal = $client.prepare('insert into journal_personal values (?, ?, ?)');

  function write(request: CommitRequest): number {
    const head = readHead.get();
    if (!head) throw new Error('The head is lost.');
    const { contactId, attribute, after } = changeOf(request);
    const [, expected] = request.expect;
    if (readContact.get(contactId) !== expected?.revision) throw new Error('A conflict.');
    const revision = head.revision + 1;
    const at = Date.now();
    touch.run(revision, contactId);
    put.run(contactId, attribute, JSON.stringify(after.value), after.source, after.setAt);
    const [draft] = request.entries;
    entry.run(
      revision,
      at,
      draft?.kind,
      JSON.stringify(request.actor),
      request.cause,
      JSON.stringify(draft?.body),
      contactId,
      expected?.revision,
    );
    personal.run(revision, contactId, JSON.stringify(draft?.personal));
    writeHead.run(revision, head.catalogue_revision, at);
    return revision;
  }

  const together = $client.transaction((requests: readonly CommitRequest[]) => requests.map(write));
  return {
    name: 'raw prepared statements',
    keep: (requests) => together.immediate(requests),
    close: () => void $client.close(),
  };
}

/**
 * The ordinary way: drizzle without preparing, a transaction a change, matches and priority stored
 * in indexed tables that the queue would be read from.
 */
export function drizzlePeer(
  path: string,
  segments: readonly Segment[],
  high: ReadonlySet<string>,
  attributes: Attributes,
): Peer {
  const db = openDatabase(path);
  db.$client.exec(`
    create table matches (contact_id text, segment_id text, primary key (contact_id, segment_id));
    create index matches_segment on matches (segment_id);
    alter table conversations add column priority integer not null default 0;
    create index conversations_rank on conversations (priority desc, waiting_since, id);
  `);
  const { contacts, contactValues, conversations, head, journal, journalPersonal } = schema;
  const tests = segments.map((segment) => ({
    id: segment.id,
    holds: compileSegment(segment, { attributes, timeZone: 'UTC' }),
  }));

  function write(request: CommitRequest): number {
    return db.transaction(
      (tx) => {
        const { contactId, attribute, after } = changeOf(request);
        const [, expected] = request.expect;
        const before = tx.select().from(head).where(eq(head.id, 1)).get();
        const contact = tx.select().from(contacts).where(eq(contacts.id, contactId)).get();
        if (!before || contact?.revision !== expected?.revision) throw new Error('A conflict.');
        const revision = before.revision + 1;
        const at = Date.now();
        tx.update(contacts).set({ revision }).where(eq(contacts.id, contactId)).run();
        const { value, source, setAt } = after;
        tx.insert(contactValues)
          .values({ contactId, attribute, value, source, setAt })
          .onConflictDoUpdate({
            target: [contactValues.contactId, contactValues.attribute],
            set: { value, source, setAt },
          })
          .run();
        const [draft] = request.entries;
        tx.insert(journal)
          .values({
            revision,
            at,
            kind: 'contact.attributesChanged',
            actor: JSON.stringify(request.actor),
            cause: request.cause,
            body: JSON.stringify(draft?.body),
            contactId,
            previousRevision: contact?.revision,
          })
          .run();
        tx.insert(journalPersonal)
          .values({ revision, contactId, body: JSON.stringify(draft?.personal) })
          .run();
        const rows = tx
          .select()
          .from(contactValues)
          .where(eq(contactValues.contactId, contactId))
          .all();
        const values = new Map(rows.map((row) => [row.attribute, row]));
        const matching = tests.filter(({ holds }) => holds(values)).map(({ id }) => id);
        tx.run(sql`delete from matches where contact_id = ${contactId}`);
        for (const id of matching) tx.run(sql`insert into matches values (${contactId}, ${id})`);
        const priority = matching.filter((id) => high.has(id)).length;
        tx.run(
          sql`update conversations set priority = ${priority} where ${and(eq(conversations.contactId, contactId))}`,
        );
        tx.update(head).set({ revision, lastAt: at }).where(eq(head.id, 1)).run();
        return revision;
      },
      { behavior: 'immediate' },
    );
  }

  return {
    name: 'drizzle, unprepared, priority stored',
    keep: (requests) => requests.map(write),
    close: () => void db.$client.close(),
  };
}
