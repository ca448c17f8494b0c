import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrateDatabase } from '@/db/sqlite/migrate';
import { migrationsFolderOf } from '@/db/sqlite/migrations-folder';
import { openSqliteStore } from '@/db/sqlite/sqlite-store';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frontrow-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The migrations of the version before the one that made chains. */
function migrationsBefore(): string {
  const before = join(folder, 'migrations');
  cpSync(migrationsFolderOf(), before, { recursive: true });
  const path = join(before, 'meta', '_journal.json');
  const journal: { entries: { tag: string }[] } = JSON.parse(readFileSync(path, 'utf8'));
  const place = journal.entries.findIndex(({ tag }) => tag.endsWith('contact-chain'));
  expect(place).toBeGreaterThan(0);
  const older = { ...journal, entries: journal.entries.slice(0, place) };
  writeFileSync(path, JSON.stringify(older));
  return before;
}

it('the history of contacts from an older version is whole after the migration', async () => {
  const path = join(folder, 'desk.db');
  migrateDatabase(path, migrationsBefore());
  const client = new Sqlite(path);
  const contact = client.prepare('insert into contacts values (?, ?, ?, ?)');
  const entry = client.prepare(
    `insert into journal (revision, at, kind, actor, cause, body, contact_id, conversation_id)
     values (?, 0, ?, '{}', 'old', '{"attributes":["name"]}', ?, ?)`,
  );
  const changed = 'contact.attributesChanged';
  contact.run('bob', 'desk', 'bob', 6);
  contact.run('carol', 'desk', 'carol', 7);
  entry.run(1, 'contact.created', 'bob', null);
  entry.run(2, 'contact.created', 'carol', null);
  entry.run(3, changed, 'bob', null);
  entry.run(4, 'conversation.opened', 'bob', 'of-bob');
  entry.run(5, changed, 'carol', null);
  entry.run(6, changed, 'bob', null);
  entry.run(7, changed, 'carol', null);
  client.close();

  migrateDatabase(path);
  const store = await openSqliteStore({ path });
  const historyOf = async (id: string) =>
    (await store.historyOfContact(id, { place: null, limit: 10 })).entries.map(
      ({ revision }) => revision,
    );
  expect(await historyOf('bob')).toEqual([6, 3, 1]);
  expect(await historyOf('carol')).toEqual([7, 5, 2]);
  await store.close();
});
