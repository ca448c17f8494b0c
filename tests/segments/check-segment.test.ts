import { describe, expect, it } from 'vitest';
import {
  checkCondition,
  checkConditions,
  MAX_LIST_LENGTH,
  normaliseOperand,
} from '@/lib/segments/check-segment';
import { type Condition, MAX_CONDITIONS, MAX_OPERAND_LENGTH } from '@/lib/segments/segment';
import { catalogue, ownAttribute } from './catalogue';

const attributes = catalogue(
  ownAttribute('tier', { label: 'Tier', enabled: false }),
  ownAttribute('consent', { label: 'Consent', format: 'boolean', manager: 'crm' }),
);
const speaksFrench: Condition = { attribute: 'language', operator: 'eq', operand: 'fr' };

describe('an operand', () => {
  it.each([
    ['  fr ', 'fr'],
    ['"fr"', 'fr'],
    [' “fr” ', 'fr'],
    ['„fr“', 'fr'],
    ['" fr "', 'fr'],
    ['""fr""', '"fr"'],
    ['"fr', '"fr'],
    ['fr"', 'fr"'],
    ['"', '"'],
    ['""', ''],
    ["'fr'", "'fr'"],
    ['say "hi"', 'say "hi"'],
    ['"two\nlines"', 'two\nlines'],
  ])('needs no quotes: %j is kept as %j', (written, kept) => {
    expect(normaliseOperand(written)).toBe(kept);
  });
});

describe('a condition that fits', () => {
  it.each<[Condition, Condition['operand']]>([
    [{ attribute: 'language', operator: 'eq', operand: ' "fr" ' }, 'fr'],
    [{ attribute: 'twitter_followers', operator: 'gt', operand: ' -10.50 ' }, '-10.50'],
    [{ attribute: 'twitter_followers', operator: 'anyOf', operand: ['"1"', ' 2'] }, ['1', '2']],
    [{ attribute: 'vip', operator: 'ne', operand: 'no' }, 'no'],
    [{ attribute: 'customer_since', operator: 'lte', operand: '2024-02-29' }, '2024-02-29'],
    [
      { attribute: 'customer_since', operator: 'gt', operand: '2024-02-29T10:00:00+01:00' },
      '2024-02-29T10:00:00+01:00',
    ],
    [{ attribute: 'loyalty_status', operator: 'gte', operand: '1000' }, '1000'],
    [{ attribute: 'consent', operator: 'lt', operand: 'yes' }, 'yes'],
    [
      { attribute: 'name', operator: 'contains', operand: 'x'.repeat(MAX_OPERAND_LENGTH) },
      'x'.repeat(MAX_OPERAND_LENGTH),
    ],
  ])('is kept with its operand normalised: %j', (condition, operand) => {
    expect(checkCondition(condition, attributes)).toEqual({
      ok: true,
      condition: { ...condition, operand },
    });
  });

  it('on emptiness is kept without an operand', () => {
    const condition: Condition = { attribute: 'page_url', operator: 'notEmpty' };
    const checked = checkCondition({ ...condition, operand: undefined }, attributes);
    expect(checked).toStrictEqual({ ok: true, condition });
  });
});

