import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { migrationsFolderOf } from './migrations-folder';
import { openDatabase } from './open-database';

/**
 * Brings a database up to date, making the file if there is none; all of it in one transaction or
 * nothing. Migrating a second time changes nothing. Throws when the file is not a database.
 */
export function migrateDatabase(
  path: string,
  migrationsFolder: string = migrationsFolderOf(),
): void {
  const db = openDatabase(path);
  try {
    // SQLite ignores this pragma inside the migrator's transaction, where a rebuilt table needs it.
    db.$client.pragma('foreign_keys = OFF');
    migrate(db, { migrationsFolder });
    const broken = db.$client.pragma('foreign_key_check');
    if (Array.isArray(broken) && broken.length > 0) {
      throw new Error(`After the migration of ${path}, ${broken.length} rows point nowhere.`);
    }
  } finally {
    db.$client.close();
  }
}
