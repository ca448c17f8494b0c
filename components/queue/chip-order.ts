import type { SegmentWire } from '@/lib/desk/wire';

/** A segment to filter by, and how many conversations match it. */
export type CountedSegment = { id: string; name: string; highPriority: boolean; count: number };

/** The segments for the filter bar: chosen ones first, then most first, then by name. */
export function countedSegments(
  segments: readonly SegmentWire[],
  counts: Readonly<Record<string, number>>,
  chosen: readonly string[],
): CountedSegment[] {
  return segments
    .map(({ id, name, highPriority }) => ({ id, name, highPriority, count: counts[id] ?? 0 }))
    .sort(
      (a, b) =>
        Number(chosen.includes(b.id)) - Number(chosen.includes(a.id)) ||
        b.count - a.count ||
        a.name.localeCompare(b.name, 'en') ||
        (a.id < b.id ? -1 : 1),
    );
}

/** The same segments in an order decided before, those it does not know last; counts stay live. */
export function inOrder(segments: readonly CountedSegment[], order: readonly string[]) {
  const places = new Map(order.map((id, place) => [id, place]));
  const placeOf = ({ id }: CountedSegment) => places.get(id) ?? order.length;
  return [...segments].sort((a, b) => placeOf(a) - placeOf(b));
}
