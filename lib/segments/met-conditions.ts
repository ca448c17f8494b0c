import type { Attributes, AttributeValue, ContactValues } from '@/lib/attributes/attribute';
import { compileCondition } from './evaluate';
import type { Condition, Segment } from './segment';

/** A condition that holds, and the value it holds for; undefined where none is known. */
export type MetValue = { condition: Condition; value: AttributeValue | undefined };

/** Makes it fast to tell which conditions of a segment hold for a contact, in the segment's order: why it matches. */
export function compileMet(
  segment: Pick<Segment, 'conditions'>,
  { attributes, timeZone }: { attributes: Attributes; timeZone: string },
): (values: ContactValues) => MetValue[] {
  const tests = segment.conditions.map((condition) => {
    const attribute = attributes.get(condition.attribute);
    return { condition, test: compileCondition(condition, { attribute, timeZone }) };
  });
  return (values) =>
    tests.flatMap(({ condition, test }) => {
      const value = values.get(condition.attribute);
      return test(value?.value) ? [{ condition, value }] : [];
    });
}
