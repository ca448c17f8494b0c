import { chmodSync, existsSync, rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import type { AskedWord } from '@/lib/search/asked-word';
import { pairsOf, type Word } from '@/lib/search/words';

/** Another number, and every index is thrown away and filled anew. */
const VERSION = 1;
/** More of a word tells no two apart. */
const LONGEST_WORD = 64;
const PURGED_PAGES = 500;
const BROKEN = /^SQLITE_(NOTADB|CORRUPT)/;

/*
 * The words are found before they come here, so SQLite has only to part them at spaces: `ascii`
 * takes every other sign beyond ASCII for a part of a word. Nothing but which row has which word is
 * kept, no text and no order of words.
 */
const FTS5 = `fts5(words, content='', contentless_delete=1, detail=none, prefix='1 2 3', tokenize='ascii')`;
const SCHEMA = `
  create table progress (
    id integer primary key check (id = 1), epoch text not null, revision integer not null,
    cards_from integer not null, cards_after text, removals integer not null, purging integer not null);
  create table cards (id integer primary key, contact_id text not null unique);
  create virtual table messages using ${FTS5};
  create virtual table contacts using ${FTS5};
  insert into messages (messages, rank) values ('usermerge', 2);
  insert into contacts (contacts, rank) values ('usermerge', 2);
  pragma user_version = ${VERSION}`;

/** How far the index has come. */
export type Progress = {
  epoch: string;
  /** Messages up to here are in it, and what changed of contacts. */
  revision: number;
  /** Contacts are filled in by id, those after this one still to come; null once all are. */
  cardsAfter: string | null;
  /** Where the journal stood when that began: what changed before is in the contacts themselves. */
  cardsFrom: number;
  /** The last removal that was taken over. */
  removals: number;
  /** The words of what was removed are not yet overwritten in the file. */
  purging: boolean;
};

export type SearchIndex = ReturnType<typeof openSearchIndex>;

/** The index of a desk lies beside its database. */
export const searchIndexPath = (databasePath: string): string => `${databasePath}.search`;

/**
 * Opens the index file, making it if there is none. It holds nothing that could not be made again:
 * one that is broken, or of another version, is thrown away.
 */
export function openSearchIndex(path: string) {
  const client = openClient(path);
  const readProgress = client.prepare<[], ProgressRow>('select * from progress');
  const writeProgress = client.prepare(
    `insert or replace into progress (id, epoch, revision, cards_from, cards_after, removals, purging)
     values (1, ?, ?, ?, ?, ?, ?)`,
  );
  const putMessage = client.prepare('insert or replace into messages (rowid, words) values (?, ?)');
  const putCard = client.prepare('insert or replace into contacts (rowid, words) values (?, ?)');
  const dropMessage = client.prepare('delete from messages where rowid = ?');
  const dropCard = client.prepare('delete from contacts where rowid = ?');
  const newCard = client.prepare('insert into cards (contact_id) values (?) returning id').pluck();
  const cardOf = client.prepare('select id from cards where contact_id = ?').pluck();
  const forgetCard = client.prepare('delete from cards where contact_id = ?');
  const contactAt = client.prepare('select contact_id from cards where id = ?').pluck();
  const forgetPurge = client.prepare('update progress set purging = 0');
  const newest = (table: string) =>
    client.prepare(`select rowid from ${table} where ${table} match ? order by rowid desc`).pluck();
  const messagesWith = newest('messages');
  const cardsWith = newest('contacts');

  return {
    client,
    progress(): Progress | null {
      const row = readProgress.get();
      if (!row) return null;
      const { epoch, revision, removals } = row;
      const [cardsAfter, cardsFrom] = [row.cards_after, row.cards_from];
      return { epoch, revision, cardsAfter, cardsFrom, removals, purging: row.purging === 1 };
    },
    setProgress(next: Progress): void {
      const { epoch, revision, cardsFrom, cardsAfter, removals, purging } = next;
      writeProgress.run(epoch, revision, cardsFrom, cardsAfter, removals, purging ? 1 : 0);
    },
    clear(): void {
      for (const table of ['messages', 'contacts'])
        client.exec(`insert into ${table} (${table}) values ('delete-all')`);
      client.exec('delete from cards');
    },
    /** A message is known by the revision that brought it: its own, and the same after a VACUUM. */
    putMessage: (revision: number, words: readonly Word[]) =>
      putMessage.run(revision, indexedText(words)),
    putCard(contactId: string, words: readonly Word[]): void {
      putCard.run(Number(cardOf.get(contactId) ?? newCard.get(contactId)), indexedText(words));
    },
    dropMessage: (revision: number) => dropMessage.run(revision),
    dropCard(contactId: string): void {
      const id = cardOf.get(contactId);
      if (id === undefined) return;
      dropCard.run(id);
      forgetCard.run(contactId);
    },
    /** Takes the words of what was removed out of a part of the index; whether there is more. */
    purge(isFirst: boolean): boolean {
      const pages = isFirst ? -PURGED_PAGES : PURGED_PAGES;
      const before = totalChanges(client);
      for (const table of ['messages', 'contacts'])
        client.prepare(`insert into ${table} (${table}, rank) values ('merge', ?)`).run(pages);
      return totalChanges(client) - before > 2;
    },
    /** Writes the file anew, without the words of what was removed, and empties its log. */
    rewrite(): void {
      client.exec('vacuum');
      // Somebody who copies the file at this moment has it done at the next step.
      if (Number(client.pragma('wal_checkpoint(truncate)', { simple: true })) === 0)
        forgetPurge.run();
    },
    /** The revisions of messages that have all the words, the newest first. */
    *messagesWith(asked: readonly AskedWord[]): Iterable<number> {
      for (const revision of messagesWith.iterate(matchText(asked))) yield Number(revision);
    },
    /** The contacts whose cards have all the words, the newest first. */
    *contactsWith(asked: readonly AskedWord[]): Iterable<string> {
      for (const id of cardsWith.iterate(matchText(asked))) {
        const contactId = contactAt.get(id);
        if (typeof contactId === 'string') yield contactId;
      }
    },
    close: () => client.close(),
  };
}

type ProgressRow = {
  epoch: string;
  revision: number;
  cards_from: number;
  cards_after: string | null;
  removals: number;
  purging: number;
};

function openClient(path: string): Sqlite.Database {
  const kept = existsSync(path) ? preparedClient(path) : null;
  if (kept) return kept;
  for (const ending of ['', '-wal', '-shm']) rmSync(`${path}${ending}`, { force: true });
  const made = preparedClient(path);
  if (!made) throw new Error(`${path} cannot be made a search index.`);
  chmodSync(path, 0o600);
  return made;
}

/** Null for what is broken or of another version. */
function preparedClient(path: string): Sqlite.Database | null {
  const client = new Sqlite(path);
  try {
    client.pragma('busy_timeout = 5000');
    client.pragma('journal_mode = WAL');
    // What a power cut takes is found again in the desk.
    client.pragma('synchronous = NORMAL');
    client.exec('begin immediate');
    const version = Number(client.pragma('user_version', { simple: true }));
    if (version === 0) client.exec(SCHEMA);
    client.exec('commit');
    if (version === 0 || version === VERSION) return client;
  } catch (error) {
    const isBroken = error instanceof Sqlite.SqliteError && BROKEN.test(error.code);
    if (!isBroken) {
      client.close();
      throw error;
    }
  }
  client.close();
  return null;
}

const totalChanges = (client: Sqlite.Database) =>
  Number(client.prepare('select total_changes()').pluck().get());

/** The words as the index keeps them, each once; of an unspaced run its pairs, and its last character. */
function indexedText(words: readonly Word[]): string {
  const kept = new Set<string>();
  for (const { text, unspaced } of words) {
    if (!unspaced) kept.add(text.slice(0, LONGEST_WORD));
    else for (const part of [...pairsOf(text), [...text].at(-1) ?? '']) kept.add(part);
  }
  return [...kept].join(' ');
}

/** Words in the language of FTS5; as they are letters and digits only, nothing can end the quotes. */
function matchText(asked: readonly AskedWord[]): string {
  return asked.flatMap(termsOf).join(' AND ');
}

function termsOf({ text, how }: AskedWord): string[] {
  if (how === 'within' && [...text].length > 1) return pairsOf(text).map((pair) => `"${pair}"`);
  const quoted = `"${text.slice(0, LONGEST_WORD)}"`;
  return [how === 'whole' ? quoted : `${quoted} *`];
}
