import type { Scalar } from '@/lib/attributes/attribute';
import type { ParsedValue } from '@/lib/attributes/formats';
import { parseValue } from '@/lib/attributes/formats';
import type { AttributeWire } from '@/lib/desk/wire';

/** A value as somebody types it: plain, so that it can be typed again. */
export function typedText(value: Scalar | undefined): string {
  return value === undefined ? '' : String(value);
}

/** What somebody typed for an attribute: a value, null for nothing, or why it does not fit. */
export function typedValue(
  attribute: Pick<AttributeWire, 'format'>,
  typed: string,
): ParsedValue | { ok: true; value: null } {
  const text = typed.trim();
  if (text === '') return { ok: true, value: null };
  if (attribute.format !== 'number') return parseValue(attribute, text);
  if (!/^-?\d+(\.\d+)?$/.test(text)) {
    return { ok: false, message: 'Enter a number, such as 12 or 3.5.' };
  }
  return parseValue(attribute, Number(text));
}
