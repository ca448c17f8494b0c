import type { Attributes, AttributeValue, ContactValues } from '@/lib/attributes/attribute';
import { compileCondition } from './evaluate';
import type { Condition, Segment } from './segment';

/** A condition that holds, and the value it holds for; undefined where none is known. */
export type MetValue = { condition: Condition; value: AttributeValue | undefined };

/** The conditions of a segment that hold for a contact, in the segment's order: why it matches. */
export function metConditions(
  segment: Pick<Segment, 'conditions'>,
  values: ContactValues,
  context: { attributes: Attributes; timeZone: string },
): MetValue[] {
  const { attributes, timeZone } = context;
  return segment.conditions.flatMap((condition) => {
    const value = values.get(condition.attribute);
    const attribute = attributes.get(condition.attribute);
    return compileCondition(condition, { attribute, timeZone })(value?.value)
      ? [{ condition, value }]
      : [];
  });
}
