import type { Attributes, ContactValues } from '@/lib/attributes/attribute';
import { AttributeIndex } from './attribute-index';
import { compileCondition } from './evaluate';
import type { BeforeValues, Matcher, MatcherContext } from './matcher';
import { placementOf } from './placement';
import type { Condition, Segment } from './segment';
import { type SharedCondition, takeOut } from './shared-condition';

type IndexedSegment = {
  readonly id: string;
  readonly slot: number;
  readonly all: boolean;
  /** Without duplicates; empty if the segment can hold for nobody. */
  readonly conditions: readonly SharedCondition[];
  readonly attributes: ReadonlySet<string>;
  /** How many conditions more it takes for a contact without values. */
  readonly lacking: number;
  /** Scratch: when it was last looked at. */
  lookedAt: number;
};

type Matches = { readonly current: ReadonlySet<string>; changed: Set<string> | null };

const NONE: ReadonlySet<string> = new Set();
/** Of a slot that no segment has. */
const UNREACHABLE = 1;

/**
 * Keeps each condition once, however many segments have it, in an index of its attribute. A value
 * finds the conditions it decides, a changed value those whose truth flips; only their segments are
 * looked at. Keeps nothing per contact.
 */
export class IndexedMatcher implements Matcher {
  readonly #context: { attributes: Attributes; timeZone: string };
  readonly #segments = new Map<string, IndexedSegment>();
  readonly #bySlot: (IndexedSegment | null)[] = [];
  readonly #freeSlots: number[] = [];
  readonly #conditions = new Map<string, SharedCondition>();
  readonly #indexes = new Map<string, AttributeIndex>();
  readonly #mentioning = new Map<string, Set<string>>();
  /** The segments that hold for a contact without values. */
  readonly #heldByNone = new Set<IndexedSegment>();
  /** `lacking` by slot, and a copy that a match counts down. */
  #lackingAtFirst = new Int16Array(64);
  #lacking = new Int16Array(64);
  readonly #decided: SharedCondition[] = [];
  readonly #risen: SharedCondition[] = [];
  /** Counts calls, so that scratch of an earlier one is told from this one's. */
  #call = 0;

  constructor({ segments, attributes, timeZone }: MatcherContext) {
    this.#context = { attributes, timeZone };
    for (const segment of segments) this.set(segment);
  }

