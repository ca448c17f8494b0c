import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '@/db/sqlite/sqlite-store';
import {
  ADA,
  bobWrites,
  contactCreated,
  draftFor,
  FOUNDATION,
  keep,
  NEW,
  OWNED,
  opened as openedFor,
  stateChanged,
} from '../contract/facts-of-a-desk';
import { snapshotOf } from '../contract/snapshot-of';
import { freshStore } from '../fresh-database';

describe('the SQLite store on its file', () => {
  let opened: Awaited<ReturnType<typeof freshStore>>;
  beforeEach(async () => {
    opened = await freshStore();
    await keep(opened.store, FOUNDATION);
  });
  afterEach(() => opened.close());

  /** Runs SQL beside the store, as an operator would. */
  function beside<T>(work: (client: Sqlite.Database) => T): T {
    const client = new Sqlite(opened.path);
    try {
      return work(client);
    } finally {
      client.close();
    }
  }

  it('forgets what somebody was writing in a conversation whose data is deleted', async () => {
    await keep(opened.store, [...bobWrites(), contactCreated('carol'), openedFor('carol')]);
    const carols = draftFor('carol', { reply: 'Hello Carol' });
    for (const draft of [draftFor('bob', { note: 'Call 555-0100' }), carols])
      await opened.store.keepDraft(draft);
    beside((client) => {
      client.pragma('foreign_keys = ON');
      client.prepare('delete from messages where conversation_id = ?').run('conversation-bob');
      client.prepare('delete from conversations where id = ?').run('conversation-bob');
    });
    expect(await opened.store.draftsOf(ADA.id)).toEqual([carols]);
  });

  it('reads entries whose personal part was deleted, with null in its place', async () => {
    const { revision } = await opened.store.head();
    const kept = await keep(opened.store, bobWrites('My number is 555-0100'));
    beside((client) =>
      client.prepare('delete from journal_personal where contact_id = ?').run('bob'),
    );
    expect(await opened.store.entriesAfter(revision, 10)).toEqual(
      kept.map((entry) => ({ ...entry, personal: null })),
    );
  });

  it('goes on from the same revision and time when the journal is trimmed', async () => {
    const before = await snapshotOf(opened.store);
    beside((client) => client.prepare('delete from journal').run());
    expect(await opened.store.entriesAfter(0, 10)).toEqual([]);
    expect(await snapshotOf(opened.store)).toEqual(before);
    const [next] = await keep(opened.store, [contactCreated('bob')]);
    expect(next?.revision).toBe(before.revision + 1);
  });

  it('shares its file with a second store: one claim wins, and both read the same', async () => {
    const other = await openSqliteStore({ path: opened.path });
    await keep(opened.store, bobWrites());
    const revision = (await other.conversation('conversation-bob'))?.revision ?? 0;
    const claims = await Promise.allSettled(
      [opened.store, other].map((store) =>
        keep(store, [stateChanged('conversation.claimed', 'bob', NEW, OWNED)], {
          expect: [{ kind: 'conversation', id: 'conversation-bob', revision }],
        }),
      ),
    );
    expect(claims.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await snapshotOf(other)).toEqual(await snapshotOf(opened.store));
    await other.close();
  });

  it('finds open and resolved conversations by their indexes, without sorting', () => {
    const plan = (sql: string) =>
      beside((client) => JSON.stringify(client.prepare(`explain query plan ${sql}`).all()));
    const open = plan("select * from conversations where status <> 'resolved' order by id");
    expect(open).toContain('conversations_open');
    const resolved = plan(
      "select * from conversations where status = 'resolved' order by last_activity_at desc, id desc limit 50",
    );
    expect(resolved).toContain('conversations_resolved');
    for (const steps of [open, resolved]) expect(steps).not.toContain('TEMP B-TREE');
  });
});
