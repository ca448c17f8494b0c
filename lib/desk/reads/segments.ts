import { authorise, type Ctx } from '../context';
import type { SegmentWire } from '../wire';
import { segmentsByName, segmentWire } from './catalogue';

/** All segments by name. Throws `forbidden` for who may not read the settings. */
export function readSegments({ desk, caller }: Ctx): SegmentWire[] {
  authorise(caller, 'readSettings');
  return segmentsByName(desk.memory).map((segment) => segmentWire(desk.memory, segment));
}

/** The Prioritization list and the revision of its last change. Throws `forbidden`. */
export function readPrioritization({ desk, caller }: Ctx) {
  authorise(caller, 'readSettings');
  return desk.memory.prioritization;
}
