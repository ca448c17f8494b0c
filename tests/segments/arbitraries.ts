import fc from 'fast-check';
import { type Attribute, FORMATS, MANAGERS, type Scalar } from '@/lib/attributes/attribute';
import { operandKind, operatorsFor } from '@/lib/segments/offered';
import { type Condition, JOINS, type Segment } from '@/lib/segments/segment';
import { ownAttribute } from './catalogue';

/** Few words, so that values and operands often meet. */
const WORDS = [
  'fr',
  'FR-be',
  ' Fr',
  'straße',
  'STRASSE',
  'Οδυσσεύς',
  'ΟΔΥΣΣΕΎΣ',
  'a.c',
  '10',
  '9',
  '-2.5',
  '1e3',
  'x',
];
const DATES = [
  '2025-03-30',
  '2025-03-31',
  '2025-04-01',
  '2025-03-30T22:00:00Z',
  '2025-03-31T21:59:59.999Z',
  '2025-03-31T22:00:00Z',
  '2025-03-31T23:59:59-05:00',
  '2025-04-01T00:00:00+14:00',
];
const NUMBERS = ['0', '-0', '1', '1.0', '2', '10', '9', '-2.5', '1000'];

export const timeZones = fc.constantFrom('UTC', 'Europe/Brussels', 'America/New_York');

/** One attribute of each format and manager, some disabled. */
export const attributeLists: fc.Arbitrary<Attribute[]> = fc
  .array(fc.boolean(), { minLength: 12, maxLength: 12 })
  .map((disabled) =>
    FORMATS.flatMap((format) => MANAGERS.map((manager) => ({ format, manager }))).map(
      ({ format, manager }, index) =>
        ownAttribute(`${format}_${manager}`, {
          format,
          manager,
          enabled: index % 4 !== 0 || !disabled[index],
        }),
    ),
  );

/** What a contact may have for an attribute; undefined is no value. */
export function valuesOf({ format }: Attribute): fc.Arbitrary<Scalar | undefined> {
  const none = fc.constant(undefined);
  switch (format) {
    case 'text':
      return fc.oneof(
        none,
        fc.constantFrom('', ' \t', ...WORDS, ...DATES),
        fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...WORDS)).map((two) => two.join(' ')),
      );
    case 'number':
      return fc.oneof(none, fc.constantFrom(...NUMBERS).map(Number));
    case 'date':
      return fc.oneof(none, fc.constantFrom(...DATES));
    case 'boolean':
      return fc.oneof(none, fc.boolean());
  }
}

function operandsFor({ format }: Attribute): fc.Arbitrary<string> {
  switch (format) {
    case 'text':
      return fc.constantFrom(...WORDS, ...DATES);
    case 'number':
      return fc.constantFrom(...NUMBERS);
    case 'date':
      return fc.constantFrom(...DATES);
    case 'boolean':
      return fc.constantFrom('yes', 'no');
  }
}

/** Any condition that the desk accepts on the attribute. */
export function conditionsOn(attribute: Attribute): fc.Arbitrary<Condition> {
  return fc.constantFrom(...operatorsFor(attribute)).chain((operator) => {
    const condition = { attribute: attribute.key, operator };
    const operands = operandsFor(attribute);
    switch (operandKind(operator)) {
      case 'none':
        return fc.constant(condition);
      case 'one':
        return operands.map((operand): Condition => ({ ...condition, operand }));
      case 'list':
        return fc
          .array(operands, { minLength: 1, maxLength: 3 })
          .map((operand): Condition => ({ ...condition, operand }));
    }
  });
}

/** Any segment on these attributes. */
export function segmentsOn(attributes: Attribute[], id: string): fc.Arbitrary<Segment> {
  const condition = fc.constantFrom(...attributes).chain(conditionsOn);
  return fc.record({
    id: fc.constant(id),
    name: fc.constant(id),
    join: fc.constantFrom(...JOINS),
    conditions: fc.array(condition, { minLength: 1, maxLength: 4 }),
  });
}
