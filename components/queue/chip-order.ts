import type { SegmentWire } from '@/lib/desk/wire';

/** A segment to filter by, and how many conversations match it. */
export type CountedSegment = { id: string; name: string; highPriority: boolean; count: number };

/** The segments with their counts, as they stand in the catalogue. */
export function countedSegments(
  segments: readonly SegmentWire[],
  counts: Readonly<Record<string, number>>,
): CountedSegment[] {
  return segments.map(({ id, name, highPriority }) => ({
    id,
    name,
    highPriority,
    count: counts[id] ?? 0,
  }));
}

/** The ids in the order of the filter bar: chosen ones first, then most first, then by name. */
export function mostFirst(
  segments: readonly CountedSegment[],
  chosen: readonly string[],
): string[] {
  const isChosen = new Set(chosen);
  return [...segments]
    .sort(
      (a, b) =>
        Number(isChosen.has(b.id)) - Number(isChosen.has(a.id)) ||
        b.count - a.count ||
        a.name.localeCompare(b.name, 'en') ||
        (a.id < b.id ? -1 : 1),
    )
    .map(({ id }) => id);
}

/** The segments in an order decided before, those it does not know last; counts stay live. */
export function inOrder(
  segments: readonly CountedSegment[],
  order: readonly string[],
): CountedSegment[] {
  const rest = new Map(segments.map((segment) => [segment.id, segment]));
  const known = order.flatMap((id) => {
    const segment = rest.get(id);
    rest.delete(id);
    return segment ?? [];
  });
  return [...known, ...rest.values()];
}
