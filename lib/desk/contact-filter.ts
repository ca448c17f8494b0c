import type { ContactValues } from '@/lib/attributes/attribute';
import type { SegmentMatch } from '@/lib/ranking/filter';
import { checkConditions } from '@/lib/segments/check-segment';
import { compileSegment, type SegmentTest } from '@/lib/segments/evaluate';
import type { Condition } from '@/lib/segments/segment';
import { invalid } from './errors';
import type { Memory } from './memory';

/** Which contacts: those who match segments, and meet every one of the conditions. */
export type ContactFilter = {
  segments?: readonly string[];
  /** How many of the segments must match; any unless told. */
  match?: SegmentMatch;
  conditions?: readonly Condition[];
};

/** A filter ready to be asked: of which attributes it wants values, and whether a contact passes. */
export type ContactTest = { attributes: string[]; holds: (values: ContactValues) => boolean };

/**
 * The filter over values wherever they are from, by the evaluator that judges segments. Throws
 * `invalid` for an unknown segment and for a condition that does not fit, with its field.
 */
export function compileFilter(memory: Memory, filter: ContactFilter): ContactTest {
  const context = { attributes: memory.attributes, timeZone: memory.settings.timeZone };
  const segments = (filter.segments ?? []).map((id) => {
    const segment = memory.segments.get(id);
    if (!segment) throw invalid(`There is no segment ${id}.`, 'segments');
    return segment;
  });
  const conditions = checked(memory, filter.conditions ?? []);
  const ofSegments = segments.map((segment) => compileSegment(segment, context));
  const ofConditions =
    conditions.length === 0 ? null : compileSegment({ join: 'all', conditions }, context);
  const isIn = ofSegments.length === 0 ? () => true : matching(filter.match ?? 'any', ofSegments);
  const asked = [...segments.flatMap((segment) => segment.conditions), ...conditions];
  return {
    attributes: [...new Set(asked.map(({ attribute }) => attribute))],
    holds: (values) => isIn(values) && (ofConditions === null || ofConditions(values)),
  };
}

function checked({ attributes }: Memory, conditions: readonly Condition[]): Condition[] {
  if (conditions.length === 0) return [];
  const result = checkConditions('all', conditions, attributes);
  if (!result.ok) throw invalid(result.message, result.field);
  return result.conditions;
}

function matching(match: SegmentMatch, tests: readonly SegmentTest[]): SegmentTest {
  switch (match) {
    case 'any':
      return (values) => tests.some((test) => test(values));
    case 'all':
      return (values) => tests.every((test) => test(values));
    case 'none':
      return (values) => !tests.some((test) => test(values));
  }
}
