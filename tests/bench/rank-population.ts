import Database from 'better-sqlite3';
import type { QueueRow } from '@/lib/ranking/filter';
import { LiveQueue } from '@/lib/ranking/live-queue';
import { SegmentNumbers, SegmentSet } from '@/lib/segments/segment-set';
import { randomFrom } from './random';

/** The part of all conversations that each segment matches. */
export const SHARES = [0.1, 0.001, 0.3, 0.05, 0.5, 0.02, 0.2, 0.01] as const;
/** The segments that are high-priority at the start, by their places in SHARES. */
export const HIGH = [2, 3, 5, 6] as const;

export const WINDOW = 50;

export const segmentId = (place: number) => `s${place}`;

/** New conversations in waiting order, each with the segments it matches; the same for the same seed. */
export function conversations(size: number, seed: number): QueueRow[] {
  const random = randomFrom(seed);
  const rows: QueueRow[] = [];
  const numbers = new SegmentNumbers();
  let clock = 1_700_000_000_000;
  for (let n = 0; n < size; n += 1) {
    clock += Math.floor(random() * 20);
    const places = [...SHARES.keys()].filter((place) => random() < (SHARES[place] ?? 0));
    rows.push({
      conversationId: idOf(n),
      status: 'new',
      channel: random() < 0.3 ? 'web' : 'api',
      ownerId: random() < 0.6 ? null : `person${Math.floor(random() * 20)}`,
      rankTimeMs: clock,
      priority: places.filter((place) => HIGH.some((high) => high === place)).length,
      segments: SegmentSet.of(numbers, places.map(segmentId)),
      revision: 1,
    });
  }
  return rows;
}

/** Ids that sort as their numbers do. */
export const idOf = (n: number) => `c${n.toString(36).padStart(6, '0')}`;
export const numberOf = (conversation: string | number) =>
  typeof conversation === 'number' ? conversation : Number.parseInt(conversation.slice(1), 36);

export function queueOf(rows: readonly QueueRow[]): LiveQueue {
  const queue = new LiveQueue();
  queue.batch(() => {
    for (const row of rows) queue.put(row);
  });
  return queue;
}

/** A database in memory: conversations with the index that rank order wants, and who matches what. */
export function databaseOf(rows: readonly QueueRow[], withMatches: boolean): Database.Database {
  const database = new Database(':memory:');
  database.exec(`
    CREATE TABLE conversation (n INTEGER PRIMARY KEY, priority INTEGER NOT NULL, waiting INTEGER NOT NULL);
    CREATE TABLE match (segment TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (segment, n)) WITHOUT ROWID;
  `);
  const add = database.prepare('INSERT INTO conversation VALUES (?, ?, ?)');
  const match = database.prepare('INSERT INTO match VALUES (?, ?)');
  database.transaction(() => {
    for (const [n, { priority, rankTimeMs, segments }] of rows.entries()) {
      add.run(n, priority, rankTimeMs);
      if (withMatches) for (const segment of segments) match.run(segment, n);
    }
  })();
  database.exec('CREATE INDEX by_rank ON conversation (priority DESC, waiting, n); ANALYZE;');
  return database;
}

/** Throws unless two ways came to the same answer. */
export function expectSame(what: string, ours: unknown, theirs: unknown): void {
  if (JSON.stringify(ours) === JSON.stringify(theirs)) return;
  throw new Error(
    `${what} answers differently: ${JSON.stringify(ours)}, ${JSON.stringify(theirs)}`,
  );
}

/** The numbers of the conversations in rows of a query. Throws if there is another thing in them. */
export function numbersOf(rows: readonly unknown[]): number[] {
  return rows.map((row) => {
    if (typeof row !== 'number') throw new Error('The query did not give numbers.');
    return row;
  });
}
