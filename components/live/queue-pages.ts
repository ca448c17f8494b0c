import type { QueueEntry } from '@/lib/desk/wire';
import { applyChanges, applyCounts } from '@/lib/ranking/changes';
import type { QueueChanged, QueueWatched } from '@/lib/realtime/protocol';

/** Rows a page: the limit of one watched window. */
export const PAGE_SIZE = 50;

/** One watched window; page n begins at row n × PAGE_SIZE. */
export type QueuePage = { watchId: string; revision: number; entries: readonly QueueEntry[] };

/** What the screen holds of one view. `epoch` is null until the desk has answered once. */
export type QueuePages = {
  epoch: string | null;
  pages: ReadonlyMap<number, QueuePage>;
  total: number;
  segmentCounts: Readonly<Record<string, number>>;
};

export const NO_PAGES: QueuePages = { epoch: null, pages: new Map(), total: 0, segmentCounts: {} };

/** The pages as one list with gaps: the rows that are known, by place, and the places of their ids. */
export type QueueTruth = {
  total: number;
  rows: ReadonlyMap<number, QueueEntry>;
  places: ReadonlyMap<string, number>;
};

/** Takes a fresh window. Another epoch, or the first answer after a guess, ends what was held before. */
export function withWindow(state: QueuePages, page: number, answer: QueueWatched): QueuePages {
  const kept = state.epoch === answer.epoch ? state.pages : new Map<number, QueuePage>();
  const pages = new Map(kept).set(page, {
    watchId: answer.watchId,
    revision: answer.revision,
    entries: answer.entries,
  });
  return {
    epoch: answer.epoch,
    pages,
    total: answer.total,
    segmentCounts: answer.segmentCounts,
  };
}

/** Lets pages go that are no longer watched. */
export function withoutPages(state: QueuePages, gone: readonly number[]): QueuePages {
  if (!gone.some((page) => state.pages.has(page))) return state;
  const pages = new Map(state.pages);
  for (const page of gone) pages.delete(page);
  return { ...state, pages };
}

/** The page that a watch id names, or null. */
export function pageOf(state: QueuePages, watchId: string): number | null {
  for (const [page, held] of state.pages) if (held.watchId === watchId) return page;
  return null;
}

/**
 * Folds a message into the page it is for. Null when it does not continue what the page holds, or
 * does not fit it: that page must be watched again.
 */
export function withChanges(
  state: QueuePages,
  page: number,
  message: QueueChanged,
): QueuePages | null {
  const held = state.pages.get(page);
  if (!held || held.revision !== message.from) return null;
  let entries: readonly QueueEntry[];
  try {
    entries = applyChanges(held.entries, message.changes);
  } catch {
    return null;
  }
  const pages = new Map(state.pages).set(page, { ...held, revision: message.to, entries });
  // All pages of a view tell the same counts; the first page is always watched.
  if (page !== 0) return { ...state, pages };
  return {
    ...state,
    pages,
    total: message.total,
    segmentCounts: applyCounts(state.segmentCounts, message.segmentCounts),
  };
}

/**
 * Joins the pages. While two pages are a message apart a conversation can be in both: it is shown
 * once, where the newer page has it, and leaves a gap in the older.
 */
export function joinPages(state: QueuePages): QueueTruth {
  const rows = new Map<number, QueueEntry>();
  const places = new Map<string, number>();
  const newestFirst = [...state.pages].sort(
    ([a, left], [b, right]) => right.revision - left.revision || a - b,
  );
  for (const [page, { entries }] of newestFirst) {
    entries.forEach((entry, index) => {
      const place = page * PAGE_SIZE + index;
      if (place >= state.total || places.has(entry.conversationId)) return;
      rows.set(place, entry);
      places.set(entry.conversationId, place);
    });
  }
  return { total: state.total, rows, places };
}

/** The pages to watch while rows `first` to `last` are in view: the first, those, and one each way. */
export function pagesInView(first: number, last: number, total: number, most: number): number[] {
  const lastPage = Math.max(0, Math.ceil(total / PAGE_SIZE) - 1);
  const from = Math.min(Math.floor(Math.max(0, first) / PAGE_SIZE), lastPage);
  const to = Math.min(Math.floor(Math.max(0, last) / PAGE_SIZE), lastPage);
  const wanted = new Set([0]);
  const add = (page: number) => {
    if (page >= 0 && page <= lastPage && wanted.size < most) wanted.add(page);
  };
  for (let page = from; page <= to; page += 1) add(page);
  add(to + 1);
  add(from - 1);
  return [...wanted];
}
