import type { Attribute, Attributes } from '@/lib/attributes/attribute';
import { parseValue } from '@/lib/attributes/formats';
import { invalid } from '@/lib/desk/errors';
import type { PreChatField } from '@/lib/desk/facts';

const NUMBER = /^-?\d+(\.\d+)?$/;
const YES_NO = new Map([
  ['yes', true],
  ['no', false],
]);

/**
 * What a visitor answered before the first message, by attribute key. Throws `invalid`, naming the
 * field, for what is missing or does not fit: they still have it before them.
 */
export function preChatValues(
  asked: readonly PreChatField[],
  answers: Readonly<Record<string, string>>,
  attributes: Attributes,
): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const { attribute: key, required } of asked) {
    const attribute = attributes.get(key);
    // One that was disabled or deleted since is not asked for.
    if (!attribute?.enabled) continue;
    const text = (Object.hasOwn(answers, key) ? (answers[key] ?? '') : '').trim();
    if (text === '') {
      if (required) throw invalid(`Please fill in ${attribute.label}.`, `answers.${key}`);
      continue;
    }
    const value = typed(attribute, text);
    const parsed = parseValue(attribute, value);
    if (!parsed.ok) throw invalid(parsed.message, `answers.${key}`);
    values.set(key, value);
  }
  return values;
}

/** What was typed, as a value of the attribute's format if it can be one. */
function typed({ format }: Attribute, text: string): unknown {
  if (format === 'number' && NUMBER.test(text)) return Number(text);
  if (format === 'boolean') return YES_NO.get(text.toLowerCase()) ?? text;
  return text;
}
