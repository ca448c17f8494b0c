import type { Attributes, AttributeValue, ContactValues } from '@/lib/attributes/attribute';
import { compileSegment, type SegmentTest } from './evaluate';
import type { Segment } from './segment';

/** What some attributes had before they changed, in the order the attributes are named; undefined is no value. */
export type BeforeValues = readonly (AttributeValue | undefined)[];

/**
 * Tells which segments a contact matches. The time zone is fixed; make another when it changes. The
 * catalogue is read when a segment is set: set those that mention an attribute again when it is
 * enabled or disabled.
 */
export interface Matcher {
  /** The ids of all segments that hold. */
  matches(values: ContactValues): Set<string>;
  /** The ids of the segments with a condition on the attribute. */
  mentioning(attribute: string): ReadonlySet<string>;
  /**
   * The matches after some attributes changed, given those from before and the values now. Returns
   * `current` itself when no match changed. Segments set or deleted since are the caller's to test.
   * Told the values from before as well, it can look at fewer segments.
   */
  rematch(
    current: ReadonlySet<string>,
    changedAttributes: Iterable<string>,
    values: ContactValues,
    before?: BeforeValues,
  ): ReadonlySet<string>;
  /** Whether one segment holds; false if there is no such segment. */
  test(segmentId: string, values: ContactValues): boolean;
  /** Adds a segment, or replaces the one with its id. */
  set(segment: Segment): void;
  delete(segmentId: string): void;
}

export type MatcherContext = {
  segments: Iterable<Segment>;
  attributes: Attributes;
  timeZone: string;
};

const NONE: ReadonlySet<string> = new Set();

/** Lists the segments by attribute: only those that mention a changed attribute are tested again. */
export class AttributeListMatcher implements Matcher {
  readonly #context: { attributes: Attributes; timeZone: string };
  readonly #compiled = new Map<string, { test: SegmentTest; attributes: ReadonlySet<string> }>();
  readonly #mentioning = new Map<string, Set<string>>();

  constructor({ segments, attributes, timeZone }: MatcherContext) {
    this.#context = { attributes, timeZone };
    for (const segment of segments) this.set(segment);
  }

  matches(values: ContactValues): Set<string> {
    const matches = new Set<string>();
    for (const [id, { test }] of this.#compiled) if (test(values)) matches.add(id);
    return matches;
  }

  mentioning(attribute: string): ReadonlySet<string> {
    return this.#mentioning.get(attribute) ?? NONE;
  }

  rematch(
    current: ReadonlySet<string>,
    changedAttributes: Iterable<string>,
    values: ContactValues,
  ): ReadonlySet<string> {
    let changed: Set<string> | null = null;
    for (const attribute of changedAttributes) {
      for (const id of this.mentioning(attribute)) {
        const holds = this.test(id, values);
        if (holds === (changed ?? current).has(id)) continue;
        changed ??= new Set(current);
        if (holds) changed.add(id);
        else changed.delete(id);
      }
    }
    return changed ?? current;
  }

  test(segmentId: string, values: ContactValues): boolean {
    return this.#compiled.get(segmentId)?.test(values) ?? false;
  }

  set(segment: Segment): void {
    this.delete(segment.id);
    const attributes = new Set(segment.conditions.map((condition) => condition.attribute));
    this.#compiled.set(segment.id, { test: compileSegment(segment, this.#context), attributes });
    for (const attribute of attributes) {
      const mentioning = this.#mentioning.get(attribute);
      if (mentioning) mentioning.add(segment.id);
      else this.#mentioning.set(attribute, new Set([segment.id]));
    }
  }

  delete(segmentId: string): void {
    const compiled = this.#compiled.get(segmentId);
    if (!compiled) return;
    this.#compiled.delete(segmentId);
    for (const attribute of compiled.attributes) {
      const mentioning = this.#mentioning.get(attribute);
      mentioning?.delete(segmentId);
      if (mentioning?.size === 0) this.#mentioning.delete(attribute);
    }
  }
}
