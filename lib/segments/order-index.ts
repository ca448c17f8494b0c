import type { Format, Scalar } from '@/lib/attributes/attribute';
import { dayNumberOf } from './calendar';
import { dateIn } from './date-values';
import { parseNumber } from './numbers';
import type { Placement } from './placement';
import type { SharedCondition } from './shared-condition';
import { Thresholds } from './thresholds';

type OrderPlacement = Extract<Placement, { kind: 'number' | 'day' | 'instant' }>;

/** Where a value lies on each line; NaN where it is not on it. */
type Place = { number: number; day: number; instant: number; dayAmongInstants: number };

const NOWHERE: Place = {
  number: Number.NaN,
  day: Number.NaN,
  instant: Number.NaN,
  dayAmongInstants: Number.NaN,
};

/** The order conditions on one attribute. What has no order with their operands meets none of them. */
export class OrderIndex {
  readonly #format: Format;
  readonly #timeZone: string;
  readonly #numbers = new Thresholds();
  readonly #days = new Thresholds();
  /** A condition on an instant is on two lines: of instants, and of days, which it compares as days. */
  readonly #instants = new Thresholds();
  readonly #daysAmongInstants = new Thresholds();
  #size = 0;

  constructor({ format, timeZone }: { format: Format; timeZone: string }) {
    this.#format = format;
    this.#timeZone = timeZone;
  }

  get size(): number {
    return this.#size;
  }

  add(placement: OrderPlacement, condition: SharedCondition): void {
    this.#size += 1;
    const { operator } = placement;
    if (placement.kind === 'number') this.#numbers.add(operator, placement.at, condition);
    else if (placement.kind === 'day') this.#days.add(operator, placement.day, condition);
    else {
      this.#instants.add(operator, placement.atMs, condition);
      this.#daysAmongInstants.add(operator, placement.day, condition);
    }
  }

  remove(placement: OrderPlacement, condition: SharedCondition): void {
    this.#size -= 1;
    const { operator } = placement;
    if (placement.kind === 'number') this.#numbers.remove(operator, placement.at, condition);
    else if (placement.kind === 'day') this.#days.remove(operator, placement.day, condition);
    else {
      this.#instants.remove(operator, placement.atMs, condition);
      this.#daysAmongInstants.remove(operator, placement.day, condition);
    }
  }

  /** Pushes the conditions that hold for a value. */
  holdingFor(value: Scalar, into: SharedCondition[]): void {
    const place = this.#placeOf(value);
    push(this.#numbers, place.number, into);
    push(this.#days, place.day, into);
    push(this.#instants, place.instant, into);
    push(this.#daysAmongInstants, place.dayAmongInstants, into);
  }

  /**
   * Pushes into `between` the conditions on one line that hold for one of two values and not for
   * the other; into `before` and `after` those that hold for a value whose line the other is not on.
   */
  compare(
    [left, right]: readonly [Scalar | undefined, Scalar | undefined],
    { before, between, after }: Record<'before' | 'between' | 'after', SharedCondition[]>,
  ): void {
    const from = this.#placeOf(left);
    const to = this.#placeOf(right);
    const step = (line: Thresholds, a: number, b: number) => {
      if (line.size === 0) return;
      const known = !Number.isNaN(a);
      if (known && !Number.isNaN(b)) line.between(a, b, between);
      else if (known) line.holdingAt(a, before);
      else push(line, b, after);
    };
    step(this.#numbers, from.number, to.number);
    step(this.#days, from.day, to.day);
    step(this.#instants, from.instant, to.instant);
    step(this.#daysAmongInstants, from.dayAmongInstants, to.dayAmongInstants);
  }

  #placeOf(value: Scalar | undefined): Place {
    if (typeof value === 'number') {
      return this.#format === 'date' ? NOWHERE : { ...NOWHERE, number: value };
    }
    if (typeof value !== 'string') return NOWHERE;
    const number = this.#numbers.size === 0 ? null : parseNumber(value.trim());
    if (number !== null) return { ...NOWHERE, number };
    const date = this.#size === this.#numbers.size ? null : dateIn(value);
    if (date === null) return NOWHERE;
    const day = dayNumberOf(date, this.#timeZone);
    return date.kind === 'day'
      ? { ...NOWHERE, day, dayAmongInstants: day }
      : { ...NOWHERE, day, instant: date.atMs };
  }
}

function push(line: Thresholds, at: number, into: SharedCondition[]): void {
  if (line.size > 0 && !Number.isNaN(at)) line.holdingAt(at, into);
}
