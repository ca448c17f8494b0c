import { openDatabase } from '@/db/sqlite/open-database';
import { openSqliteStore } from '@/db/sqlite/sqlite-store';
import { bobWrites, draftFor, FOUNDATION, keep } from '../contract/facts-of-a-desk';

/*
 * A process that its test kills. It writes to the database given, prints the revision that was
 * acknowledged once a draft was too, and stays. Told `locked`, it also holds the write lock with a write not committed.
 */
const [path = '', manner] = process.argv.slice(2);

const store = await openSqliteStore({ path });
await keep(store, FOUNDATION);
const entries = await keep(store, bobWrites('Still there?'));
await store.keepDraft(draftFor('bob', { reply: 'Yes, we are' }));

if (manner === 'locked') {
  const { $client } = openDatabase(path);
  $client.exec('begin immediate; update head set revision = 1000');
}
process.stdout.write(`${entries.at(-1)?.revision}\n`);
process.stdin.resume();
