import { invalid, notFound } from '@/lib/desk/errors';
import type { Memory } from '@/lib/desk/memory';
import type { SegmentRow } from '@/lib/desk/store';
import { checkConditions } from '@/lib/segments/check-segment';
import type { Condition, Join, Segment } from '@/lib/segments/segment';

/** A segment that is being built: what is asked about before it is saved. */
export type SegmentQuestion = {
  join: Join;
  conditions: readonly Condition[];
  /** The segment being edited. */
  id?: string;
};

/**
 * The segment asked about, checked, and the saved one it would replace. Throws `invalid` with the field, `not_found`.
 */
export function askedSegment(
  memory: Memory,
  { join, conditions, id }: SegmentQuestion,
): { segment: Segment; edited: SegmentRow | undefined } {
  const edited = id === undefined ? undefined : memory.segments.get(id);
  if (id !== undefined && !edited) throw notFound('There is no such segment.');
  const keepDisabled = new Set(edited?.conditions.map(({ attribute }) => attribute));
  const checked = checkConditions(join, conditions, memory.attributes, { keepDisabled });
  if (!checked.ok) throw invalid(checked.message, checked.field);
  const segment = { id: id ?? '', name: '', join, conditions: checked.conditions };
  return { segment, edited };
}
