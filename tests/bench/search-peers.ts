import { openDatabase } from '@/db/sqlite/open-database';

/** Another way to find messages: the first page for some words, the last of them a beginning. */
export type SearchPeer = {
  name: string;
  find: (words: readonly string[]) => number;
  close: () => void;
};

const PAGE = 50;
const COLUMNS = 'm.id, m.text, m.at, m.conversation_id, c.status, c.owner_id, c.channel';

/** A scan of all texts, the newest first. */
export function likePeer(path: string): SearchPeer {
  const { $client } = openDatabase(path);
  return {
    name: 'plain SQL: LIKE, by time',
    find(words) {
      const where = words.map(() => "m.text like '%' || ? || '%'").join(' and ');
      return $client
        .prepare(
          `select ${COLUMNS} from messages m join conversations c on c.id = m.conversation_id
           where ${where} order by m.at desc, m.id desc limit ${PAGE}`,
        )
        .all(words).length;
    },
    close: () => $client.close(),
  };
}

/** FTS5 as its documentation has it first: over the table's rowids, ranked by `rank`, with `snippet`. */
export function naiveFtsPeer(path: string): SearchPeer & { fillMs: number } {
  const { $client } = openDatabase(path);
  $client.exec(
    "create virtual table naive using fts5(text, content='messages', tokenize='unicode61')",
  );
  const from = performance.now();
  $client.exec("insert into naive (naive) values ('rebuild')");
  const fillMs = performance.now() - from;
  const search = $client.prepare(
    `select ${COLUMNS}, snippet(naive, 0, '[', ']', '…', 20)
     from naive join messages m on m.rowid = naive.rowid join conversations c on c.id = m.conversation_id
     where naive match ? order by rank limit ${PAGE}`,
  );
  return {
    name: 'plain FTS5, by rank',
    fillMs,
    find: (words) => search.all(`${words.map((word) => `"${word}"`).join(' ')}*`).length,
    close: () => $client.close(),
  };
}
