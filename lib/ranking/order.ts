import type { QueueOrder, QueueRow } from './filter';

/** What an order looks at. */
export type Ranked = Pick<QueueRow, 'priority' | 'rankTimeMs' | 'conversationId'>;

/** Below zero when `a` stands before `b`; zero only for the same conversation at the same rank. */
export type Comparator<T> = (a: T, b: T) => number;

/** Waiting time alone, oldest first, then id. Total. */
export function compareOldest(a: Ranked, b: Ranked): number {
  if (a.rankTimeMs !== b.rankTimeMs) return a.rankTimeMs - b.rankTimeMs;
  // By code unit: a locale's order would differ between machines and may call two ids equal.
  if (a.conversationId === b.conversationId) return 0;
  return a.conversationId < b.conversationId ? -1 : 1;
}

/** Rank order: priority, highest first; then waiting time, oldest first; then id. Total. */
export function compareRank(a: Ranked, b: Ranked): number {
  return a.priority === b.priority ? compareOldest(a, b) : b.priority - a.priority;
}

/** The comparator of an order. */
export function comparatorOf(order: QueueOrder): Comparator<Ranked> {
  return order === 'oldest' ? compareOldest : compareRank;
}
