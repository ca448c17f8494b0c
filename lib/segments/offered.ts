import type { Attribute, Format } from '@/lib/attributes/attribute';
import { OPERATORS, type Operator } from './operator';

const ORDER: readonly Operator[] = ['gt', 'gte', 'lt', 'lte'];
const EVERY: readonly Operator[] = ['eq', 'ne', 'notEmpty', 'isEmpty'];
const TEXT: readonly Operator[] = ['contains', 'notContains', 'beginsWith', 'endsWith', 'anyOf'];

const OFFERED: Record<Format, readonly Operator[]> = {
  text: inOrder([...EVERY, ...TEXT]),
  number: inOrder([...EVERY, ...ORDER, 'anyOf']),
  date: inOrder([...EVERY, ...ORDER]),
  boolean: inOrder(EVERY),
};

/** A CRM keeps numbers and dates in text, so whatever it manages can be put in order. */
const OFFERED_FOR_CRM: Record<Format, readonly Operator[]> = {
  text: inOrder([...OFFERED.text, ...ORDER]),
  number: OFFERED.number,
  date: OFFERED.date,
  boolean: inOrder([...OFFERED.boolean, ...ORDER]),
};

/** What every operator is called, in words that read in a sentence. */
export const OPERATOR_LABELS: Record<Operator, string> = {
  eq: 'is',
  ne: 'is not',
  gt: 'is more than',
  gte: 'is at least',
  lt: 'is less than',
  lte: 'is at most',
  contains: 'contains',
  notContains: 'does not contain',
  beginsWith: 'begins with',
  endsWith: 'ends with',
  anyOf: 'is one of',
  notEmpty: 'is not empty',
  isEmpty: 'is empty',
};

const DATE_LABELS: Partial<Record<Operator, string>> = {
  eq: 'is on',
  ne: 'is not on',
  gt: 'is after',
  gte: 'is on or after',
  lt: 'is before',
  lte: 'is on or before',
};

/** The operators a condition on this attribute can have, in the order a dropdown shows them. */
export function operatorsFor(
  attribute: Pick<Attribute, 'format' | 'manager'>,
): readonly Operator[] {
  return (attribute.manager === 'crm' ? OFFERED_FOR_CRM : OFFERED)[attribute.format];
}

/** What an operator is called beside an attribute of this format. */
export function operatorLabel(operator: Operator, format: Format): string {
  return (format === 'date' ? DATE_LABELS[operator] : undefined) ?? OPERATOR_LABELS[operator];
}

export type OperandKind = 'one' | 'list' | 'none';

/** Whether an operator takes one operand, a list of them, or none. */
export function operandKind(operator: Operator): OperandKind {
  if (operator === 'anyOf') return 'list';
  return operator === 'notEmpty' || operator === 'isEmpty' ? 'none' : 'one';
}

function inOrder(operators: readonly Operator[]): readonly Operator[] {
  return OPERATORS.filter((operator) => operators.includes(operator));
}
