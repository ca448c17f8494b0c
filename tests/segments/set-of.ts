import { SegmentNumbers, SegmentSet } from '@/lib/segments/segment-set';

const numbers = new SegmentNumbers();

/** A set of segments; all that this makes can be compared with each other. */
export function setOf(...segmentIds: string[]): SegmentSet {
  return SegmentSet.of(numbers, segmentIds);
}
