import type { OrderOperator } from './order';
import type { SharedCondition } from './shared-condition';

/** Where a condition flips: at the number itself, or just above it. */
type Threshold = { at: number; above: boolean; condition: SharedCondition };

/**
 * Order conditions on one line of numbers, sorted by where they flip. What is not on the line
 * meets none of them.
 */
export class Thresholds {
  /** Hold for what lies past them (> and ≥). */
  readonly #rising: Threshold[] = [];
  /** Hold for what does not (< and ≤). */
  readonly #falling: Threshold[] = [];

  get size(): number {
    return this.#rising.length + this.#falling.length;
  }

  add(operator: OrderOperator, at: number, condition: SharedCondition): void {
    const list = this.#listOf(operator);
    const threshold = { at, above: isAbove(operator), condition };
    list.splice(placeOf(list, threshold), 0, threshold);
  }

  /** Takes back what was added with the same operator and number. */
  remove(operator: OrderOperator, at: number, condition: SharedCondition): void {
    const list = this.#listOf(operator);
    let place = placeOf(list, { at, above: isAbove(operator) });
    // Conditions on several instants can flip at the same day.
    while (place < list.length && list[place]?.condition !== condition) place += 1;
    list.splice(place, 1);
  }

  /** Pushes the conditions that hold at a number. */
  holdingAt(value: number, into: SharedCondition[]): void {
    pushRange(this.#rising, 0, passed(this.#rising, value), into);
    pushRange(this.#falling, passed(this.#falling, value), this.#falling.length, into);
  }

  /** Pushes the conditions that hold at one of two numbers and not at the other. */
  between(left: number, right: number, into: SharedCondition[]): void {
    const low = Math.min(left, right);
    const high = Math.max(left, right);
    pushRange(this.#rising, passed(this.#rising, low), passed(this.#rising, high), into);
    pushRange(this.#falling, passed(this.#falling, low), passed(this.#falling, high), into);
  }

  #listOf(operator: OrderOperator): Threshold[] {
    return operator === 'gt' || operator === 'gte' ? this.#rising : this.#falling;
  }
}

function isAbove(operator: OrderOperator): boolean {
  return operator === 'gt' || operator === 'lte';
}

/** How many thresholds lie below a number or at it. */
function passed(list: readonly Threshold[], value: number): number {
  return firstWhere(list, ({ at, above }) => at > value || (at === value && above));
}

/** Where a threshold stands, or would. */
function placeOf(list: readonly Threshold[], wanted: Omit<Threshold, 'condition'>): number {
  return firstWhere(
    list,
    ({ at, above }) => at > wanted.at || (at === wanted.at && (above || !wanted.above)),
  );
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

function pushRange(
  list: readonly Threshold[],
  from: number,
  to: number,
  into: SharedCondition[],
): void {
  for (let place = from; place < to; place += 1) {
    const threshold = list[place];
    if (threshold) into.push(threshold.condition);
  }
}
