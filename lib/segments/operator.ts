/** The operators of conditions, in the order a dropdown shows them. */
export const OPERATORS = [
  'eq',
  'ne',
  'gt',
  'gte',
  'lt',
  'lte',
  'contains',
  'notContains',
  'beginsWith',
  'endsWith',
  'anyOf',
  'notEmpty',
  'isEmpty',
] as const;
export type Operator = (typeof OPERATORS)[number];
