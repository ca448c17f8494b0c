import type { Comparator } from './order';

/** Where among rows in the comparator's order a row stands, or would: the first not before it. */
export function placeAmong<T>(rows: readonly T[], row: T, compare: Comparator<T>): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = rows[middle];
    if (other !== undefined && compare(other, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

// Plain loops, for rows come and go near the end: splice makes a list of what it took, each time.

/** Takes out what stands at the place, which must hold something. */
export function removeAt<T>(list: T[], place: number): void {
  const last = list.length - 1;
  for (let to = place; to < last; to++) {
    const next = list[to + 1];
    if (next !== undefined) list[to] = next;
  }
  list.pop();
}

/** Puts a thing before what stands at the place. */
export function insertAt<T>(list: T[], place: number, thing: T): void {
  list.push(thing);
  for (let to = list.length - 1; to > place; to--) {
    const previous = list[to - 1];
    if (previous !== undefined) list[to] = previous;
  }
  list[place] = thing;
}
