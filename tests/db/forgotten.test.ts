import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSqliteStore } from '@/db/sqlite/sqlite-store';
import type { EntryDraft } from '@/lib/desk/entry';
import type { Attachment } from '@/lib/desk/facts';
import { newId } from '@/lib/desk/ids';
import {
  ADA,
  ada,
  contactCreated,
  draftFor,
  FOUNDATION,
  keep,
  NOON,
  noted,
  opened,
  received,
  replied,
  valuesChanged,
  written,
} from '../contract/facts-of-a-desk';
import { freshStore } from '../fresh-database';

/*
 * Every text that is Bob's has this in it, and so has every name that a sender gave. Nothing of it
 * may be left in any file of the desk.
 */
const MARK = 'zqxbobzqx';

let store: Awaited<ReturnType<typeof freshStore>>;

beforeEach(async () => {
  store = await freshStore();
  await keep(store.store, FOUNDATION);
});
afterEach(() => store.close());

const marked = (what: string) => `${what} ${MARK} ${what}`;

/** Which files of the desk have the text, in any case, in UTF-8 or UTF-16. */
function filesWith(text: string): string[] {
  const folder = dirname(store.path);
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return [bytes.toString('latin1').toLowerCase(), bytes.toString('utf16le').toLowerCase()].some(
        (content) => content.includes(text),
      );
    });
}

const forgets = (contactId: string): EntryDraft => ({
  kind: 'contact.forgotten',
  body: { contactId, namespace: 'desk', conversationIds: [`conversation-${contactId}`] },
});

/** Bob, known by much and for long: values written over, a talk with files, drafts, much in between. */
async function bobsDays(): Promise<Attachment> {
  const { store: desk } = store;
  await keep(desk, [
    contactCreated('bob', marked('customer-7')),
    valuesChanged('bob', { city: written(marked('Rome')) }),
    opened('bob'),
    received('bob', 'm-1', marked('Hello'), `mail-${MARK}@example.com`),
  ]);
  const file: Attachment = {
    id: newId(NOON),
    name: `${MARK}.txt`,
    type: 'text/plain',
    bytes: MARK.length,
  };
  await desk.files.keep(file.id, Buffer.from(MARK));
  await desk.keepUpload({ ...file, uploaderId: ADA.id, messageId: null, uploadedAt: NOON });
  await keep(desk, [replied('bob', 'm-2', marked('Dear'), [file])]);
  await keep(desk, [noted('bob', 'm-3', marked('Careful'))]);
  // Of every length, so that rows move about in their pages as others come between.
  for (let n = 0; n < 60; n += 1) {
    const other = `other-${n}`;
    await keep(desk, [
      contactCreated(other, `${other} ${'x'.repeat((n * 37) % 150)}`),
      valuesChanged(other, { city: written('y'.repeat((n * 91) % 900)) }),
      valuesChanged('bob', { city: written(marked('z'.repeat((n * 53) % 1_500))) }),
      received('bob', `b-${n}`, marked('w'.repeat((n * 71) % 700)), `${MARK}-${n}`),
    ]);
    await desk.keepDraft(
      draftFor('bob', { reply: marked('v'.repeat((n * 300) % 6_000)), writtenAt: NOON + n }),
    );
  }
  await desk.keepSight({ personId: ADA.id, conversationId: 'conversation-bob', revision: 5 });
  return file;
}

/** As a version of Frontrow would have left the file that did not overwrite what it deleted. */
function leaveTraces(): void {
  const client = new Sqlite(store.path);
  client.pragma('secure_delete = OFF');
  const write = client.prepare(
    `insert into drafts (person_id, conversation_id, mode, reply, note, written_at)
     values (?, 'conversation-bob', 'reply', ?, '', 0)`,
  );
  for (let n = 0; n < 50; n += 1) write.run(`traces-${n}`, marked('u'.repeat(n * 100)));
  client.prepare("delete from drafts where person_id like 'traces-%'").run();
  client.pragma('wal_checkpoint(passive)');
  client.close();
}

