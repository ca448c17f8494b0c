import type { Attributes, AttributeValue } from '@/lib/attributes/attribute';
import { ContactColumns } from '@/lib/attributes/contact-columns';
import type { ColumnLimits } from '@/lib/attributes/value-column';
import { IndexedMatcher } from '@/lib/segments/indexed-matcher';
import type { Segment } from '@/lib/segments/segment';
import { SegmentNumbers, type SegmentSet } from '@/lib/segments/segment-set';
import { naiveSegment } from './oracle';

/** Contacts in columns with a matcher over them, and beside them the same facts kept the plainest way. */
export class MatchedContacts {
  readonly numbers = new SegmentNumbers();
  readonly columns: ContactColumns;
  readonly matcher: IndexedMatcher;
  readonly segments = new Map<string, Segment>();
  readonly values: Map<string, AttributeValue>[] = [];

  constructor(
    private readonly attributes: Attributes,
    private readonly timeZone: string,
    { segments = [], limits }: { segments?: Iterable<Segment>; limits?: ColumnLimits } = {},
  ) {
    this.columns = new ContactColumns(limits);
    const { columns, numbers } = this;
    this.matcher = new IndexedMatcher({ segments: [], attributes, timeZone, columns, numbers });
    for (const segment of segments) this.set(segment);
  }

  /** The handle of a new contact. */
  add(values: Iterable<readonly [string, AttributeValue]> = []): number {
    const handle = this.columns.add(values);
    this.values[handle] = new Map(values);
    return handle;
  }

  /** Writes values, undefined for none, and gives the matches after it. */
  write(
    handle: number,
    current: SegmentSet,
    writes: Iterable<readonly [string, AttributeValue | undefined]>,
  ): SegmentSet {
    const changed = [...writes].map(([attribute, value]) => {
      if (value) this.values[handle]?.set(attribute, value);
      else this.values[handle]?.delete(attribute);
      return { attribute, before: this.columns.column(attribute).set(handle, value ?? null) };
    });
    return this.matcher.rematch(handle, current, changed);
  }

  set(segment: Segment): void {
    this.matcher.set(segment);
    this.segments.set(segment.id, segment);
  }

  delete(segmentId: string): void {
    this.matcher.delete(segmentId);
    this.segments.delete(segmentId);
  }

  /** The segments that hold, as the oracle has it. */
  expected(handle: number): Set<string> {
    const values = this.values[handle] ?? new Map();
    const held = [...this.segments.values()].filter((segment) =>
      naiveSegment(segment, values, this.attributes, this.timeZone),
    );
    return new Set(held.map(({ id }) => id));
  }

  /** The handles of who matches, as the matcher finds them over the columns. */
  holders(segmentId: string): number[] {
    const words = this.matcher.holders(segmentId);
    return [...this.values.keys()].filter((n) => ((words[n >>> 5] ?? 0) & (1 << (n & 31))) !== 0);
  }
}