describe('a condition is refused', () => {
  it.each<[string, Condition, string, string]>([
    [
      'on an unknown attribute',
      { attribute: 'shoe_size', operator: 'eq', operand: '1' },
      'attribute',
      'There is no attribute “shoe_size”.',
    ],
    [
      'on a disabled attribute',
      { attribute: 'tier', operator: 'eq', operand: '1' },
      'attribute',
      'Tier is disabled.',
    ],
    [
      'with an operator not offered for text that agents manage',
      { attribute: 'name', operator: 'gt', operand: '1' },
      'operator',
      '“is more than” is not offered for Name.',
    ],
    [
      'with an operator not offered for numbers',
      { attribute: 'twitter_followers', operator: 'contains', operand: '1' },
      'operator',
      '“contains” is not offered for Twitter followers.',
    ],
    [
      'without an operand',
      { attribute: 'name', operator: 'eq' },
      'operand',
      'Give what “Name is” compares with.',
    ],
    [
      'with a list where one operand is due',
      { attribute: 'name', operator: 'eq', operand: ['a'] },
      'operand',
      '“Name is” takes one, not a list.',
    ],
    [
      'with one operand where a list is due',
      { attribute: 'name', operator: 'anyOf', operand: 'a' },
      'operand',
      '“Name is one of” takes a list.',
    ],
    [
      'with an empty list',
      { attribute: 'name', operator: 'anyOf', operand: [] },
      'operand',
      'Give at least one for “Name is one of”.',
    ],
    [
      'with too long a list',
      {
        attribute: 'name',
        operator: 'anyOf',
        operand: Array.from({ length: MAX_LIST_LENGTH + 1 }, (_, index) => `${index}`),
      },
      'operand',
      '“Name is one of” takes at most 100.',
    ],
    [
      'with an operand on emptiness',
      { attribute: 'name', operator: 'isEmpty', operand: '' },
      'operand',
      '“Name is empty” takes nothing to compare with.',
    ],
    [
      'with too long an operand',
      { attribute: 'name', operator: 'eq', operand: 'x'.repeat(MAX_OPERAND_LENGTH + 1) },
      'operand',
      'What Name is compared with has at most 1000 characters.',
    ],
  ])('%s', (_, condition, field, message) => {
    expect(checkCondition(condition, attributes)).toEqual({ ok: false, field, message });
  });

  it.each(['', '  ', '""', '“ ”'])('with the empty operand %j', (operand) => {
    const refused = {
      ok: false,
      field: 'operand',
      message: 'Give what Language is compared with.',
    };
    expect(checkCondition({ ...speaksFrench, operand }, attributes)).toEqual(refused);
    const list: Condition = { attribute: 'language', operator: 'anyOf', operand: ['fr', operand] };
    expect(checkCondition(list, attributes)).toEqual(refused);
  });

  it.each([
    ['twitter_followers', ['1e3', '1,000', '.5', '5.', '+5', '0x10', 'many', '9'.repeat(400)]],
    ['vip', ['true', 'Yes', '1']],
    ['customer_since', ['2025-02-30', '31/03/2025', 'yesterday', '2025-03-31T10:00:00']],
  ])('with an operand that does not fit %s', (attribute, operands) => {
    for (const operand of operands) {
      expect(checkCondition({ attribute, operator: 'eq', operand }, attributes)).toMatchObject({
        ok: false,
        field: 'operand',
        message: expect.stringContaining('is compared with'),
      });
    }
  });
});

it('a segment made before its attribute was disabled can still be edited', () => {
  const condition: Condition = { attribute: 'tier', operator: 'eq', operand: '1' };
  const keepDisabled = new Set(['tier']);
  expect(checkCondition(condition, attributes, { keepDisabled })).toEqual({ ok: true, condition });
});

describe('the conditions of a segment', () => {
  it('are given back with normalised operands, in order', () => {
    const second: Condition = { attribute: 'country', operator: 'eq', operand: '“BE”' };
    expect(checkConditions('any', [speaksFrench, second], attributes)).toEqual({
      ok: true,
      conditions: [speaksFrench, { ...second, operand: 'BE' }],
    });
  });

  it('are refused with the path of what was wrong', () => {
    const wrong: Condition = { attribute: 'vip', operator: 'eq', operand: 'maybe' };
    expect(checkConditions('all', [speaksFrench, wrong], attributes)).toEqual({
      ok: false,
      field: 'conditions.1.operand',
      message: 'VIP is compared with yes or no.',
    });
  });

  it('are from one to twenty', () => {
    const most = Array.from({ length: MAX_CONDITIONS }, () => speaksFrench);
    expect(checkConditions('all', most, attributes)).toMatchObject({ ok: true });
    for (const conditions of [[], [...most, speaksFrench]]) {
      expect(checkConditions('all', conditions, attributes)).toMatchObject({
        ok: false,
        field: 'conditions',
      });
    }
  });

  it('are joined by all or any, nothing else', () => {
    expect(checkConditions('none', [speaksFrench], attributes)).toMatchObject({
      ok: false,
      field: 'join',
    });
  });
});
