import { copyFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@/db/sqlite/open-database';
import { prepareFollowing } from '@/db/sqlite/search-follow';
import { openSearchIndex, searchIndexPath } from '@/db/sqlite/search-index';
import { openSqliteStore } from '@/db/sqlite/sqlite-store';
import { type Benchmark, numberOption, type Report } from './benchmark';
import { fillWithMessages, wordAt } from './search-desk';
import { likePeer, naiveFtsPeer, type SearchPeer } from './search-peers';
import { spreadOf } from './spread';

const PAGE = 50;
const RARE = 49_000;

const QUERIES: readonly { name: string; words: readonly string[] }[] = [
  { name: 'a rare word', words: [wordAt(RARE)] },
  { name: 'a common word', words: [wordAt(0)] },
  { name: 'two common words', words: [wordAt(0), wordAt(1)] },
  { name: 'a common and a rare word', words: [wordAt(0), wordAt(RARE)] },
  { name: 'the beginning of words, two letters', words: [wordAt(0).slice(0, 2)] },
];

type Way = { name: string; find: (words: readonly string[]) => number | Promise<number> };

/** Finding messages by words, beside a scan and beside FTS5 as one would set it up first. */
async function search(options: ReadonlyMap<string, string>): Promise<Report> {
  const messages = numberOption(options, 'messages', 1_000_000);
  const rounds = numberOption(options, 'rounds', 5);
  const folder = await mkdtemp(join(tmpdir(), 'frontrow-bench-'));
  try {
    const path = join(folder, 'desk.db');
    await fillWithMessages(path, messages, numberOption(options, 'seed', 1));
    const plain = join(folder, 'plain.db');
    copyFileSync(path, plain);
    const fillMs = fillIndex(path);
    const naive = naiveFtsPeer(plain);
    const like = likePeer(path);
    const peers: SearchPeer[] = [naive, like];
    const store = await openSqliteStore({ path });
    const ways: Way[] = [
      {
        name: 'the desk',
        find: async (words) =>
          (await store.search({ query: words.join(' '), kind: 'message', offset: 0, limit: PAGE }))
            .hits.length,
      },
      ...peers,
    ];
    // The first search starts the thread and brings the files into the machine's cache.
    for (const { find } of ways) for (const { words } of QUERIES) await find(words);
    const rows: string[][] = [];
    for (const { name, words } of QUERIES) {
      const spent = ways.map((): number[] => []);
      const found = ways.map(() => 0);
      for (let round = 0; round < rounds; round += 1) {
        for (const [turn] of ways.entries()) {
          const place = (turn + round) % ways.length;
          const from = performance.now();
          found[place] = (await ways[place]?.find(words)) ?? 0;
          spent[place]?.push(performance.now() - from);
        }
      }
      rows.push(...rowsOf(name, ways, spent, found));
    }
    for (const peer of peers) peer.close();
    await store.close();
    const size = statSync(searchIndexPath(path)).size / 1e6;
    const seconds = (ms: number) => (ms / 1_000).toFixed(0);
    return {
      title: `Search over ${messages.toLocaleString('en')} messages of twenty words: the first ${PAGE}, ms`,
      columns: ['', '', 'median', 'fastest–slowest', 'found', 'the desk takes'],
      rows,
      notes: [
        `The desk searches in a thread of its own: the times hold the way there and back, and the event loop is free meanwhile. It finds conversations, of which the best message stands for all; the others find messages. Of very many it ranks the newest; \`rank\` ranks all, and LIKE ranks by time alone.`,
        `The desk's index was filled in ${seconds(fillMs)} s, in the background of a desk that serves, and takes ${size.toFixed(0)} MB; the plain one in ${seconds(naive.fillMs)} s.`,
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Fills the index as its thread would, without its rests; gives how long it took, in milliseconds. */
function fillIndex(path: string): number {
  const desk = openDatabase(path);
  const index = openSearchIndex(searchIndexPath(path));
  const follow = prepareFollowing(desk, index);
  const from = performance.now();
  while (follow.step().hasMore);
  const tookMs = performance.now() - from;
  index.close();
  desk.$client.close();
  return tookMs;
}

function rowsOf(
  query: string,
  ways: readonly Way[],
  spent: readonly (readonly number[])[],
  found: readonly number[],
): string[][] {
  const desk = spreadOf(spent[0] ?? []).median;
  return ways.map(({ name }, place) => {
    const { median, min, max } = spreadOf(spent[place] ?? []);
    return [
      query,
      name,
      median.toFixed(1),
      `${min.toFixed(1)}–${max.toFixed(1)}`,
      String(found[place] ?? 0),
      place === 0 ? '' : `${(desk / median).toPrecision(2)} × this`,
    ];
  });
}

export const searchBenchmark: Benchmark = {
  name: 'search',
  about: 'finding messages by words among a million, beside LIKE and plain FTS5',
  run: search,
};
