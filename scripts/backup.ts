import { copyFileSync, cpSync, existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { filesFolderOf } from '@/db/files/file-folder';
import { readEnvironment } from '@/lib/environment';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: npm run backup -- FOLDER');
  process.exit(2);
}
const { databasePath, credentialsPath, secretPath } = readEnvironment(process.env);
mkdirSync(folder, { recursive: true });
// SQLite's own backup reads what is committed, also while the desk writes.
for (const path of [databasePath, credentialsPath]) {
  if (!existsSync(path)) {
    console.error(`There is no ${path}.`);
    process.exit(1);
  }
  const database = new Sqlite(path, { readonly: true });
  await database.backup(join(folder, basename(path)));
  database.close();
}
// After the database: whatever it tells of is there by now.
const files = filesFolderOf(databasePath);
if (existsSync(files)) cpSync(files, join(folder, basename(files)), { recursive: true });
copyFileSync(secretPath, join(folder, basename(secretPath)));
console.log(`The desk, its attachments, its credentials and its secret are in ${folder}.`);
