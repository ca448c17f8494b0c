import type { ShownList } from '@/components/live/queue-hold';
import type { QueueTruth } from '@/components/live/queue-pages';

/** Which conversations are selected: by id, so that it stays while they change places. */
export type Selection = {
  ids: ReadonlySet<string>;
  /** All that the filter holds, loaded or not; `ids` are then of no account. */
  every: boolean;
  /** Where a stretch begins that is extended, and what was selected besides it. */
  anchor: string | null;
  besides: ReadonlySet<string>;
  /** How many have left the list since somebody last changed the selection. */
  gone: number;
};

const NONE: ReadonlySet<string> = new Set();
export const NOTHING_SELECTED: Selection = {
  ids: NONE,
  every: false,
  anchor: null,
  besides: NONE,
  gone: 0,
};

/** How many are selected of a list with so many. */
export function countOf({ ids, every }: Selection, total: number): number {
  return every ? total : ids.size;
}

export function isSelected({ ids, every }: Selection, conversationId: string): boolean {
  return every || ids.has(conversationId);
}

/** Exactly these. */
export function selected(ids: Iterable<string>, anchor: string | null = null): Selection {
  return { ...NOTHING_SELECTED, ids: new Set(ids), anchor };
}

/** All that the filter holds. */
export const EVERY_ONE: Selection = { ...NOTHING_SELECTED, every: true };

/**
 * The conversation is selected if it was not, else let go. Where all were selected, those loaded
 * but this one stay so.
 */
export function toggled(
  selection: Selection,
  conversationId: string,
  loaded: Iterable<string>,
): Selection {
  const ids = new Set(selection.every ? loaded : selection.ids);
  const besides = new Set(ids);
  besides.delete(conversationId);
  if (!ids.delete(conversationId)) ids.add(conversationId);
  return { ids, every: false, anchor: conversationId, besides, gone: 0 };
}

/**
 * The stretch from the anchor to the conversation, as the list stands now, in place of the stretch
 * before it. Without an anchor in the list the conversation is one.
 */
export function extended(
  selection: Selection,
  conversationId: string,
  shown: Pick<ShownList, 'at' | 'placeOf'>,
): Selection {
  if (selection.every) return selection;
  const to = shown.placeOf(conversationId);
  const from = selection.anchor === null ? null : shown.placeOf(selection.anchor);
  if (to === null) return selection;
  const isAnchored = from !== null;
  const besides = isAnchored ? selection.besides : selection.ids;
  const ids = new Set(besides);
  const start = isAnchored ? Math.min(from, to) : to;
  const end = isAnchored ? Math.max(from, to) : to;
  for (let place = start; place <= end; place += 1) {
    const row = shown.at(place);
    if (row && !row.left) ids.add(row.entry.conversationId);
  }
  const anchor = isAnchored ? selection.anchor : conversationId;
  return { ids, every: false, anchor, besides, gone: 0 };
}

/** Without those that have left the list; what is only not loaded any more stays. */
export function withoutLeft(
  selection: Selection,
  before: QueueTruth,
  after: QueueTruth,
): Selection {
  if (selection.every || selection.ids.size === 0) return selection;
  const left = [...selection.ids].filter((id) => hasLeft(id, before, after));
  if (left.length === 0) return selection;
  const without = (ids: ReadonlySet<string>) =>
    new Set([...ids].filter((id) => !left.includes(id)));
  return {
    ...selection,
    ids: without(selection.ids),
    besides: without(selection.besides),
    gone: selection.gone + left.length,
  };
}

/**
 * Whether it is certain to have left: nothing else is there, or its place is loaded, holds another,
 * and there are fewer. One that may only have moved out of what is loaded has not.
 */
function hasLeft(id: string, before: QueueTruth, after: QueueTruth): boolean {
  if (after.places.has(id)) return false;
  if (after.rows.size >= after.total) return true;
  const place = before.places.get(id);
  return place !== undefined && after.rows.has(place) && after.total < before.total;
}
