import { isDeepStrictEqual } from 'node:util';
import type { ConfigurationFacts } from '@/lib/desk/configuration';
import type { Memory } from '@/lib/desk/memory';
import { IndexedMatcher } from '@/lib/segments/indexed-matcher';
import type { Segment } from '@/lib/segments/segment';
import { SegmentNumbers } from '@/lib/segments/segment-set';
import { definition } from '../segments/decide-segment';
import { type Holders, type Move, previewMoves } from '../segments/preview-moves';

/** The New conversations that would stand elsewhere if the desk were shaped so. */
export function previewQueue(memory: Memory, after: ConfigurationFacts): Move[] {
  const { attributes, columns } = memory;
  const matcher = new IndexedMatcher({
    segments: [],
    attributes: after.attributes,
    timeZone: after.settings.timeZone,
    columns,
    // Numbers of its own: what is only previewed takes none of the desk's.
    numbers: new SegmentNumbers(),
  });
  const highAfter = new Set(after.highPriority);
  const nobody = new Int32Array((columns.handles + 31) >>> 5);
  const holders: Holders[] = [];
  for (const id of new Set([...memory.prioritization.segmentIds, ...highAfter])) {
    const isHigh = memory.highPriority.has(id);
    const segment = after.segments.get(id);
    if (!segment || (isHigh === highAfter.has(id) && meansTheSame(memory, after, segment)))
      continue;
    holders.push({
      before: isHigh ? memory.matcher.holders(id) : nobody,
      after: highAfter.has(id) ? matcher.holdersOf(segment) : nobody,
    });
  }
  // Looked at, an attribute that is not there yet has got a column.
  for (const key of after.attributes.keys()) if (!attributes.has(key)) columns.drop(key);
  return previewMoves(memory, holders);
}

/** Whether the same contacts match the segment: nothing that it is judged by is another. */
function meansTheSame(memory: Memory, after: ConfigurationFacts, segment: Segment): boolean {
  const before = memory.segments.get(segment.id);
  return (
    before !== undefined &&
    isDeepStrictEqual(definition(before), definition(segment)) &&
    memory.settings.timeZone === after.settings.timeZone &&
    segment.conditions.every(
      ({ attribute: key }) =>
        memory.attributes.get(key)?.enabled === after.attributes.get(key)?.enabled,
    )
  );
}
