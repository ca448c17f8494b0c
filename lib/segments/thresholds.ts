import type { SharedCondition } from './shared-condition';
import type { Tally } from './tally';

/** Where a condition flips: at the number itself, or just above it. */
export type Threshold = { at: number; above: boolean; condition: SharedCondition };

/**
 * Order conditions that flip the same way on one line of numbers, sorted by where they do. A value
 * has a place among them: how many it has passed.
 */
export class Thresholds {
  readonly #rising: boolean;
  readonly #sorted: Threshold[] = [];
  /** The segments of the conditions, one threshold's after the other's; null when to be made anew. */
  #segments: Int32Array | null = null;
  /** By place: how many of them come before the threshold. */
  #starts = new Int32Array(0);

  /** Rising ones hold for what has passed them (> and ≥), the others for what has not (< and ≤). */
  constructor(rising: boolean) {
    this.#rising = rising;
  }

  get size(): number {
    return this.#sorted.length;
  }

  /** The place of what is not on the line, and meets none of the conditions. */
  get nowhere(): number {
    return this.#rising ? 0 : this.#sorted.length;
  }

  add(threshold: Threshold): void {
    this.#sorted.splice(this.#placeFor(threshold), 0, threshold);
    this.forget();
  }

  /** Takes back what was added the same. */
  remove(threshold: Threshold): void {
    const list = this.#sorted;
    let place = this.#placeFor(threshold);
    // Conditions on several instants can flip at the same day.
    while (place < list.length && list[place]?.condition !== threshold.condition) place += 1;
    list.splice(place, 1);
    this.forget();
  }

  /** To be told when other segments have the conditions. */
  forget(): void {
    this.#segments = null;
  }

  /** The place of a number; NaN is nowhere. */
  placeOf(value: number): number {
    if (Number.isNaN(value)) return this.nowhere;
    return firstWhere(this.#sorted, ({ at, above }) => at > value || (at === value && above));
  }

  /** Counts what a step from one place to another changes. */
  step(from: number, to: number, tally: Tally): void {
    const segments = this.#segments ?? this.#gather();
    const low = this.#starts[Math.min(from, to)] ?? 0;
    const high = this.#starts[Math.max(from, to)] ?? 0;
    // A rising condition that is passed holds: one fewer is lacking.
    tally.countStretch(segments, low, high, to > from === this.#rising ? -1 : 1);
  }

  #gather(): Int32Array {
    const starts = new Int32Array(this.#sorted.length + 1);
    const segments: number[] = [];
    for (const [place, { condition }] of this.#sorted.entries()) {
      for (const segment of condition.segments) segments.push(segment);
      starts[place + 1] = segments.length;
    }
    this.#starts = starts;
    this.#segments = Int32Array.from(segments);
    return this.#segments;
  }

  /** Where a threshold stands, or would. */
  #placeFor(wanted: Threshold): number {
    return firstWhere(
      this.#sorted,
      ({ at, above }) => at > wanted.at || (at === wanted.at && (above || !wanted.above)),
    );
  }
}

/** The first place from which a test holds, by halves. */
function firstWhere(list: readonly Threshold[], holds: (one: Threshold) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const one = list[middle];
    if (one && !holds(one)) low = middle + 1;
    else high = middle;
  }
  return low;
}