  matches(values: ContactValues): Set<string> {
    const lacking = this.#lacking;
    lacking.set(this.#lackingAtFirst);
    const decided = this.#decided;
    decided.length = 0;
    for (const [attribute, { value }] of values) {
      this.#indexes.get(attribute)?.decidedBy(value, decided);
    }
    // What falls comes first: then whatever reaches 0 is a match, and reaches it once.
    const risen = this.#risen;
    risen.length = 0;
    for (const condition of decided) {
      if (!condition.holdsForNone) risen.push(condition);
      else for (const slot of condition.slots) lacking[slot] = (lacking[slot] ?? 0) + 1;
    }
    const matches = new Set<string>();
    for (const { id, slot } of this.#heldByNone) if ((lacking[slot] ?? 0) <= 0) matches.add(id);
    for (const condition of risen) {
      for (const slot of condition.slots) {
        const left = (lacking[slot] ?? 0) - 1;
        lacking[slot] = left;
        if (left !== 0) continue;
        const segment = this.#bySlot[slot];
        if (segment) matches.add(segment.id);
      }
    }
    return matches;
  }

  mentioning(attribute: string): ReadonlySet<string> {
    return this.#mentioning.get(attribute) ?? NONE;
  }

  rematch(
    current: ReadonlySet<string>,
    changedAttributes: Iterable<string>,
    values: ContactValues,
    before?: BeforeValues,
  ): ReadonlySet<string> {
    this.#call += 1;
    const flipped = this.#decided;
    flipped.length = 0;
    const matches: Matches = { current, changed: null };
    let place = 0;
    for (const attribute of changedAttributes) {
      const index = this.#indexes.get(attribute);
      if (index && before) {
        index.changedAt = this.#call;
        index.flipsBetween(before[place]?.value, values.get(attribute)?.value, flipped);
      } else if (index) {
        for (const id of this.mentioning(attribute)) settle(matches, id, this.test(id, values));
      }
      place += 1;
    }
    for (const condition of flipped) {
      for (const slot of condition.slots) {
        const segment = this.#bySlot[slot];
        if (!segment || segment.lookedAt === this.#call) continue;
        segment.lookedAt = this.#call;
        const holds = this.#holdsAfterChange(segment, values);
        if (holds !== null) settle(matches, segment.id, holds);
      }
    }
    return matches.changed ?? current;
  }

  test(segmentId: string, values: ContactValues): boolean {
    const segment = this.#segments.get(segmentId);
    if (!segment || segment.conditions.length === 0) return false;
    for (const { attribute, test } of segment.conditions) {
      if (test(values.get(attribute.key)) !== segment.all) return !segment.all;
    }
    return segment.all;
  }

  set(segment: Segment): void {
    this.delete(segment.id);
    const slot = this.#freeSlots.pop() ?? this.#bySlot.length;
    const all = segment.join === 'all';
    const conditions = this.#sharedConditions(segment);
    const held = conditions.filter((condition) => condition.holdsForNone).length;
    const indexed: IndexedSegment = {
      id: segment.id,
      slot,
      all,
      conditions,
      attributes: new Set(segment.conditions.map(({ attribute }) => attribute)),
      lacking: conditions.length === 0 ? UNREACHABLE : (all ? conditions.length : 1) - held,
      lookedAt: 0,
    };
    this.#segments.set(segment.id, indexed);
    this.#bySlot[slot] = indexed;
    this.#lackAtFirst(slot, indexed.lacking);
    if (indexed.lacking <= 0) this.#heldByNone.add(indexed);
    for (const condition of conditions) condition.slots.push(slot);
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
    this.#bySlot[segment.slot] = null;
    this.#freeSlots.push(segment.slot);
    this.#lackAtFirst(segment.slot, UNREACHABLE);
    this.#heldByNone.delete(segment);
    for (const condition of segment.conditions) this.#release(condition, segment.slot);
    for (const attribute of segment.attributes) {
      const mentioning = this.#mentioning.get(attribute);
      mentioning?.delete(segmentId);
      if (mentioning?.size === 0) this.#mentioning.delete(attribute);
    }
  }

  /** Whether the segment holds now; null if conditions on other attributes decide it, as they did before. */
  #holdsAfterChange(segment: IndexedSegment, values: ContactValues): boolean | null {
    let holds = segment.all;
    for (const condition of segment.conditions) {
      if (condition.toldAt !== this.#call) {
        condition.toldAt = this.#call;
        condition.holds = condition.test(values.get(condition.attribute.key));
      }
      if (condition.holds === segment.all) continue;
      if (condition.attribute.changedAt !== this.#call) return null;
      holds = !segment.all;
    }
    return holds;
  }

  /** The segment's conditions, made if no other segment has them; none if it can hold for nobody. */
  #sharedConditions({ join, conditions }: Segment): SharedCondition[] {
    const shared = new Set<SharedCondition>();
    for (const condition of conditions) {
      const found = this.#sharedCondition(condition);
      if (found) shared.add(found);
      else if (join === 'all') return [];
    }
    return [...shared];
  }

  #sharedCondition(condition: Condition): SharedCondition | null {
    const { attributes, timeZone } = this.#context;
    const attribute = attributes.get(condition.attribute);
    const placement = placementOf(condition, { attribute, timeZone });
    if (!attribute || !placement) return null;
    const test = compileCondition(condition, { attribute, timeZone });
    const holdsForNone = test(undefined);
    const key = JSON.stringify([attribute.key, holdsForNone, placement]);
    const known = this.#conditions.get(key);
    if (known) return known;
    const index =
      this.#indexes.get(attribute.key) ??
      new AttributeIndex({ key: attribute.key, format: attribute.format, timeZone });
    this.#indexes.set(attribute.key, index);
    const made: SharedCondition = {
      key,
      attribute: index,
      placement,
      test,
      holdsForNone,
      slots: [],
      seen: 0,
      toldAt: 0,
      holds: false,
    };
    this.#conditions.set(key, made);
    index.add(made);
    return made;
  }

  /** A segment no longer has the condition; the last one takes it out of its index. */
  #release(condition: SharedCondition, slot: number): void {
    takeOut(condition.slots, slot);
    if (condition.slots.length > 0) return;
    this.#conditions.delete(condition.key);
    const index = this.#indexes.get(condition.attribute.key);
    index?.remove(condition);
    if (index?.size === 0) this.#indexes.delete(condition.attribute.key);
  }

  #lackAtFirst(slot: number, lacking: number): void {
    if (slot >= this.#lackingAtFirst.length) {
      const wider = new Int16Array(this.#lackingAtFirst.length * 2);
      wider.set(this.#lackingAtFirst);
      this.#lackingAtFirst = wider;
      this.#lacking = new Int16Array(wider.length);
    }
    this.#lackingAtFirst[slot] = lacking;
  }
}

/** Notes whether a segment holds, in a copy made at the first change. */
function settle(matches: Matches, id: string, holds: boolean): void {
  if (holds === (matches.changed ?? matches.current).has(id)) return;
  matches.changed ??= copyOf(matches.current);
  if (holds) matches.changed.add(id);
  else matches.changed.delete(id);
}

/** A fifth faster than handing the set to a new one. */
function copyOf(matches: ReadonlySet<string>): Set<string> {
  const copy = new Set<string>();
  for (const id of matches) copy.add(id);
  return copy;
}
