import { createRequire } from 'node:module';
import Redis from 'ioredis';
import { canonicalFilter, type QueueRow } from '@/lib/ranking/filter';
import type { LiveQueue } from '@/lib/ranking/live-queue';
import { compareRank, type Ranked } from '@/lib/ranking/order';
import { RankedRows } from '@/lib/ranking/ranked-rows';
import { rowChange } from '@/lib/ranking/row-change';
import { databaseOf, idOf, numberOf, numbersOf, WINDOW } from './rank-population';

// Its types promise a module that its CommonJS file is not, when Node imports it.
const { default: BTree }: typeof import('sorted-btree') = createRequire(import.meta.url)(
  'sorted-btree',
);

/** One way of keeping conversations in rank order; `n` is the number of a conversation. */
export type Ranking = {
  name: string;
  move(n: number, priority: number): void;
  /** Its place from 1. */
  rank(n: number): number;
  /** The first in line, by number or by id. */
  top(): readonly (number | string)[];
};

/** Redis: many steps go out together, and are answered together. */
export type PipelinedRanking = {
  name: string;
  /** So many steps at once, each made of what is asked for; the answers of the last. */
  steps(todo: readonly RankStep[], parts: RankParts): Promise<{ rank: number; top: number[] }>;
  close(): Promise<void>;
};

export type RankStep = { n: number; priority: number };
export type RankParts = { move: boolean; rank: boolean; top: boolean };

/** The queue's ranked rows alone, asked by their handles as the peers are by number. */
export function rowsRanking(line: readonly QueueRow[]): Ranking {
  const rows = new RankedRows();
  for (const row of line) rows.add({ ...row });
  const handles = Int32Array.from(line, (row) => rows.handleOf(row.conversationId) ?? -1);
  const filter = canonicalFilter({});
  return {
    name: 'ranked rows',
    move(n, priority) {
      const handle = handles[n] ?? -1;
      const before = rows.row(handle);
      rows.replace(handle, rowChange(before, { ...before, priority }));
    },
    rank: (n) => rows.indexOf(handles[n] ?? -1, filter, 'priority') + 1,
    top: () => rows.window(filter, 'priority', 0, WINDOW).map((row) => row.conversationId),
  };
}

/** The whole live queue, asked by id. */
export function frontrowRanking(rows: readonly QueueRow[], queue: LiveQueue): Ranking {
  return {
    name: 'whole queue',
    move(n, priority) {
      const row = rows[n];
      if (row !== undefined) queue.put({ ...row, priority });
    },
    rank: (n) => queue.placeOf(rows[n]?.conversationId ?? '') ?? 0,
    top: () => queue.window({}, 'priority', 0, WINDOW).ids,
  };
}

/** A B+ tree of the rows by rank. It counts nothing, so a rank is a walk from the top. */
export function treeRanking(rows: readonly QueueRow[]): Ranking {
  const current: Ranked[] = rows.map(({ priority, rankTimeMs, conversationId }) => ({
    priority,
    rankTimeMs,
    conversationId,
  }));
  const tree = new BTree<Ranked, number>(undefined, compareRank);
  for (const [n, key] of current.entries()) tree.set(key, n);
  return {
    name: 'sorted-btree',
    move(n, priority) {
      const key = current[n];
      if (key === undefined) return;
      tree.delete(key);
      const moved = { ...key, priority };
      current[n] = moved;
      tree.set(moved, n);
    },
    rank(n) {
      const key = current[n];
      const first = tree.minKey();
      if (key === undefined || first === undefined) return 0;
      return tree.forRange(first, key, true);
    },
    top() {
      const numbers: number[] = [];
      for (const n of tree.values()) if (numbers.push(n) === WINDOW) break;
      return numbers;
    },
  };
}

export function sqliteRanking(rows: readonly QueueRow[]): Ranking & { close(): void } {
  const database = databaseOf(rows, false);
  const move = database.prepare('UPDATE conversation SET priority = ? WHERE n = ?');
  const rank = database
    .prepare(`
      WITH mine AS MATERIALIZED (SELECT priority, waiting, n FROM conversation WHERE n = ?)
      SELECT 1
        + (SELECT count(*) FROM conversation c WHERE c.priority > (SELECT priority FROM mine))
        + (SELECT count(*) FROM conversation c WHERE c.priority = (SELECT priority FROM mine)
           AND (c.waiting, c.n) < (SELECT waiting, n FROM mine))`)
    .pluck();
  const top = database
    .prepare('SELECT n FROM conversation ORDER BY priority DESC, waiting, n LIMIT ?')
    .pluck();
  return {
    name: 'SQLite',
    move(n, priority) {
      move.run(priority, n);
    },
    rank: (n) => numbersOf([rank.get(n)])[0] ?? 0,
    top: () => numbersOf(top.all(WINDOW)),
    close: () => database.close(),
  };
}

/** A sorted set on the Redis server of this machine; null if none answers. */
export async function redisRanking(rows: readonly QueueRow[]): Promise<PipelinedRanking | null> {
  const redis = new Redis({ lazyConnect: true, retryStrategy: () => null });
  redis.on('error', () => {});
  try {
    await redis.connect();
  } catch {
    redis.disconnect();
    return null;
  }
  const key = `frontrow:bench:${process.pid}`;
  // A priority outweighs every waiting time; both fit a double exactly.
  const first = rows[0]?.rankTimeMs ?? 0;
  const score = (n: number, priority: number) =>
    (rows[n]?.rankTimeMs ?? 0) - first - priority * 2 ** 40;
  for (let from = 0; from < rows.length; from += 5_000) {
    const pipeline = redis.pipeline();
    for (let n = from; n < Math.min(rows.length, from + 5_000); n += 1) {
      pipeline.zadd(key, score(n, rows[n]?.priority ?? 0), idOf(n));
    }
    await pipeline.exec();
  }
  return {
    name: 'Redis',
    async steps(todo, parts) {
      const pipeline = redis.pipeline();
      for (const { n, priority } of todo) {
        if (parts.move) pipeline.zadd(key, score(n, priority), idOf(n));
        if (parts.rank) pipeline.zrank(key, idOf(n));
        if (parts.top) pipeline.zrange(key, '0', `${WINDOW - 1}`);
      }
      const answers = (await pipeline.exec()) ?? [];
      const failed = answers.find(([error]) => error !== null);
      if (failed) throw failed[0];
      const top = parts.top ? answers.at(-1)?.[1] : [];
      const rank = parts.rank ? answers.at(parts.top ? -2 : -1)?.[1] : -1;
      return {
        rank: Number(rank) + 1,
        top: Array.isArray(top) ? top.map((id) => numberOf(String(id))) : [],
      };
    },
    async close() {
      await redis.del(key);
      await redis.quit();
    },
  };
}
