import { type Attribute, type Format, MAX_VALUE_LENGTH, type Scalar } from './attribute';
import { parseDate } from './dates';

export type ParsedValue = { ok: true; value: Scalar } | { ok: false; message: string };

const LABELS: Record<Format, string> = {
  text: 'Text',
  number: 'Number',
  date: 'Date',
  boolean: 'Yes/no',
};

/** What a format is called on a screen. */
export function formatLabel(format: Format): string {
  return LABELS[format];
}

/**
 * Takes a JSON value for an attribute as it is, or refuses it with a reason in the user's words.
 * Nothing is coerced: "5" is not a number, 1 is not yes. Null is not a value.
 */
export function parseValue(attribute: Pick<Attribute, 'format'>, input: unknown): ParsedValue {
  switch (attribute.format) {
    case 'text':
      return parseText(input);
    case 'number':
      if (typeof input !== 'number') return refuse(`This must be a number, not ${kindOf(input)}.`);
      if (!Number.isFinite(input)) return refuse('This must be a finite number.');
      return { ok: true, value: input };
    case 'date':
      return parseDateValue(input);
    case 'boolean':
      if (typeof input !== 'boolean') {
        return refuse(`This must be yes or no (true or false), not ${kindOf(input)}.`);
      }
      return { ok: true, value: input };
  }
}

/** Empty is: no value, or only white space. 0 and no are not empty. */
export function isEmptyValue(value: Scalar | undefined): boolean {
  return value === undefined || (typeof value === 'string' && value.trim() === '');
}

function parseText(input: unknown): ParsedValue {
  if (typeof input !== 'string') return refuse(`This must be text, not ${kindOf(input)}.`);
  if (input.length > MAX_VALUE_LENGTH) {
    return refuse(`This is ${input.length} characters long; at most ${MAX_VALUE_LENGTH} fit.`);
  }
  return { ok: true, value: input };
}

function parseDateValue(input: unknown): ParsedValue {
  if (typeof input !== 'string') return refuse(`This must be a date, not ${kindOf(input)}.`);
  if (parseDate(input)) return { ok: true, value: input };
  if (/^\d{4}-\d{2}-\d{2}$/.test(input)) return refuse(`${input} is not a day of the calendar.`);
  return refuse(
    'This must be a date: a day such as 2025-03-31, or a time with its offset such as 2025-03-31T09:30:00+02:00.',
  );
}

function refuse(message: string): ParsedValue {
  return { ok: false, message };
}

function kindOf(input: unknown): string {
  switch (typeof input) {
    case 'string':
      return 'text';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'yes or no';
    default:
      return Array.isArray(input) ? 'a list' : input == null ? 'nothing' : 'an object';
  }
}
