import type { Attributes, ContactValues, Scalar } from '@/lib/attributes/attribute';
import { parseDate } from '@/lib/attributes/dates';
import { fold } from '@/lib/segments/fold';
import type { Operator } from '@/lib/segments/operator';
import type { Segment } from '@/lib/segments/segment';

/** A contact as the engines take it: text folded, dates as day numbers, null where nothing is known. */
export type Facts = Record<string, Scalar | null>;

/** A condition as the engines take it, its operands prepared like the facts. */
export type PlainCondition = {
  key: string;
  operator: Operator;
  /** One, but for anyOf; none for emptiness. */
  operands: Scalar[];
};

export type PlainSegment = { id: string; all: boolean; conditions: PlainCondition[] };

export function factsOf(values: ContactValues, attributes: Attributes): Facts {
  const facts = [...attributes.keys()].map((key) => [key, factOf(values.get(key)?.value)]);
  // An engine without a word for null is given one.
  return { none: null, ...Object.fromEntries(facts) };
}

/** Folding and reading dates is done for the engines beforehand, at no cost to them. */
export function factOf(value: Scalar | undefined): Scalar | null {
  if (value === undefined) return null;
  if (typeof value !== 'string') return value;
  const date = parseDate(value);
  return date?.kind === 'day' ? date.dayNumber : fold(value);
}

export function plainSegments(
  segments: readonly Segment[],
  attributes: Attributes,
): PlainSegment[] {
  return segments.map(({ id, join, conditions }) => ({
    id,
    all: join === 'all',
    conditions: conditions.map(({ attribute, operator, operand = [] }) => {
      const format = attributes.get(attribute)?.format;
      return {
        key: attribute,
        operator,
        operands: [operand].flat().map((text) => {
          if (format === 'number') return Number(text);
          if (format === 'boolean') return text === 'yes';
          return factOf(text) ?? text;
        }),
      };
    }),
  }));
}
