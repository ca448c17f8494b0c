import type { Attribute, Attributes, ContactValues } from '@/lib/attributes/attribute';
import { NO_VALUE, type ValueColumn } from '@/lib/attributes/value-column';
import { AttributeIndex } from './attribute-index';
import { type ConditionTest, compileCondition } from './evaluate';
import type { ChangedValue, Matcher, MatcherContext } from './matcher';
import { type Placement, placementOf } from './placement';
import type { Condition, Segment } from './segment';
import { SegmentSet, setBit } from './segment-set';
import { SharedCondition, takeOut } from './shared-condition';
import { Tally } from './tally';

type IndexedSegment = {
  readonly id: string;
  readonly number: number;
  readonly all: boolean;
  /** Without duplicates; empty if the segment can hold for nobody. */
  readonly conditions: readonly (readonly [SharedCondition, AttributeIndex])[];
  readonly attributes: ReadonlySet<string>;
  /** How many conditions more it takes for a contact without values. */
  readonly lacking: number;
};

type Compiled = {
  attribute: Attribute;
  key: string;
  placement: Placement;
  column: ValueColumn;
  test: ConditionTest;
};

const NONE: ReadonlySet<string> = new Set();
/** Of a number that no segment has. */
const UNREACHABLE = 1;

/**
 * Keeps each condition once, however many segments have it, in an index of its attribute. A value
 * finds the conditions it decides, a changed value those whose truth flips; a count by segment of
 * what they change says which segments to look at. Keeps nothing per contact.
 */
export class IndexedMatcher implements Matcher {
  readonly #context: Omit<MatcherContext, 'segments'>;
  readonly #segments = new Map<string, IndexedSegment>();
  readonly #byNumber: (IndexedSegment | undefined)[] = [];
  readonly #conditions = new Map<string, SharedCondition>();
  readonly #indexes = new Map<string, AttributeIndex>();
  readonly #mentioning = new Map<string, Set<string>>();
  /** The segments that hold for a contact without values: a bit a number. */
  readonly #heldByNone: number[] = [];
  /** By number. */
  #lackingAtFirst = new Int8Array(64);
  readonly #tally = new Tally();

  constructor({ segments, ...context }: MatcherContext) {
    this.#context = context;
    for (const segment of segments) this.set(segment);
  }

