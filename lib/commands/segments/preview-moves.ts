import type { Memory } from '@/lib/desk/memory';
import type { QueueRow } from '@/lib/ranking/filter';
import { compareRank } from '@/lib/ranking/order';

/** Places in the queue of New conversations, from 1. */
export type Move = { conversationId: string; from: number; to: number };

/**
 * The New conversations whose own priority would change and that would then stand elsewhere,
 * highest new place first. Those that only make room for them are not named.
 */
export function previewMoves(
  memory: Memory,
  matchingContacts: ReadonlySet<string>,
  segment: { replaces: string | null; highPriority: boolean },
): Move[] {
  const rows = [...memory.queue.rows()].filter(({ status }) => status === 'new');
  const changed = new Set<string>();
  const future = rows.map((row): QueueRow => {
    const contactId = memory.conversations.get(row.conversationId)?.contactId ?? '';
    const had = segment.replaces !== null && row.segments.has(segment.replaces);
    const has = segment.highPriority && matchingContacts.has(contactId);
    if (had === has) return row;
    changed.add(row.conversationId);
    return { ...row, priority: row.priority + (has ? 1 : -1) };
  });
  if (changed.size === 0) return [];
  const from = placesOf(rows);
  const to = placesOf(future);
  return [...changed]
    .map((id) => ({ conversationId: id, from: from.get(id) ?? 0, to: to.get(id) ?? 0 }))
    .filter((move) => move.from !== move.to)
    .sort((a, b) => a.to - b.to);
}

function placesOf(rows: readonly QueueRow[]): Map<string, number> {
  const ranked = [...rows].sort(compareRank);
  return new Map(ranked.map(({ conversationId }, index) => [conversationId, index + 1]));
}
