import type { QueueEntry } from '@/lib/desk/wire';
import { longestRise } from '@/lib/ranking/longest-rise';
import { PAGE_SIZE, type QueueTruth } from './queue-pages';

/**
 * Holding still: while someone is at the list, the order they see stays. Held rows keep their
 * places and show what is true of them now; rows that left stay as ghosts; new and moved rows wait.
 */
export type Hold = {
  /** The place of the first held row. */
  start: number;
  /** What each held place showed when it was held. */
  held: readonly QueueEntry[];
};

/** A place of the shown list: a row, the ghost of one that left, or null where none is loaded yet. */
export type ShownRow = { entry: QueueEntry; left: boolean } | null;

export type HeldBack = { entered: number; up: number; down: number; left: number };

export type ShownList = {
  total: number;
  at(place: number): ShownRow;
  /** The place that shows a conversation, or null. */
  placeOf(conversationId: string): number | null;
  heldBack: HeldBack;
};

export const NOTHING_HELD: HeldBack = { entered: 0, up: 0, down: 0, left: 0 };

/** Holds the rows in view and up to a page around them, as far as they are loaded without a gap. */
export function holdInView(truth: QueueTruth, first: number, last: number): Hold | null {
  const at = truth.rows.get(first);
  if (!at) return null;
  const held = [at];
  let start = first;
  for (let place = first - 1; place >= first - PAGE_SIZE; place -= 1) {
    const entry = truth.rows.get(place);
    if (!entry) break;
    held.unshift(entry);
    start = place;
  }
  for (let place = first + 1; place <= last + PAGE_SIZE; place += 1) {
    const entry = truth.rows.get(place);
    if (!entry) break;
    held.push(entry);
  }
  return { start, held };
}

/** Whether every place in view that could be held is. */
export function holdsAll(hold: Hold, first: number, last: number, total: number): boolean {
  const end = hold.start + hold.held.length;
  return first >= hold.start && (last < end || end >= total);
}

/** The list as it is. */
export function showTruth(truth: QueueTruth): ShownList {
  return {
    total: truth.total,
    at(place) {
      const entry = truth.rows.get(place);
      return entry ? { entry, left: false } : null;
    },
    placeOf: (conversationId) => truth.places.get(conversationId) ?? null,
    heldBack: NOTHING_HELD,
  };
}

/** The list with a part of it held still, and what that holds back. */
export function showHeld(truth: QueueTruth, hold: Hold): ShownList {
  const held = withoutPushedOut(truth, hold);
  const end = hold.start + held.length;
  const placeOfHeld = new Map(held.map((entry, at) => [entry.conversationId, hold.start + at]));
  const truePlaces = held.map((entry) => truth.places.get(entry.conversationId));
  const still = inPlace(truePlaces);
  const firstStill = still.length > 0 ? Math.min(...still) : null;
  /** Where the true list goes on after the held rows. */
  const goesOn = still.length > 0 ? Math.max(...still) + 1 : hold.start;
  /** True places of held rows that moved down past the held ones; they show where they are held. */
  const past = truePlaces
    .filter((place) => place !== undefined)
    .filter((place) => place >= goesOn)
    .sort((a, b) => a - b);

  const truePlaceAfter = (place: number) => {
    let truePlace = goesOn + (place - end);
    for (const skipped of past) if (skipped <= truePlace) truePlace += 1;
    return truePlace;
  };
  const known = (truePlace: number): ShownRow => {
    const entry = truth.rows.get(truePlace);
    return entry && !placeOfHeld.has(entry.conversationId) ? { entry, left: false } : null;
  };

  return {
    total: end + Math.max(0, truth.total - goesOn - past.length),
    at(place) {
      if (place < hold.start) return known(place);
      const entry = held[place - hold.start];
      if (!entry) return known(truePlaceAfter(place));
      const truePlace = truth.places.get(entry.conversationId);
      const now = truePlace === undefined ? undefined : truth.rows.get(truePlace);
      return now ? { entry: now, left: false } : { entry, left: true };
    },
    placeOf(conversationId) {
      const place = placeOfHeld.get(conversationId);
      if (place !== undefined) return place;
      const truePlace = truth.places.get(conversationId);
      if (truePlace === undefined) return null;
      if (truePlace < hold.start) return truePlace;
      if (truePlace < goesOn) return null;
      return end + truePlace - goesOn - past.filter((skipped) => skipped < truePlace).length;
    },
    heldBack: {
      entered: countEntered(
        truth,
        placeOfHeld,
        hold.start === 0 ? 0 : (firstStill ?? goesOn),
        goesOn,
      ),
      ...countMoved(truePlaces, new Set(still)),
      left: truePlaces.filter((place) => place === undefined).length,
    },
  };
}

/** Rows at the end that are not loaded any more were pushed out of the loaded part: they did not leave. */
function withoutPushedOut(truth: QueueTruth, hold: Hold): readonly QueueEntry[] {
  let length = hold.held.length;
  const isLoaded = (entry: QueueEntry | undefined) =>
    entry !== undefined && truth.places.has(entry.conversationId);
  const loadedToTheEnd = truth.total === 0 || truth.rows.has(truth.total - 1);
  if (loadedToTheEnd) return hold.held;
  while (length > 0 && !isLoaded(hold.held[length - 1])) length -= 1;
  return hold.held.slice(0, length);
}

/**
 * The most true places that still rise in held order: the rows that did not move. Taken from the
 * end, so that of two that changed places the lower one is said to have moved up.
 */
function inPlace(truePlaces: readonly (number | undefined)[]): number[] {
  const fromTheEnd = truePlaces.filter((place) => place !== undefined).reverse();
  const rise = longestRise(fromTheEnd.map((place) => -place));
  return rise.map((at) => fromTheEnd[at]).filter((place) => place !== undefined);
}

function countEntered(
  truth: QueueTruth,
  held: ReadonlyMap<string, number>,
  from: number,
  to: number,
): number {
  let count = 0;
  for (let place = from; place < to; place += 1) {
    const entry = truth.rows.get(place);
    if (entry && !held.has(entry.conversationId)) count += 1;
  }
  return count;
}

function countMoved(truePlaces: readonly (number | undefined)[], still: ReadonlySet<number>) {
  let up = 0;
  let down = 0;
  let above = -1;
  for (const place of truePlaces) {
    if (place === undefined) continue;
    if (still.has(place)) above = place;
    else if (place < above) up += 1;
    else down += 1;
  }
  return { up, down };
}

/** What the pill says: "2 new · 1 moved up"; empty when nothing waits. */
export function heldBackWords({ entered, up, down, left }: HeldBack): string {
  const parts: [number, string][] = [
    [entered, 'new'],
    [up, 'moved up'],
    [down, 'moved down'],
    [left, 'gone'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count.toLocaleString('en')} ${word}`)
    .join(' · ');
}

/**
 * How many places the rows in view went down (negative: up) from one list to the next: the shift
 * that most of them share, so that scrolling by it keeps still what can be kept still.
 */
export function sharedShift(
  before: readonly { conversationId: string; place: number }[],
  after: ShownList,
): number {
  const votes = new Map<number, number>();
  let best = 0;
  let bestVotes = 0;
  for (const { conversationId, place } of before) {
    const now = after.placeOf(conversationId);
    if (now === null) continue;
    const count = (votes.get(now - place) ?? 0) + 1;
    votes.set(now - place, count);
    if (count <= bestVotes) continue;
    best = now - place;
    bestVotes = count;
  }
  return best;
}
