import type { Attributes, ContactValues } from '@/lib/attributes/attribute';
import type { ContactColumns } from '@/lib/attributes/contact-columns';
import type { Segment } from './segment';
import type { SegmentNumbers, SegmentSet } from './segment-set';

/** An attribute of a contact that was given another value, and the code of the one it had. */
export type ChangedValue = { attribute: string; before: number };

/**
 * Tells which segments a contact matches. The time zone is fixed; make another when it changes. The
 * catalogue is read when a segment is set: set those that mention an attribute again when it is
 * enabled or disabled.
 */
export interface Matcher {
  /** All segments that hold for these values, wherever they are from. */
  matches(values: ContactValues): SegmentSet;
  /** All segments that hold for a contact of the columns. */
  matchesAt(handle: number): SegmentSet;
  /**
   * The matches of a contact of the columns just after some of its values were set, each once, given
   * its matches before. Returns `current` itself when no match changed. Segments set or deleted
   * since are the caller's to look at.
   */
  rematch(handle: number, current: SegmentSet, changed: readonly ChangedValue[]): SegmentSet;
  /** Which contacts of the columns match the segment: a bit a handle. None if there is no such segment. */
  holders(segmentId: string): Int32Array;
  /**
   * Which would match a segment with these conditions, which need not be set; or would if the
   * catalogue had other attributes.
   */
  holdersOf(segment: Pick<Segment, 'join' | 'conditions'>, attributes?: Attributes): Int32Array;
  /** The ids of the segments with a condition on the attribute. */
  mentioning(attribute: string): ReadonlySet<string>;
  /** Adds a segment, or replaces the one with its id. Its number is given, if it has none. */
  set(segment: Segment): void;
  delete(segmentId: string): void;
}

export type MatcherContext = {
  segments: Iterable<Segment>;
  attributes: Attributes;
  timeZone: string;
  columns: ContactColumns;
  numbers: SegmentNumbers;
};
