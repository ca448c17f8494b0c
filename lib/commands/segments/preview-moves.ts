import type { Memory } from '@/lib/desk/memory';
import { nameOf } from '@/lib/desk/queue-entry';
import type { SegmentPreview } from '@/lib/desk/wire';

const MOVES_SHOWN = 50;

/** Places in the queue of New conversations, from 1. */
export type Move = { conversationId: string; from: number; to: number };

/** A place within one priority: how many of that priority wait as long or longer. */
type Place = { priority: number; within: number };

/** Who has a segment as a high-priority one until now, and who would then: a bit a handle. */
export type Holders = { before: Int32Array; after: Int32Array };

/**
 * By how much the priority of open conversations would change if those who hold these segments as
 * high-priority ones were others; those that it would not change for are left out.
 */
export function priorityChanges(
  memory: Memory,
  segments: Iterable<Holders>,
): ReadonlyMap<string, number> {
  const changes = new Map<string, number>();
  for (const { before, after } of segments) {
    for (const [flipped, by] of [
      [after.map((word, at) => word & ~(before[at] ?? 0)), 1],
      [before.map((word, at) => word & ~(after[at] ?? 0)), -1],
    ] as const) {
      for (const { conversationIds } of memory.contactsAt(flipped)) {
        for (const id of conversationIds) changes.set(id, (changes.get(id) ?? 0) + by);
      }
    }
  }
  for (const [id, by] of changes) if (by === 0) changes.delete(id);
  return changes;
}

/**
 * The New conversations whose own priority would change and that would then stand elsewhere,
 * highest new place first, if those who hold these segments as high-priority ones were others.
 * Conversations that only make room for them are not named. One walk over the queue: within a
 * priority the order is that of waiting.
 */
export function previewMoves(memory: Memory, segments: Iterable<Holders>): Move[] {
  const changes = priorityChanges(memory, segments);
  if (changes.size === 0) return [];
  const from = new Line();
  const to = new Line();
  const changed: { conversationId: string; from: Place; to: Place }[] = [];
  for (const { conversationId, priority } of memory.queue.waiting('new')) {
    const by = changes.get(conversationId) ?? 0;
    const places = { from: from.next(priority), to: to.next(priority + by) };
    if (by !== 0) changed.push({ conversationId, ...places });
  }
  return changed
    .map((one) => ({ ...one, from: from.placeOf(one.from), to: to.placeOf(one.to) }))
    .filter((move) => move.from !== move.to)
    .sort((a, b) => a.to - b.to);
}

/** The first moves as they are shown, and how many there are. */
export function movesShown(
  memory: Memory,
  moves: readonly Move[],
): Pick<SegmentPreview, 'moves' | 'moved'> {
  const shown = moves.slice(0, MOVES_SHOWN);
  return {
    moves: shown.map((move) => ({ ...move, name: nameIn(memory, move.conversationId) })),
    moved: moves.length,
  };
}

/** What a conversation's contact is called. */
export function nameIn({ conversations, contacts }: Memory, conversationId: string): string {
  const contact = contacts.get(conversations.get(conversationId)?.contactId ?? '');
  return contact ? nameOf(contact) : conversationId;
}

/** A queue that is given its rows in waiting order. */
class Line {
  /** How many have each priority. */
  readonly #counts: number[] = [];

  next(priority: number): Place {
    const within = (this.#counts[priority] ?? 0) + 1;
    this.#counts[priority] = within;
    return { priority, within };
  }

  /** From 1; to be asked once all rows have come. */
  placeOf({ priority, within }: Place): number {
    let place = within;
    for (let higher = priority + 1; higher < this.#counts.length; higher += 1) {
      place += this.#counts[higher] ?? 0;
    }
    return place;
  }
}
