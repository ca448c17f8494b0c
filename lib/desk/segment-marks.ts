import type { Attributes, ContactValues } from '@/lib/attributes/attribute';
import { compileMet, type MetValue } from '@/lib/segments/met-conditions';
import type { Segment } from '@/lib/segments/segment';
import type { SegmentNumbers, SegmentSet } from '@/lib/segments/segment-set';
import type { Settings } from './facts';
import { isoTime } from './iso-time';
import type { Reason, SegmentMark } from './wire';

type Catalogue = {
  segments: ReadonlyMap<string, Segment>;
  highPriority: SegmentSet;
  numbers: SegmentNumbers;
  attributes: Attributes;
  settings: Settings;
};

type Shown = {
  number: number;
  mark: SegmentMark;
  /** Why it matches; of a high-priority segment. */
  met: ((values: ContactValues) => MetValue[]) | null;
};

/** What rows show of their segments, made ready for one state of the catalogue. */
export class SegmentMarks {
  /** High-priority ones first, then by name, then by id: the order in which a row shows them. */
  readonly #shown: readonly Shown[];

  constructor({ segments, highPriority, numbers, attributes, settings: { timeZone } }: Catalogue) {
    this.#shown = Array.from(segments.values(), (segment): Shown => {
      const { id, name } = segment;
      const isHigh = highPriority.has(id);
      return {
        number: numbers.give(id),
        mark: { id, name, highPriority: isHigh },
        met: isHigh ? compileMet(segment, { attributes, timeZone }) : null,
      };
    }).sort(
      ({ mark: a }, { mark: b }) =>
        Number(b.highPriority) - Number(a.highPriority) || byNameThenId(a, b),
    );
  }

  /** All matching segments. */
  of(matches: SegmentSet): SegmentMark[] {
    const marks: SegmentMark[] = [];
    for (const { number, mark } of this.#shown) if (matches.hasNumber(number)) marks.push(mark);
    return marks;
  }

  /** The matching high-priority segments, and for each the conditions that hold and why. */
  reasons(matches: SegmentSet, values: ContactValues): Reason[] {
    const reasons: Reason[] = [];
    for (const { number, mark, met } of this.#shown) {
      // The others come after them.
      if (!met) break;
      if (!matches.hasNumber(number)) continue;
      reasons.push({
        segmentId: mark.id,
        name: mark.name,
        conditions: met(values).map(({ condition, value }) => ({
          ...condition,
          value: value?.value ?? null,
          source: value?.source ?? null,
          setAt: value ? isoTime(value.setAt) : null,
        })),
      });
    }
    return reasons;
  }
}

function byNameThenId(a: { id: string; name: string }, b: { id: string; name: string }): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
