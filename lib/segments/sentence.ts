import type { Attribute, Attributes } from '@/lib/attributes/attribute';
import { operatorLabel } from './offered';
import type { Operator } from './operator';
import type { Condition, Segment } from './segment';

/** These also hold where no value is known, which their words alone do not say. */
const HOLD_UNKNOWN: ReadonlySet<Operator> = new Set<Operator>(['ne', 'notContains']);

/** A condition in plain English: "Twitter followers is more than 1,000". */
export function conditionSentence(condition: Condition, attribute: Attribute | undefined): string {
  const { operator, operand } = condition;
  const format = attribute?.format ?? 'text';
  const words = [attribute?.label ?? condition.attribute, operatorLabel(operator, format)];
  if (operand !== undefined) {
    const operands = typeof operand === 'string' ? [operand] : operand;
    words.push((format === 'number' ? operands.map(grouped) : operands).join(', '));
  }
  if (HOLD_UNKNOWN.has(operator)) words.push('(or is not known)');
  return words.join(' ');
}

/** A segment's conditions in plain English, joined by "and" or "or". */
export function segmentSentence(
  segment: Pick<Segment, 'join' | 'conditions'>,
  attributes: Attributes,
): string {
  return segment.conditions
    .map((condition) => conditionSentence(condition, attributes.get(condition.attribute)))
    .join(segment.join === 'all' ? ' and ' : ' or ');
}

/** A number's digits in threes, as they were written: no rounding, and the same in every locale. */
function grouped(number: string): string {
  const [whole = '', ...fraction] = number.split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...fraction].join('.');
}
