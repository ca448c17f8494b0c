import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrationsFolderOf } from './migrations-folder';

export type Database = BetterSQLite3Database & { $client: Sqlite.Database };

const BUSY_TIMEOUT_MS = 5_000;

/**
 * Opens a database file, making it and its folder if there is none. Every open sets the pragmas
 * anew, because SQLite keeps none of them but WAL: without FULL an acknowledged write may be lost
 * when the power goes. Throws when the file is not a database.
 */
export function openDatabase(path: string): Database {
  mkdirSync(dirname(path), { recursive: true });
  const isNew = !existsSync(path);
  const client = new Sqlite(path);
  // It holds what customers wrote: a new file is its owner's only.
  if (isNew) chmodSync(path, 0o600);
  try {
    client.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
    client.pragma('journal_mode = WAL');
    client.pragma('synchronous = FULL');
    client.pragma('foreign_keys = ON');
  } catch (error) {
    client.close();
    if (error instanceof Sqlite.SqliteError && error.code === 'SQLITE_NOTADB') {
      throw new Error(`${path} is not a SQLite database.`, { cause: error });
    }
    throw error;
  }
  return drizzle({ client });
}

/**
 * Opens a database that `migrateDatabase` has brought up to date. Throws, saying what to do, when
 * it is not, or when a newer version of Frontrow has migrated it further.
 */
export function openMigratedDatabase(
  path: string,
  migrationsFolder: string = migrationsFolderOf(),
): Database {
  const db = openDatabase(path);
  try {
    const wanted = Math.max(...readMigrationFiles({ migrationsFolder }).map((m) => m.folderMillis));
    const applied = lastMigration(db);
    if (applied < wanted) {
      throw new Error(`The database ${path} is not migrated. Run: npm run db:migrate`);
    }
    if (applied > wanted) {
      throw new Error(`The database ${path} was migrated by a newer version of Frontrow.`);
    }
    return db;
  } catch (error) {
    db.$client.close();
    throw error;
  }
}

/** When the last migration applied was made, 0 for none; drizzle keeps it in a table of its own. */
function lastMigration({ $client }: Database): number {
  const table = $client
    .prepare("select 1 from sqlite_master where type = 'table' and name = '__drizzle_migrations'")
    .get();
  if (table === undefined) return 0;
  return Number($client.prepare('select max(created_at) from __drizzle_migrations').pluck().get());
}
