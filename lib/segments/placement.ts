import type { Attribute, Scalar } from '@/lib/attributes/attribute';
import { parseDate } from '@/lib/attributes/dates';
import { dayNumberOf } from './calendar';
import { fold } from './fold';
import { parseNumber } from './numbers';
import { operatorsFor } from './offered';
import type { OrderOperator } from './order';
import type { Condition } from './segment';

/**
 * Where a condition stands in the index of its attribute: what a value must be for the condition
 * to differ from what it is without a value. Two conditions with one placement are one condition.
 */
export type Placement =
  | { kind: 'filled' }
  /** Folded text, numbers, yes or no, or days since 1970-01-01. */
  | { kind: 'equal'; keys: readonly Scalar[] }
  | { kind: 'begins' | 'ends' | 'contains'; part: string }
  | { kind: 'number'; operator: OrderOperator; at: number }
  | { kind: 'day'; operator: OrderOperator; day: number }
  | { kind: 'instant'; operator: OrderOperator; atMs: number; day: number };

/** Places a condition; null if it holds for no value and for none. */
export function placementOf(
  condition: Condition,
  context: { attribute: Attribute | undefined; timeZone: string },
): Placement | null {
  const { attribute, timeZone } = context;
  const { operator, operand } = condition;
  if (!attribute?.enabled || !operatorsFor(attribute).includes(operator)) return null;
  if (operator === 'isEmpty' || operator === 'notEmpty') return { kind: 'filled' };
  if (operator === 'anyOf') {
    return Array.isArray(operand) ? equalTo(operand, attribute, timeZone) : null;
  }
  if (typeof operand !== 'string') return null;
  switch (operator) {
    case 'eq':
    case 'ne':
      return equalTo([operand], attribute, timeZone);
    case 'contains':
    case 'notContains':
      return { kind: 'contains', part: fold(operand) };
    case 'beginsWith':
      return { kind: 'begins', part: fold(operand) };
    case 'endsWith':
      return { kind: 'ends', part: fold(operand) };
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return ordered(operator, operand.trim(), attribute, timeZone);
  }
}

function equalTo(operands: readonly string[], { format }: Attribute, timeZone: string): Placement {
  const keys = operands.flatMap((operand): Scalar[] => {
    if (format === 'text') return [fold(operand)];
    if (format === 'boolean') return [operand === 'yes'];
    if (format === 'number') {
      const number = parseNumber(operand);
      return number === null ? [] : [number];
    }
    const date = parseDate(operand);
    return date ? [dayNumberOf(date, timeZone)] : [];
  });
  return { kind: 'equal', keys: [...new Set(keys)].sort() };
}

function ordered(
  operator: OrderOperator,
  operand: string,
  { format }: Attribute,
  timeZone: string,
): Placement | null {
  const at = format === 'date' ? null : parseNumber(operand);
  if (at !== null) return { kind: 'number', operator, at };
  const date = format === 'number' ? null : parseDate(operand);
  if (date === null) return null;
  const day = dayNumberOf(date, timeZone);
  return date.kind === 'day'
    ? { kind: 'day', operator, day }
    : { kind: 'instant', operator, atMs: date.atMs, day };
}
