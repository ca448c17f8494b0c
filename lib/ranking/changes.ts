import { longestRise } from './longest-rise';

/** What a window holds: anything with the conversation's id and the revision of what it shows. */
export type WindowEntry = { conversationId: string; revision: number };

/** What a window is told, applied in order; an index is the place at that moment, after removal of a moved entry. */
export type Change<E extends WindowEntry> =
  | { op: 'left'; conversationId: string }
  | { op: 'entered'; index: number; entry: E }
  | { op: 'moved'; conversationId: string; index: number; entry: E }
  | { op: 'edited'; entry: E };

/**
 * The changes that make `after` of `before`, as few moves as possible: an entry that only shifted
 * because others came, left or moved is not told. An entry of the same conversation and revision
 * counts as unchanged.
 */
export function diffWindow<E extends WindowEntry>(
  before: readonly E[],
  after: readonly E[],
): Change<E>[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && sameConversation(before[head], after[head])) head++;
  let tail = 0;
  while (tail < shorter - head && sameConversation(before.at(-1 - tail), after.at(-1 - tail))) {
    tail++;
  }

  const changes: Change<E>[] = [];
  const edited: Change<E>[] = [];
  const tellIfEdited = (was: E | undefined, entry: E | undefined) => {
    if (entry === undefined || was === entry || was?.revision === entry.revision) return;
    edited.push({ op: 'edited', entry });
  };
  for (let place = 0; place < head; place++) tellIfEdited(before[place], after[place]);
  const oldMiddle = before.slice(head, before.length - tail);
  const newMiddle = after.slice(head, after.length - tail);
  if (oldMiddle.length > 0 || newMiddle.length > 0) {
    const oldPlaces = new Map<string, number>();
    for (const [place, { conversationId }] of oldMiddle.entries()) {
      oldPlaces.set(conversationId, place);
    }
    const newIds = new Set(newMiddle.map((entry) => entry.conversationId));
    for (const { conversationId } of oldMiddle) {
      if (!newIds.has(conversationId)) changes.push({ op: 'left', conversationId });
    }
    const list = oldMiddle.map((entry) => entry.conversationId).filter((id) => newIds.has(id));
    const told = new Set<string>();
    for (const change of placements(list, newMiddle, oldPlaces, head)) {
      changes.push(change);
      told.add(change.entry.conversationId);
    }
    for (const entry of newMiddle) {
      if (told.has(entry.conversationId)) continue;
      tellIfEdited(oldMiddle[oldPlaces.get(entry.conversationId) ?? -1], entry);
    }
  }
  for (let back = tail; back > 0; back--) tellIfEdited(before.at(-back), after.at(-back));
  for (const change of edited) changes.push(change);
  return changes;
}

/** The list after the changes. Throws when a change does not fit it: then watch again. */
export function applyChanges<E extends WindowEntry>(
  list: readonly E[],
  changes: readonly Change<E>[],
): E[] {
  const result = [...list];
  const placeOf = (conversationId: string) =>
    result.findIndex((entry) => entry.conversationId === conversationId);
  const remove = (conversationId: string) => {
    const place = placeOf(conversationId);
    if (place < 0) throw new Error(`${conversationId} is not in the window`);
    result.splice(place, 1);
  };
  const insert = (index: number, entry: E) => {
    if (placeOf(entry.conversationId) >= 0) {
      throw new Error(`${entry.conversationId} is in the window already`);
    }
    if (!Number.isInteger(index) || index < 0 || index > result.length) {
      throw new Error(`The window has no place ${index}`);
    }
    result.splice(index, 0, entry);
  };
  for (const change of changes) {
    switch (change.op) {
      case 'left':
        remove(change.conversationId);
        break;
      case 'entered':
        insert(change.index, change.entry);
        break;
      case 'moved':
        remove(change.conversationId);
        insert(change.index, change.entry);
        break;
      case 'edited': {
        const place = placeOf(change.entry.conversationId);
        if (place < 0) throw new Error(`${change.entry.conversationId} is not in the window`);
        result[place] = change.entry;
        break;
      }
    }
  }
  return result;
}

/** The counts after a message's: a count of zero goes. */
export function applyCounts(
  counts: Readonly<Record<string, number>>,
  changed: Readonly<Record<string, number>>,
): Record<string, number> {
  const result = new Map(Object.entries(counts));
  for (const [segmentId, count] of Object.entries(changed)) {
    if (count === 0) result.delete(segmentId);
    else result.set(segmentId, count);
  }
  return Object.fromEntries(result);
}

function sameConversation(a: WindowEntry | undefined, b: WindowEntry | undefined): boolean {
  return a?.conversationId === b?.conversationId;
}

/**
 * The entries that came or moved. `list` holds the ids that stay, in their old order. What keeps
 * its relative place is left alone; each other entry goes right behind the one before it, so those
 * already told are in their final order whatever still stands between them.
 */
function placements<E extends WindowEntry>(
  list: string[],
  after: readonly E[],
  oldPlaces: ReadonlyMap<string, number>,
  head: number,
): Extract<Change<E>, { index: number }>[] {
  const changes: Extract<Change<E>, { index: number }>[] = [];
  const staying = after.filter((entry) => oldPlaces.has(entry.conversationId));
  const rise = longestRise(staying.map((entry) => oldPlaces.get(entry.conversationId) ?? -1));
  const still = new Set(rise.map((place) => staying[place]?.conversationId));
  let previous: string | null = null;
  for (const entry of after) {
    const { conversationId } = entry;
    if (!still.has(conversationId)) {
      const moved = oldPlaces.has(conversationId);
      if (moved) list.splice(list.indexOf(conversationId), 1);
      const place: number = previous === null ? 0 : list.indexOf(previous) + 1;
      list.splice(place, 0, conversationId);
      const index = head + place;
      changes.push(
        moved ? { op: 'moved', conversationId, index, entry } : { op: 'entered', index, entry },
      );
    }
    previous = conversationId;
  }
  return changes;
}
