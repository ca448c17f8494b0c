import type { Format, Scalar } from '@/lib/attributes/attribute';
import { isEmptyValue } from '@/lib/attributes/formats';
import { NO_VALUE, type ValueColumn } from '@/lib/attributes/value-column';
import { dayNumberOf } from './calendar';
import { dateIn } from './date-values';
import { fold } from './fold';
import { OrderIndex, type Place } from './order-index';
import { type SharedCondition, takeOut } from './shared-condition';
import type { Decided, Tally } from './tally';
import { TextTrie } from './text-trie';

/** What a value decides: the conditions that are for it not what they are without one. */
export type Decision = {
  readonly content: Decided;
  /** Where it lies among the order conditions, which decide the rest. */
  readonly place: Place;
};

const NO_CONTENT: Decided = [];
/** Decisions are kept for so many values at most: those that came first, which are the usual ones. */
const MOST_CODES = 16_384;

/**
 * The conditions on one attribute, arranged so that a value finds those it decides without
 * testing the others. What a value of a shared column decides is found once.
 */
export class AttributeIndex {
  readonly key: string;
  readonly column: ValueColumn;
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
  /** What no value decides. */
  #nothing: Decision = { content: NO_CONTENT, place: [] };
  /** By code of the column's version. */
  readonly #decisions: (Decision | undefined)[] = [];
  #version = -1;
  readonly #found: SharedCondition[] = [];
  #stamp = 0;

  constructor(facts: { key: string; format: Format; timeZone: string; column: ValueColumn }) {
    this.key = facts.key;
    this.column = facts.column;
    this.#format = facts.format;
    this.#timeZone = facts.timeZone;
    this.#order = new OrderIndex(facts);
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

  /** To be told when there are other conditions, or other segments have them. */
  forget(): void {
    this.#decisions.length = 0;
    this.#order.forget();
    this.#nothing = { content: NO_CONTENT, place: this.#order.nowhere };
  }

  /** What the value with a code of the column decides. */
  decisionAt(code: number): Decision {
    if (code === NO_VALUE) return this.#nothing;
    if (this.#version !== this.column.version) {
      this.#decisions.length = 0;
      this.#version = this.column.version;
    }
    return this.#decisions[code] ?? this.#decide(code);
  }

  /** What a value decides, wherever it is from. */
  decisionOn(value: Scalar): Decision {
    const found = this.#found;
    found.length = 0;
    this.#decidedByContent(value, found);
    const content: number[] = [];
    for (const { holdsForNone, segments } of found) {
      for (const segment of segments) content.push(holdsForNone ? ~segment : segment);
    }
    const place = this.#order.placeOf(value);
    const isNothing = content.length === 0 && place === this.#order.nowhere;
    return isNothing ? this.#nothing : { content, place };
  }

  /** Counts what a step from one value to another changes. */
  step(before: Decision, after: Decision, tally: Tally): void {
    tally.count(before.content, -1);
    tally.count(after.content, 1);
    this.#order.step(before.place, after.place, tally);
  }

  /** Counts what a value changes that comes where there was none. */
  come({ content, place }: Decision, tally: Tally): void {
    tally.count(content, 1);
    this.#order.step(this.#order.nowhere, place, tally);
  }

  #decide(code: number): Decision {
    const value = this.column.values[code];
    const decision = value === undefined ? this.#nothing : this.decisionOn(value);
    if (this.column.shared && code < MOST_CODES) this.#decisions[code] = decision;
    return decision;
  }

  #decidedByContent(value: Scalar, into: SharedCondition[]): void {
    if (this.#filled.length > 0 && !isEmptyValue(value)) {
      for (const condition of this.#filled) into.push(condition);
    }
    if (this.#format === 'text' && typeof value === 'string') {
      this.#decidedByText(fold(value), into);
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
    if (this.#contains.size > 0) {
      this.#stamp += 1;
      this.#contains.within(text, this.#stamp, into);
    }
  }

  /** In days since 1970-01-01; NaN, which no condition is equal to, for what is no date. */
  #dayOf(value: Scalar): number {
    const date = dateIn(value);
    return date ? dayNumberOf(date, this.#timeZone) : Number.NaN;
  }
}

/** By code unit: both sides of a comparison are turned alike. */
function backwards(text: string): string {
  let turned = '';
  for (let at = text.length - 1; at >= 0; at -= 1) turned += text[at];
  return turned;
}
