import type { OrderOperator } from './order';
import type { SharedCondition } from './shared-condition';
import type { Tally } from './tally';

/** Where a condition flips: at the number itself, or just above it. */
type Threshold = { at: number; above: boolean; condition: SharedCondition };

/**
 * Order conditions on one line of numbers, sorted by where they flip. What is not on the line, as
 * NaN says, meets none of them.
 */
export class Thresholds {
  /** Hold for what lies past them (> and ≥). */
  readonly #rising = new Line();
  /** Hold for what does not (< and ≤). */
  readonly #falling = new Line();
  /** How many there are. */
  size = 0;

  add(operator: OrderOperator, at: number, condition: SharedCondition): void {
    this.size += 1;
    this.#lineOf(operator).add({ at, above: isAbove(operator), condition });
  }

  /** Takes back what was added with the same operator and number. */
  remove(operator: OrderOperator, at: number, condition: SharedCondition): void {
    this.size -= 1;
    this.#lineOf(operator).remove({ at, above: isAbove(operator), condition });
  }

  /** To be told when other segments have the conditions. */
  forget(): void {
    this.#rising.forget();
    this.#falling.forget();
  }

  /** Counts what a step from one number to another changes. */
  step(from: number, to: number, tally: Tally): void {
    const rising = this.#rising;
    rising.count(rising.passed(from, 0), rising.passed(to, 0), -1, tally);
    const falling = this.#falling;
    const none = falling.size;
    falling.count(falling.passed(from, none), falling.passed(to, none), 1, tally);
  }

  #lineOf(operator: OrderOperator): Line {
    return operator === 'gt' || operator === 'gte' ? this.#rising : this.#falling;
  }
}

/** Thresholds in order, and the segments of all before each. */
class Line {
  readonly #thresholds: Threshold[] = [];
  /** The segments of the conditions, one threshold's after the other's; null when to be made anew. */
  #segments: Int32Array | null = null;
  /** By place: how many of them come before the threshold. */
  #starts = new Int32Array(0);

  get size(): number {
    return this.#thresholds.length;
  }

  add(threshold: Threshold): void {
    this.#thresholds.splice(this.#placeOf(threshold), 0, threshold);
    this.forget();
  }

  remove(threshold: Threshold): void {
    const list = this.#thresholds;
    let place = this.#placeOf(threshold);
    // Conditions on several instants can flip at the same day.
    while (place < list.length && list[place]?.condition !== threshold.condition) place += 1;
    list.splice(place, 1);
    this.forget();
  }

  forget(): void {
    this.#segments = null;
  }

  /** How many thresholds lie below a number or at it; `ofNone` for NaN. */
  passed(value: number, ofNone: number): number {
    if (Number.isNaN(value)) return ofNone;
    return firstWhere(this.#thresholds, ({ at, above }) => at > value || (at === value && above));
  }

  /** Counts the conditions between two places: `by` for each when the second is higher. */
  count(from: number, to: number, by: 1 | -1, tally: Tally): void {
    if (from === to) return;
    const segments = this.#segments ?? this.#gather();
    const low = this.#starts[Math.min(from, to)] ?? 0;
    const high = this.#starts[Math.max(from, to)] ?? 0;
    tally.countStretch(segments, low, high, to > from ? by : -by);
  }

  #gather(): Int32Array {
    const starts = new Int32Array(this.#thresholds.length + 1);
    const segments: number[] = [];
    for (const [place, { condition }] of this.#thresholds.entries()) {
      for (const segment of condition.segments) segments.push(segment);
      starts[place + 1] = segments.length;
    }
    this.#starts = starts;
    this.#segments = Int32Array.from(segments);
    return this.#segments;
  }

  /** Where a threshold stands, or would. */
  #placeOf(wanted: Threshold): number {
    return firstWhere(
      this.#thresholds,
      ({ at, above }) => at > wanted.at || (at === wanted.at && (above || !wanted.above)),
    );
  }
}

function isAbove(operator: OrderOperator): boolean {
  return operator === 'gt' || operator === 'lte';
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
