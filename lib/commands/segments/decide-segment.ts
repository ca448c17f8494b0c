import type { Attributes } from '@/lib/attributes/attribute';
import { checkedName } from '@/lib/desk/checks';
import { invalid } from '@/lib/desk/errors';
import { checkConditions } from '@/lib/segments/check-segment';
import type { Condition, Join, Segment } from '@/lib/segments/segment';

/** What is given of a segment that is made or edited. */
export type SegmentParts = { name?: string; join?: Join; conditions?: readonly Condition[] };

/**
 * The segment as it will be; what is not given stays. Conditions on attributes disabled since, and
 * on those of `mayBeDisabled`, may stand. Throws `invalid` with the field.
 */
export function decideSegment({
  attributes,
  before,
  given,
  newId,
  mayBeDisabled = [],
}: {
  attributes: Attributes;
  before: Segment | null;
  given: SegmentParts;
  /** For one that is new. */
  newId: () => string;
  mayBeDisabled?: Iterable<string>;
}): Segment {
  const name = given.name ?? before?.name;
  const join = given.join ?? before?.join ?? 'all';
  const conditions = given.conditions ?? before?.conditions;
  if (name === undefined) throw invalid('Give the segment a name.', 'name');
  if (conditions === undefined) throw invalid('Give at least one condition.', 'conditions');
  const used = before?.conditions.map(({ attribute }) => attribute) ?? [];
  const keepDisabled = new Set([...used, ...mayBeDisabled]);
  const checked = checkConditions(join, conditions, attributes, { keepDisabled });
  if (!checked.ok) throw invalid(checked.message, checked.field);
  return {
    id: before?.id ?? newId(),
    name: checkedName(name, 'name'),
    join,
    conditions: checked.conditions,
  };
}

/** The segment without who changed it and when, which the entry says itself. */
export function definition({ id, name, join, conditions }: Segment): Segment {
  return { id, name, join, conditions };
}
