import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrateDatabase } from '@/db/sqlite/migrate';
import { openDatabase } from '@/db/sqlite/open-database';
import { openSqliteStore } from '@/db/sqlite/sqlite-store';

describe('opening a database', () => {
  let folder = '';
  let path = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'frontrow-'));
    path = join(folder, 'data', 'desk.db');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('makes its folder, and keeps what is acknowledged safe on every open', () => {
    for (let open = 0; open < 2; open += 1) {
      const { $client } = openDatabase(path);
      const pragma = (name: string) => $client.pragma(name, { simple: true });
      expect(pragma('journal_mode')).toBe('wal');
      expect(pragma('synchronous')).toBe(2);
      expect(pragma('foreign_keys')).toBe(1);
      expect(pragma('busy_timeout')).toBe(5_000);
      $client.close();
    }
  });

  it('says that a file is not a database', async () => {
    const file = join(folder, 'letter.txt');
    writeFileSync(file, 'Dear Ada, '.repeat(1_000));
    await expect(openSqliteStore({ path: file })).rejects.toThrow(
      `${file} is not a SQLite database.`,
    );
    expect(() => migrateDatabase(file)).toThrow(`${file} is not a SQLite database.`);
  });

  it('says that a database is not migrated, and how to do it', async () => {
    await expect(openSqliteStore({ path })).rejects.toThrow('npm run db:migrate');
    migrateDatabase(path);
    const store = await openSqliteStore({ path });
    expect((await store.head()).revision).toBe(0);
    await store.close();
  });

  it('says that a newer version has migrated the database', async () => {
    migrateDatabase(path);
    const client = new Sqlite(path);
    client
      .prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)')
      .run('later', Date.UTC(2100, 0));
    client.close();
    await expect(openSqliteStore({ path })).rejects.toThrow('newer version');
  });

  it('keeps the epoch of a desk that is migrated and opened again', async () => {
    migrateDatabase(path);
    const first = await openSqliteStore({ path });
    const { epoch } = await first.head();
    await first.close();
    migrateDatabase(path);
    const second = await openSqliteStore({ path });
    expect((await second.head()).epoch).toBe(epoch);
    await second.close();
  });
});
