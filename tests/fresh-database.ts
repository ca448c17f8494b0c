import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateDatabase } from '@/db/sqlite/migrate';
import { openSqliteStore } from '@/db/sqlite/sqlite-store';
import type { Clock } from '@/lib/desk/clock';
import type { Store } from '@/lib/desk/store';

let template: Buffer | null = null;

/** A migrated database, made once a process and kept in memory, so that it leaves no file behind. */
function migratedTemplate(): Buffer {
  if (template === null) {
    const folder = mkdtempSync(join(tmpdir(), 'frontrow-'));
    try {
      const path = join(folder, 'desk.db');
      migrateDatabase(path);
      template = readFileSync(path);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return template;
}

/** A migrated database file of the caller's own, not opened yet; `remove` deletes its folder. */
export function freshDatabase(): { path: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'frontrow-'));
  const path = join(folder, 'desk.db');
  writeFileSync(path, migratedTemplate());
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A store on a fresh migrated database; `close` closes it and deletes the file. */
export async function freshStore(
  options: { clock?: Clock } = {},
): Promise<{ store: Store; path: string; close: () => Promise<void> }> {
  const { path, remove } = freshDatabase();
  const store = await openSqliteStore({ path, ...options });
  return {
    store,
    path,
    close: async () => {
      await store.close();
      remove();
    },
  };
}
