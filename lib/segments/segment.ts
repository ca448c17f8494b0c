import type { Operator } from './operator';

/** One attribute, one operator, one operand (a list for anyOf, none for notEmpty and isEmpty). */
export type Condition = {
  attribute: string;
  operator: Operator;
  operand?: string | string[];
};

export const JOINS = ['all', 'any'] as const;
export type Join = (typeof JOINS)[number];

/** A named set of conditions, joined by all or any. */
export type Segment = {
  id: string;
  name: string;
  join: Join;
  conditions: readonly Condition[];
};

/** Every desk has it; nobody can edit or delete it. */
export const VIP_SEGMENT: Segment = {
  id: 'vip',
  name: 'VIP',
  join: 'all',
  conditions: [{ attribute: 'vip', operator: 'eq', operand: 'yes' }],
};

export const MAX_CONDITIONS = 20;
export const MAX_OPERAND_LENGTH = 1_000;
export const MAX_SEGMENTS = 10_000;
export const MAX_SEGMENT_NAME_LENGTH = 80;