it('nothing of a forgotten contact is left in any file, neither rows nor traces of them', async () => {
  const file = await bobsDays();
  leaveTraces();
  await keep(store.store, [contactCreated('carol', 'carol stays'), opened('carol')]);
  const found = await store.store.search({ query: MARK, offset: 0, limit: 10 });
  expect(found.total).toBeGreaterThan(0);
  expect(filesWith(MARK).length).toBeGreaterThan(2);

  await keep(store.store, [forgets('bob')]);
  await store.store.files.remove(file.id);
  // The file is written anew, and the index, once nobody has written for a while.
  await expect.poll(() => filesWith(MARK), { timeout: 50_000, interval: 250 }).toEqual([]);
  expect(filesWith('carol stays').length).toBeGreaterThan(0);
  const nothing = await store.store.search({ query: MARK, offset: 0, limit: 10 });
  expect(nothing).toMatchObject({ hits: [], total: 0 });
});

it('what was forgotten just before the desk ended leaves no trace after it has started again', async () => {
  const file = await bobsDays();
  await keep(store.store, [forgets('bob')]);
  await store.store.files.remove(file.id);
  await store.store.close();
  const again = await openSqliteStore({ path: store.path });
  try {
    await expect.poll(() => filesWith(MARK), { timeout: 50_000, interval: 250 }).toEqual([]);
    expect(await again.contact('bob')).toBeNull();
  } finally {
    await again.close();
    store = await freshStore();
  }
});

it('the journal keeps every entry, without what was personal and without the names that senders gave', async () => {
  await bobsDays();
  const bobs = (entries: Awaited<ReturnType<typeof store.store.entriesAfter>>) =>
    entries.filter(({ body }) => 'contactId' in body && body.contactId === 'bob');
  const before = bobs(await store.store.entriesAfter(0, 1_000));
  const { entries } = await store.store.belongingsOf('bob');
  expect(entries).toBe(before.filter(({ personal }) => personal !== null).length);
  const [forgotten] = await keep(store.store, [forgets('bob')]);
  const after = bobs(await store.store.entriesAfter(0, 1_000));
  expect(after).toEqual([
    ...before.map((entry) => ({
      ...entry,
      personal: null,
      body:
        entry.kind === 'conversation.messageReceived'
          ? { ...entry.body, externalMessageId: '' }
          : entry.body,
    })),
    forgotten,
  ]);
  expect(forgotten?.actor).toEqual(ada);
});

/** What forgetting deletes, or lets go of, itself; all else must hang on what it deletes. */
const BY_HAND: Readonly<Record<string, string>> = {
  contact_values: 'contact_id',
  conversations: 'contact_id',
  messages: 'conversation_id',
  journal: 'the entries stay',
  journal_personal: 'contact_id',
  search_removals: 'ids that name nobody any more',
};
const POINTERS: Readonly<Record<string, string>> = {
  contact_id: 'contacts',
  conversation_id: 'conversations',
  message_id: 'messages',
};

it('whatever the desk keeps about a contact goes with it: every table that points to one says so', () => {
  const client = new Sqlite(store.path, { readonly: true });
  type Column = { name: string };
  type Key = { from: string; to: string; onDelete: string };
  const columnsOf = client.prepare<[string], Column>('select name from pragma_table_info(?)');
  const keysOf = client.prepare<[string], Key>(
    'select "from", "table" as "to", on_delete as onDelete from pragma_foreign_key_list(?)',
  );
  const tables = client
    .prepare<[], string>("select name from sqlite_master where type = 'table'")
    .pluck()
    .all();
  const left = tables.filter((table) => {
    const pointing = columnsOf.all(table).filter(({ name }) => POINTERS[name] !== undefined);
    const goes = keysOf
      .all(table)
      .some(({ from, to, onDelete }) => POINTERS[from] === to && onDelete === 'CASCADE');
    return pointing.length > 0 && !goes && BY_HAND[table] === undefined;
  });
  client.close();
  expect(tables.length).toBeGreaterThan(15);
  expect(left).toEqual([]);
});