  matches(values: ContactValues): SegmentSet {
    for (const [attribute, { value }] of values) {
      const index = this.#indexes.get(attribute);
      index?.come(index.decisionOn(value), this.#tally);
    }
    return this.#counted();
  }

  matchesAt(handle: number): SegmentSet {
    for (const index of this.#indexes.values()) {
      const code = index.column.codes[handle] ?? NO_VALUE;
      if (code !== NO_VALUE) index.come(index.decisionAt(code), this.#tally);
    }
    return this.#counted();
  }

  rematch(handle: number, current: SegmentSet, changed: readonly ChangedValue[]): SegmentSet {
    const tally = this.#tally;
    for (const { attribute, before } of changed) {
      const index = this.#indexes.get(attribute);
      if (!index) continue;
      const after = index.column.codes[handle] ?? NO_VALUE;
      if (before !== after) index.step(index.decisionAt(before), index.decisionAt(after), tally);
    }
    let words: number[] | null = null;
    for (let at = 0; at < tally.size; at += 1) {
      const number = tally.touched[at] ?? 0;
      const more = tally.take(number);
      const segment = this.#byNumber[number];
      if (more === 0 || !segment) continue;
      const holds = holdsAfter(segment, handle, more);
      if (holds === current.hasNumber(number)) continue;
      words ??= [...current.words];
      if (holds) setBit(words, number);
      else words[number >>> 5] = (words[number >>> 5] ?? 0) & ~(1 << (number & 31));
    }
    tally.size = 0;
    return words ? new SegmentSet(this.#context.numbers, words) : current;
  }

  holders(segmentId: string): Int32Array {
    const { all = true, conditions = [] } = this.#segments.get(segmentId) ?? {};
    return this.#holders(
      all,
      conditions.map(([condition]) => condition),
    );
  }

  holdersOf(
    { join, conditions }: Pick<Segment, 'join' | 'conditions'>,
    attributes: Attributes = this.#context.attributes,
  ): Int32Array {
    const all = join === 'all';
    const compiled = conditions.map((condition) => this.#compile(condition, attributes));
    const found = compiled.flatMap((facts) => (facts ? [new SharedCondition(facts)] : []));
    return this.#holders(all, all && found.length < compiled.length ? [] : found);
  }

  mentioning(attribute: string): ReadonlySet<string> {
    return this.#mentioning.get(attribute) ?? NONE;
  }

  set(segment: Segment): void {
    this.delete(segment.id);
    const number = this.#context.numbers.give(segment.id);
    const all = segment.join === 'all';
    const conditions = this.#sharedConditions(segment);
    const held = conditions.filter(([condition]) => condition.holdsForNone).length;
    const indexed: IndexedSegment = {
      id: segment.id,
      number,
      all,
      conditions,
      attributes: new Set(segment.conditions.map(({ attribute }) => attribute)),
      lacking: conditions.length === 0 ? UNREACHABLE : (all ? conditions.length : 1) - held,
    };
    this.#segments.set(segment.id, indexed);
    this.#byNumber[number] = indexed;
    this.#lackAtFirst(number, indexed.lacking);
    for (const [condition, index] of conditions) {
      condition.segments.push(number);
      index.forget();
    }
    for (const attribute of indexed.attributes) {
      const mentioning = this.#mentioning.get(attribute);
      if (mentioning) mentioning.add(segment.id);
      else this.#mentioning.set(attribute, new Set([segment.id]));
    }
  }

  delete(segmentId: string): void {
    const segment = this.#segments.get(segmentId);
    if (!segment) return;
    this.#segments.delete(segmentId);
    this.#byNumber[segment.number] = undefined;
    this.#lackAtFirst(segment.number, UNREACHABLE);
    for (const [condition, index] of segment.conditions) {
      takeOut(condition.segments, segment.number);
      if (condition.segments.length === 0) this.#drop(condition, index);
      index.forget();
    }
    for (const attribute of segment.attributes) {
      const mentioning = this.#mentioning.get(attribute);
      mentioning?.delete(segmentId);
      if (mentioning?.size === 0) this.#mentioning.delete(attribute);
    }
  }

  #holders(all: boolean, conditions: readonly SharedCondition[]): Int32Array {
    const { handles } = this.#context.columns;
    const [first, ...rest] = conditions;
    if (!first) return new Int32Array((handles + 31) >>> 5);
    const holders = first.holders(handles);
    for (const condition of rest) {
      for (const [at, word] of condition.holders(handles).entries()) {
        const so = holders[at] ?? 0;
        holders[at] = all ? so & word : so | word;
      }
    }
    return holders;
  }

  /** What has been counted since a contact without values. */
  #counted(): SegmentSet {
    const tally = this.#tally;
    const words = [...this.#heldByNone];
    for (let at = 0; at < tally.size; at += 1) {
      const number = tally.touched[at] ?? 0;
      const more = tally.take(number);
      if (more === 0) continue;
      if ((this.#lackingAtFirst[number] ?? 0) + more <= 0) setBit(words, number);
      else words[number >>> 5] = (words[number >>> 5] ?? 0) & ~(1 << (number & 31));
    }
    tally.size = 0;
    return new SegmentSet(this.#context.numbers, words);
  }

  /** The segment's conditions, made if no other segment has them; none if it can hold for nobody. */
  #sharedConditions({ join, conditions }: Segment): (readonly [SharedCondition, AttributeIndex])[] {
    const compiled = conditions.map((condition) => this.#compile(condition));
    // Before any of them is made: one that no segment has would stay in its index.
    if (join === 'all' && compiled.includes(null)) return [];
    const shared = compiled.flatMap((facts) => (facts ? [this.#sharedCondition(facts)] : []));
    return [...new Map(shared)];
  }

  #sharedCondition(facts: Compiled): readonly [SharedCondition, AttributeIndex] {
    const { timeZone } = this.#context;
    const { key, format } = facts.attribute;
    const index =
      this.#indexes.get(key) ?? new AttributeIndex({ key, format, timeZone, column: facts.column });
    const known = this.#conditions.get(facts.key);
    if (known) return [known, index];
    const made = new SharedCondition(facts);
    this.#conditions.set(made.key, made);
    this.#indexes.set(key, index);
    index.add(made);
    return [made, index];
  }

  /** What a condition is made of; null if it can hold for nobody. */
  #compile(condition: Condition, attributes = this.#context.attributes): Compiled | null {
    const { timeZone, columns } = this.#context;
    const attribute = attributes.get(condition.attribute);
    const placement = placementOf(condition, { attribute, timeZone });
    if (!attribute || !placement) return null;
    const column = columns.column(attribute.key);
    const test = compileCondition(condition, { attribute, timeZone });
    const key = JSON.stringify([attribute.key, test(undefined), placement]);
    return { attribute, key, placement, column, test };
  }

  /** No segment has the condition any more. */
  #drop(condition: SharedCondition, index: AttributeIndex): void {
    this.#conditions.delete(condition.key);
    index.remove(condition);
    if (index.size === 0) this.#indexes.delete(index.key);
  }

  #lackAtFirst(number: number, lacking: number): void {
    this.#tally.reach(number);
    if (number >= this.#lackingAtFirst.length) {
      const wider = new Int8Array(this.#tally.lacking.length);
      wider.set(this.#lackingAtFirst);
      this.#lackingAtFirst = wider;
    }
    this.#lackingAtFirst[number] = lacking;
    setBit(this.#heldByNone, number);
    if (lacking > 0) {
      const at = number >>> 5;
      this.#heldByNone[at] = (this.#heldByNone[at] ?? 0) & ~(1 << (number & 31));
    }
  }
}

/** Whether a segment holds that lacks so many conditions more, or less, than before. */
function holdsAfter(segment: IndexedSegment, handle: number, more: number): boolean {
  // One condition fewer and all do not hold, one more and some do, whatever the others say.
  if (more > 0 === segment.all) return !segment.all;
  for (const [condition] of segment.conditions) {
    if (condition.holdsAt(handle) !== segment.all) return !segment.all;
  }
  return segment.all;
}
