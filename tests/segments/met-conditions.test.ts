import { expect, it } from 'vitest';
import { compileMet } from '@/lib/segments/met-conditions';
import type { Condition } from '@/lib/segments/segment';
import { catalogue, contactValues, ownAttribute, written } from './catalogue';

const inBelgium: Condition = { attribute: 'country', operator: 'eq', operand: 'BE' };
const belgianPhone: Condition = { attribute: 'phone', operator: 'contains', operand: '+32' };
const notGold: Condition = { attribute: 'loyalty_status', operator: 'ne', operand: 'gold' };
const context = { attributes: catalogue(), timeZone: 'UTC' };

it('only the conditions that hold are told, each with its value', () => {
  const segment = { conditions: [inBelgium, belgianPhone] };
  const values = contactValues({ country: 'FR', phone: '+32 2 555' });
  expect(compileMet(segment, context)(values)).toEqual([
    { condition: belgianPhone, value: written('+32 2 555') },
  ]);
});

it('a condition that holds because nothing is known is told without a value', () => {
  const values = contactValues({ country: 'be' });
  expect(compileMet({ conditions: [notGold, inBelgium] }, context)(values)).toEqual([
    { condition: notGold, value: undefined },
    { condition: inBelgium, value: written('be') },
  ]);
});

it('a condition on a disabled attribute is not told', () => {
  const attributes = catalogue(ownAttribute('country', { enabled: false }));
  const values = contactValues({ country: 'BE' });
  expect(compileMet({ conditions: [inBelgium] }, { ...context, attributes })(values)).toEqual([]);
});
