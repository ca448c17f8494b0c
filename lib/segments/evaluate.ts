import type { Attribute, Attributes, ContactValues, Scalar } from '@/lib/attributes/attribute';
import { isEmptyValue } from '@/lib/attributes/formats';
import { fold } from './fold';
import { parseNumber } from './numbers';
import { operandKind, operatorsFor } from './offered';
import { orderTest, sameDayTest } from './order';
import type { Condition, Segment } from './segment';

/** Whether a condition holds for what a contact has for its attribute; undefined is no value. */
export type ConditionTest = (value: Scalar | undefined) => boolean;

/** Whether a segment holds for a contact's values. */
export type SegmentTest = (values: ContactValues) => boolean;

/** A test of a value that is there. */
type KnownTest = (value: Scalar) => boolean;

const never = () => false;

/**
 * Makes a checked condition fast to test. A condition on an attribute that is missing from the
 * catalogue or disabled never holds. Throws a RangeError for an unknown time zone at the first
 * instant compared.
 */
export function compileCondition(
  condition: Condition,
  context: { attribute: Attribute | undefined; timeZone: string },
): ConditionTest {
  const { attribute, timeZone } = context;
  const { operator } = condition;
  // An operator that is not offered never holds; its complement would hold for everyone.
  if (!attribute?.enabled || !operatorsFor(attribute).includes(operator)) return never;
  if (operator === 'isEmpty') return (value) => isEmptyValue(value);
  if (operator === 'notEmpty') return (value) => !isEmptyValue(value);
  const operands = operandsOf(condition);
  if (operands === null) return never;
  const holds = compileKnown(condition, operands, attribute, timeZone);
  if (operator === 'ne' || operator === 'notContains') {
    return (value) => value === undefined || !holds(value);
  }
  return (value) => value !== undefined && holds(value);
}

/** Makes a checked segment fast to test. Without conditions it matches nobody. */
export function compileSegment(
  segment: Pick<Segment, 'join' | 'conditions'>,
  context: { attributes: Attributes; timeZone: string },
): SegmentTest {
  if (segment.conditions.length === 0) return never;
  const tests = segment.conditions.map((condition) => {
    const attribute = context.attributes.get(condition.attribute);
    const test = compileCondition(condition, { attribute, timeZone: context.timeZone });
    return (values: ContactValues) => test(values.get(condition.attribute)?.value);
  });
  const [only] = tests;
  if (only && tests.length === 1) return only;
  return segment.join === 'all'
    ? (values) => tests.every((test) => test(values))
    : (values) => tests.some((test) => test(values));
}

/** The operands in a list, or null if there are not as many as the operator takes. */
function operandsOf({ operator, operand }: Condition): string[] | null {
  if (operandKind(operator) === 'list') return Array.isArray(operand) ? operand : null;
  return typeof operand === 'string' ? [operand] : null;
}

/** The positive test of an operator: `ne` gives that of `eq`, `notContains` that of `contains`. */
function compileKnown(
  { operator }: Condition,
  operands: string[],
  { format }: Attribute,
  timeZone: string,
): KnownTest {
  const [operand = ''] = operands;
  switch (operator) {
    case 'eq':
    case 'ne':
    case 'anyOf':
      if (format === 'text') return textAmong(operands);
      if (format === 'number') return numberAmong(operands);
      if (format === 'date') return sameDayTest(operand, timeZone);
      return (value) => value === (operand === 'yes');
    case 'contains':
    case 'notContains':
      return textTest(operand, (text, part) => text.includes(part));
    case 'beginsWith':
      return textTest(operand, (text, part) => text.startsWith(part));
    case 'endsWith':
      return textTest(operand, (text, part) => text.endsWith(part));
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return orderTest(operator, operand, format, timeZone);
    default:
      return never;
  }
}

function textAmong(operands: string[]): KnownTest {
  const folded = new Set(operands.map(fold));
  return (value) => typeof value === 'string' && folded.has(fold(value));
}

function numberAmong(operands: string[]): KnownTest {
  const numbers = new Set(operands.map(parseNumber));
  return (value) => typeof value === 'number' && numbers.has(value);
}

function textTest(operand: string, holds: (text: string, part: string) => boolean): KnownTest {
  const part = fold(operand);
  return (value) => typeof value === 'string' && holds(fold(value), part);
}
