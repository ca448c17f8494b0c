import type { Attribute, Scalar } from '@/lib/attributes/attribute';
import type { Operator } from './operator';
import type { Condition } from './segment';

/** One line of the truth table. */
export type TruthCase = {
  /** Undefined where the contact has no value. */
  value: Scalar | undefined;
  operator: Operator;
  operand: Condition['operand'];
  holds: boolean;
  note?: string;
};

/** Cases on one attribute in one time zone. */
export type TruthSection = {
  title: string;
  about: string;
  attribute: Pick<Attribute, 'format' | 'manager' | 'enabled'>;
  timeZone: string;
  cases: readonly TruthCase[];
};

/** An attribute and a time zone for a section. */
export function on(
  format: Attribute['format'],
  manager: Attribute['manager'] = 'agent',
  { enabled = true, timeZone = 'UTC' } = {},
): Pick<TruthSection, 'attribute' | 'timeZone'> {
  return { attribute: { format, manager, enabled }, timeZone };
}

/** One case, in the order a sentence has it. */
export function when(
  value: Scalar | undefined,
  operator: Operator,
  operand: Condition['operand'],
  holds: boolean,
  note?: string,
): TruthCase {
  return { value, operator, operand, holds, note };
}
