import type { Attribute, Attributes, ContactValues, Scalar } from '@/lib/attributes/attribute';
import type { Condition, Segment } from '@/lib/segments/segment';

/** The evaluator as one would explain it: slow, and with nothing in common with the real one. */
export function naiveSegment(
  segment: Pick<Segment, 'join' | 'conditions'>,
  values: ContactValues,
  attributes: Attributes,
  timeZone: string,
): boolean {
  const held = segment.conditions.filter((condition) =>
    naiveCondition(
      condition,
      values.get(condition.attribute)?.value,
      attributes.get(condition.attribute),
      timeZone,
    ),
  );
  return segment.join === 'all' ? held.length === segment.conditions.length : held.length > 0;
}

export function naiveCondition(
  condition: Condition,
  value: Scalar | undefined,
  attribute: Attribute | undefined,
  timeZone: string,
): boolean {
  if (attribute === undefined || !attribute.enabled) return false;
  const list = typeof condition.operand === 'string' ? [condition.operand] : condition.operand;
  const operand = list?.[0] ?? '';
  const text = folded(String(value));
  const part = folded(operand);
  const order =
    value === undefined ? Number.NaN : compare(attribute, String(value), operand, timeZone);
  switch (condition.operator) {
    case 'isEmpty':
      return value === undefined || /^\s*$/.test(String(value));
    case 'notEmpty':
      return value !== undefined && /\S/.test(String(value));
    case 'ne':
      return value === undefined || !equal(attribute, value, operand, timeZone);
    case 'eq':
    case 'anyOf':
      return (
        value !== undefined && (list ?? []).some((one) => equal(attribute, value, one, timeZone))
      );
    case 'contains':
      return value !== undefined && text.split(part).length > 1;
    case 'notContains':
      return value === undefined || text.split(part).length === 1;
    case 'beginsWith':
      return value !== undefined && text.slice(0, part.length) === part;
    case 'endsWith':
      return value !== undefined && text.slice(-part.length) === part;
    case 'gt':
      return order > 0;
    case 'gte':
      return order >= 0;
    case 'lt':
      return order < 0;
    case 'lte':
      return order <= 0;
  }
}

function equal(attribute: Attribute, value: Scalar, operand: string, timeZone: string): boolean {
  switch (attribute.format) {
    case 'text':
      return folded(String(value)) === folded(operand);
    case 'number':
      return value === Number(operand);
    case 'boolean':
      return (value ? 'yes' : 'no') === operand;
    case 'date':
      return localDay(String(value), timeZone) === localDay(operand, timeZone);
  }
}

/** Below, at or above 0; NaN, which is none of these, where there is no order. */
function compare(attribute: Attribute, value: string, operand: string, timeZone: string): number {
  const [left, right] = [value.trim(), operand.trim()];
  const isNumber = (text: string) => /^-?\d+(\.\d+)?$/.test(text);
  const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
  const isInstant = (text: string) => /T.*(Z|[+-]\d\d:\d\d)$/.test(text);
  if (attribute.format === 'boolean') return Number.NaN;
  if (attribute.format === 'number') return Number(left) - Number(right);
  if (isNumber(left) && isNumber(right)) return Number(left) - Number(right);
  if (isInstant(left) && isInstant(right)) return Date.parse(left) - Date.parse(right);
  if ((isDay(left) || isInstant(left)) && (isDay(right) || isInstant(right))) {
    return Date.parse(localDay(left, timeZone)) - Date.parse(localDay(right, timeZone));
  }
  return Number.NaN;
}

/** The Swedish write dates as ISO does. */
function localDay(date: string, timeZone: string): string {
  if (!date.includes('T')) return date;
  return new Date(date).toLocaleDateString('sv-SE', { timeZone });
}

function folded(text: string): string {
  const lower = text.normalize('NFC').trim().toUpperCase().toLowerCase();
  return lower.split('ς').join('σ').normalize('NFC');
}
