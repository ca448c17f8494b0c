import type { Format, Scalar } from '@/lib/attributes/attribute';
import { type ParsedDate, parseDate } from '@/lib/attributes/dates';
import { dayNumberOf } from './calendar';
import { dateIn } from './date-values';
import { parseNumber } from './numbers';

export type OrderOperator = 'gt' | 'gte' | 'lt' | 'lte';

type ValueTest = (value: Scalar) => boolean;

/** What each operator asks of the value less the operand. */
const HOLDS: Record<OrderOperator, (difference: number) => boolean> = {
  gt: (difference) => difference > 0,
  gte: (difference) => difference >= 0,
  lt: (difference) => difference < 0,
  lte: (difference) => difference <= 0,
};

/**
 * Tests a value's order against an operand. Text is compared as numbers if both sides are numbers,
 * as dates if both are dates; what has no order never holds.
 */
export function orderTest(
  operator: OrderOperator,
  operand: string,
  format: Format,
  timeZone: string,
): ValueTest {
  const holds = HOLDS[operator];
  const number = format === 'date' ? null : parseNumber(operand.trim());
  if (number !== null) {
    return (value) => {
      const left = numberOf(value);
      return left !== null && holds(left - number);
    };
  }
  const date = format === 'number' ? null : parseDate(operand.trim());
  if (date === null) return () => false;
  const difference = dateDifference(date, timeZone);
  return (value) => {
    const left = dateIn(value);
    return left !== null && holds(difference(left));
  };
}

/** Tests whether a date falls on the operand's calendar day in the time zone. */
export function sameDayTest(operand: string, timeZone: string): ValueTest {
  const date = parseDate(operand);
  if (date === null) return () => false;
  const day = dayNumberOf(date, timeZone);
  return (value) => {
    const left = dateIn(value);
    return left !== null && dayNumberOf(left, timeZone) === day;
  };
}

/** Two instants differ in milliseconds; where one side is a day, both are taken as days. */
function dateDifference(right: ParsedDate, timeZone: string): (left: ParsedDate) => number {
  const rightDay = dayNumberOf(right, timeZone);
  return (left) =>
    left.kind === 'instant' && right.kind === 'instant'
      ? left.atMs - right.atMs
      : dayNumberOf(left, timeZone) - rightDay;
}

function numberOf(value: Scalar): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? parseNumber(value.trim()) : null;
}
