import type { Attribute } from '@/lib/attributes/attribute';
import { authorise, type Ctx, may } from '../context';
import { isoTime } from '../iso-time';
import type { Memory } from '../memory';
import type { SegmentRow } from '../store';
import type { CatalogueWire, PersonWire, SegmentWire } from '../wire';

/** What every screen keeps of the desk, for one person. */
export function readCatalogue({ desk, caller }: Ctx): CatalogueWire {
  authorise(caller, 'see');
  const { memory } = desk;
  return {
    me: meOf({ desk, caller }),
    attributes: attributesInOrder(memory),
    segments: segmentsByName(memory).map((segment) => segmentWire(memory, segment)),
    segmentIds: memory.prioritization.segmentIds,
    prioritizationRevision: memory.prioritization.revision,
    channels: [...memory.channels.values()].sort((a, b) => compareText(a.label, b.label)),
    people: [...memory.people.values()]
      .filter(({ active }) => active)
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id)),
    settings: { ...memory.settings },
  };
}

/** The caller as a screen shows them; a token has no e-mail, and the role nearest to its scope. */
export function meOf({ desk, caller }: Ctx): PersonWire {
  const person = desk.memory.people.get(caller.id);
  if (person) return person;
  const role = may(caller, 'changeSettings') ? 'admin' : 'agent';
  return { id: caller.id, name: caller.name, email: '', role, active: true };
}

/** The attributes by position, then by key. */
export function attributesInOrder(memory: Memory): Attribute[] {
  return [...memory.attributes.values()].sort(
    (a, b) => a.position - b.position || compareText(a.key, b.key),
  );
}

/** The segments by name, then by id. */
export function segmentsByName(memory: Memory): SegmentRow[] {
  return [...memory.segments.values()].sort(
    (a, b) => compareText(a.name, b.name) || compareText(a.id, b.id),
  );
}

export function segmentWire(memory: Memory, segment: SegmentRow): SegmentWire {
  return {
    id: segment.id,
    name: segment.name,
    join: segment.join,
    conditions: [...segment.conditions],
    highPriority: memory.highPriority.has(segment.id),
    changedBy: segment.changedBy,
    changedAt: isoTime(segment.changedAt),
  };
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
