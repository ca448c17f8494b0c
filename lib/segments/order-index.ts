import type { Format, Scalar } from '@/lib/attributes/attribute';
import { dayNumberOf } from './calendar';
import { dateIn } from './date-values';
import { parseNumber } from './numbers';
import type { OrderOperator } from './order';
import type { Placement } from './placement';
import type { SharedCondition } from './shared-condition';
import type { Tally } from './tally';
import { type Threshold, Thresholds } from './thresholds';

type OrderPlacement = Extract<Placement, { kind: 'number' | 'day' | 'instant' }>;

/**
 * The lines that values lie on. A condition on an instant is on two: of instants, and of days among
 * instants, because it compares days as days.
 */
const AXES = ['number', 'day', 'instant', 'dayAmongInstants'] as const;
type Axis = (typeof AXES)[number];

/** Where a value lies on each line; NaN where it is not on it. */
type Point = Readonly<Record<Axis, number>>;

/** A value's places among the thresholds, one for each line that has some. True until the next `forget`. */
export type Place = readonly number[];

const NO_POINT: Point = {
  number: Number.NaN,
  day: Number.NaN,
  instant: Number.NaN,
  dayAmongInstants: Number.NaN,
};

type Line = { axis: Axis; rising: boolean; thresholds: Thresholds };

/** The order conditions on one attribute. What has no order with their operands meets none of them. */
export class OrderIndex {
  readonly #format: Format;
  readonly #timeZone: string;
  readonly #lines: readonly Line[] = AXES.flatMap((axis) =>
    [true, false].map((rising) => ({ axis, rising, thresholds: new Thresholds(rising) })),
  );
  /** The lines that have thresholds. */
  #inUse: readonly Line[] = [];
  #nowhere: Place = [];

  constructor({ format, timeZone }: { format: Format; timeZone: string }) {
    this.#format = format;
    this.#timeZone = timeZone;
  }

  /** The place of what has no order, and of no value. */
  get nowhere(): Place {
    return this.#nowhere;
  }

  add(placement: OrderPlacement, condition: SharedCondition): void {
    this.#each(placement, condition, (line, threshold) => line.add(threshold));
  }

  remove(placement: OrderPlacement, condition: SharedCondition): void {
    this.#each(placement, condition, (line, threshold) => line.remove(threshold));
  }

  /** To be told when there are other conditions, or other segments have them. */
  forget(): void {
    for (const { thresholds } of this.#lines) thresholds.forget();
    this.#inUse = this.#lines.filter(({ thresholds }) => thresholds.size > 0);
    this.#nowhere = this.#inUse.map(({ thresholds }) => thresholds.nowhere);
  }

  placeOf(value: Scalar): Place {
    if (this.#inUse.length === 0) return this.#nowhere;
    const point = this.#pointOf(value);
    if (point === NO_POINT) return this.#nowhere;
    return this.#inUse.map(({ axis, thresholds }) => thresholds.placeOf(point[axis]));
  }

  /** Counts what a step from one place to another changes. */
  step(before: Place, after: Place, tally: Tally): void {
    for (let at = 0; at < this.#inUse.length; at += 1) {
      const from = before[at] ?? 0;
      const to = after[at] ?? 0;
      if (from !== to) this.#inUse[at]?.thresholds.step(from, to, tally);
    }
  }

  #pointOf(value: Scalar): Point {
    if (typeof value === 'number') {
      return this.#format === 'date' ? NO_POINT : { ...NO_POINT, number: value };
    }
    if (typeof value !== 'string') return NO_POINT;
    const number = this.#hasNumbers() ? parseNumber(value.trim()) : null;
    if (number !== null) return { ...NO_POINT, number };
    const date = this.#hasDates() ? dateIn(value) : null;
    if (date === null) return NO_POINT;
    const day = dayNumberOf(date, this.#timeZone);
    return date.kind === 'day'
      ? { ...NO_POINT, day, dayAmongInstants: day }
      : { ...NO_POINT, day, instant: date.atMs };
  }

  #hasNumbers(): boolean {
    return this.#inUse.some(({ axis }) => axis === 'number');
  }

  #hasDates(): boolean {
    return this.#inUse.some(({ axis }) => axis !== 'number');
  }

  /** Visits the lines that a condition is on, with where it flips on each. */
  #each(
    placement: OrderPlacement,
    condition: SharedCondition,
    visit: (line: Thresholds, threshold: Threshold) => void,
  ): void {
    const { operator } = placement;
    const above = operator === 'gt' || operator === 'lte';
    for (const { axis, rising, thresholds } of this.#lines) {
      const at = pointOn(placement, axis);
      if (at !== null && rising === isRising(operator)) visit(thresholds, { at, above, condition });
    }
  }
}

function isRising(operator: OrderOperator): boolean {
  return operator === 'gt' || operator === 'gte';
}

/** Where a condition flips on a line; null if it is not on it. */
function pointOn(placement: OrderPlacement, axis: Axis): number | null {
  switch (placement.kind) {
    case 'number':
      return axis === 'number' ? placement.at : null;
    case 'day':
      return axis === 'day' ? placement.day : null;
    case 'instant':
      if (axis === 'instant') return placement.atMs;
      return axis === 'dayAmongInstants' ? placement.day : null;
  }
}
