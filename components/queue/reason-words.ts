import { valueText } from '@/components/workspace/value-text';
import type { Format, Manager } from '@/lib/attributes/attribute';
import type { MetCondition } from '@/lib/desk/wire';
import type { Operator } from '@/lib/segments/operator';

/** Where a value came from, after its condition. */
export const SOURCE_WORDS: Record<Manager, string> = {
  agent: 'set by an agent',
  channel: 'channel',
  crm: 'CRM',
};

const SIGNS: Partial<Record<Operator, string>> = {
  ne: '≠',
  gt: '>',
  gte: '≥',
  lt: '<',
  lte: '≤',
};

const PHRASES: Partial<Record<Operator, string>> = {
  contains: 'contains',
  notContains: 'does not contain',
  beginsWith: 'begins with',
  endsWith: 'ends with',
};

/**
 * Why a condition holds, in the order it is read: the attribute's label, a link word, then the
 * value and what it was compared with. "Twitter followers · 12,431 > 1,000", "VIP is yes".
 */
export type ReasonWords = { label: string; link: string; fact: string };

export function reasonWords(
  { attribute, operator, operand, value }: MetCondition,
  known: { label: string; format: Format } | undefined,
): ReasonWords {
  const label = known?.label ?? attribute;
  const format = known?.format ?? 'text';
  if (value === null) {
    const unknown = operator === 'isEmpty' ? 'is empty' : 'is not known';
    return { label, link: unknown, fact: '' };
  }
  const shown = valueText(value, format);
  const operands = operand === undefined ? [] : typeof operand === 'string' ? [operand] : operand;
  const compared = operands.map((one) => operandText(one, format)).join(', ');
  const sign = SIGNS[operator];
  const phrase = PHRASES[operator];
  if (sign) return { label, link: '', fact: `${shown} ${sign} ${compared}` };
  if (phrase) return { label, link: '', fact: `${shown} ${phrase} ${compared}` };
  if (operator === 'isEmpty') return { label, link: 'is empty', fact: '' };
  const link = format === 'boolean' || operator === 'notEmpty' ? 'is' : '=';
  return { label, link, fact: shown };
}

function operandText(operand: string, format: Format): string {
  const number = Number(operand);
  if (format === 'number' && operand !== '' && Number.isFinite(number)) {
    return valueText(number, format);
  }
  return valueText(operand, format);
}

/** 1st, 2nd, 3rd, 4th, 11th, 21st. */
export function ordinal(place: number): string {
  const tens = place % 100;
  const ones = place % 10;
  const teen = tens >= 11 && tens <= 13;
  const ending = teen ? 'th' : ones === 1 ? 'st' : ones === 2 ? 'nd' : ones === 3 ? 'rd' : 'th';
  return `${place.toLocaleString('en')}${ending}`;
}
