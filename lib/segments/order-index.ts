import type { Format, Scalar } from '@/lib/attributes/attribute';
import { dayNumberOf } from './calendar';
import { dateIn } from './date-values';
import { parseNumber } from './numbers';
import type { Placement } from './placement';
import type { SharedCondition } from './shared-condition';
import type { Tally } from './tally';
import { Thresholds } from './thresholds';

type OrderPlacement = Extract<Placement, { kind: 'number' | 'day' | 'instant' }>;

/** Where a value lies on each line; NaN where it is not on it. */
export type Place = Readonly<Record<'number' | 'day' | 'instant' | 'dayAmongInstants', number>>;

/** Where no value lies. */
export const NOWHERE: Place = {
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

  /** To be told when other segments have the conditions. */
  forget(): void {
    this.#numbers.forget();
    this.#days.forget();
    this.#instants.forget();
    this.#daysAmongInstants.forget();
  }

  get size(): number {
    return this.#size;
  }

  /** Where a value lies, as far as a condition asks. */
  placeOf(value: Scalar): Place {
    if (this.#size === 0) return NOWHERE;
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

  /** Counts what a step from one place to another changes. */
  step(from: Place, to: Place, tally: Tally): void {
    if (this.#numbers.size > 0) this.#numbers.step(from.number, to.number, tally);
    if (this.#days.size > 0) this.#days.step(from.day, to.day, tally);
    if (this.#instants.size === 0) return;
    this.#instants.step(from.instant, to.instant, tally);
    this.#daysAmongInstants.step(from.dayAmongInstants, to.dayAmongInstants, tally);
  }
}
