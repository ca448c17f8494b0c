import type { Format, Scalar } from '@/lib/attributes/attribute';
import { isEmptyValue } from '@/lib/attributes/formats';
import { dayNumberOf } from './calendar';
import { dateIn } from './date-values';
import { foldValue } from './evaluate';
import { OrderIndex } from './order-index';
import { type ConditionedAttribute, type SharedCondition, takeOut } from './shared-condition';
import { TextTrie } from './text-trie';

/**
 * The conditions on one attribute, arranged so that a value finds those it decides without
 * testing the others.
 */
export class AttributeIndex implements ConditionedAttribute {
  readonly key: string;
  changedAt = 0;
  readonly #format: Format;
  readonly #timeZone: string;
  #size = 0;
  readonly #filled: SharedCondition[] = [];
  readonly #equal = new Map<Scalar, SharedCondition[]>();
  readonly #begins = new TextTrie();
  /** Of parts written backwards. */
  readonly #ends = new TextTrie();
  readonly #contains = new TextTrie();
  readonly #order: OrderIndex;
  readonly #before: SharedCondition[] = [];
  readonly #after: SharedCondition[] = [];
  #stamp = 0;

  constructor({
    key,
    format,
    timeZone,
  }: {
    key: string;
    format: Format;
    timeZone: string;
  }) {
    this.key = key;
    this.#format = format;
    this.#timeZone = timeZone;
    this.#order = new OrderIndex({ format, timeZone });
  }

  get size(): number {
    return this.#size;
  }

  add(condition: SharedCondition): void {
    this.#size += 1;
    const { placement } = condition;
    switch (placement.kind) {
      case 'filled':
        this.#filled.push(condition);
        break;
      case 'equal':
        for (const key of placement.keys) {
          const same = this.#equal.get(key);
          if (same) same.push(condition);
          else this.#equal.set(key, [condition]);
        }
        break;
      case 'begins':
        this.#begins.add(placement.part, condition);
        break;
      case 'ends':
        this.#ends.add(backwards(placement.part), condition);
        break;
      case 'contains':
        this.#contains.add(placement.part, condition);
        break;
      default:
        this.#order.add(placement, condition);
    }
  }

  remove(condition: SharedCondition): void {
    this.#size -= 1;
    const { placement } = condition;
    switch (placement.kind) {
      case 'filled':
        takeOut(this.#filled, condition);
        break;
      case 'equal':
        for (const key of placement.keys) {
          const same = this.#equal.get(key);
          if (same) takeOut(same, condition);
          if (same?.length === 0) this.#equal.delete(key);
        }
        break;
      case 'begins':
        this.#begins.remove(placement.part, condition);
        break;
      case 'ends':
        this.#ends.remove(backwards(placement.part), condition);
        break;
      case 'contains':
        this.#contains.remove(placement.part, condition);
        break;
      default:
        this.#order.remove(placement, condition);
    }
  }

  /** Pushes the conditions that are not for this value what they are without one, each once. */
  decidedBy(value: Scalar, into: SharedCondition[]): void {
    this.#decidedByContent(value, into);
    if (this.#order.size > 0) this.#order.holdingFor(value, into);
  }

  /** Pushes the conditions whose truth differs between two values, each once; undefined is no value. */
  flipsBetween(left: Scalar | undefined, right: Scalar | undefined, into: SharedCondition[]): void {
    if (left === right) return;
    const before = this.#before;
    const after = this.#after;
    before.length = 0;
    after.length = 0;
    if (left !== undefined) this.#decidedByContent(left, before);
    if (right !== undefined) this.#decidedByContent(right, after);
    if (this.#order.size > 0) this.#order.compare([left, right], { before, between: into, after });
    // What both decide is no flip.
    const decidedBefore = this.#nextStamp();
    for (const condition of before) condition.seen = decidedBefore;
    const decidedTwice = this.#nextStamp();
    for (const condition of after) {
      if (condition.seen === decidedBefore) condition.seen = decidedTwice;
      else into.push(condition);
    }
    for (const condition of before) if (condition.seen === decidedBefore) into.push(condition);
  }

  #decidedByContent(value: Scalar, into: SharedCondition[]): void {
    if (this.#filled.length > 0 && !isEmptyValue(value)) {
      for (const condition of this.#filled) into.push(condition);
    }
    if (this.#format === 'text' && typeof value === 'string') {
      this.#decidedByText(foldValue(value), into);
    } else if (this.#equal.size > 0) {
      const same = this.#equal.get(this.#format === 'date' ? this.#dayOf(value) : value);
      if (same) for (const condition of same) into.push(condition);
    }
  }

  #decidedByText(text: string, into: SharedCondition[]): void {
    const same = this.#equal.get(text);
    if (same) for (const condition of same) into.push(condition);
    if (this.#begins.size > 0) this.#begins.atStart(text, into);
    if (this.#ends.size > 0) this.#ends.atEnd(text, into);
    if (this.#contains.size > 0) this.#contains.within(text, this.#nextStamp(), into);
  }

  /** In days since 1970-01-01; NaN, which no condition is equal to, for what is no date. */
  #dayOf(value: Scalar): number {
    const date = dateIn(value);
    return date ? dayNumberOf(date, this.#timeZone) : Number.NaN;
  }

  #nextStamp(): number {
    this.#stamp += 1;
    return this.#stamp;
  }
}

/** By code unit: both sides of a comparison are turned alike. */
function backwards(text: string): string {
  let turned = '';
  for (let at = text.length - 1; at >= 0; at -= 1) turned += text[at];
  return turned;
}
