import { expect, test } from 'vitest';
import { attributesAfter } from '@/components/configuration/attributes-after';
import { parseDocument } from '@/components/configuration/parse-document';
import { lineChange, valueLines } from '@/components/configuration/value-lines';
import { catalogue } from '../segments/catalogue';

const lines = (field: string, value: unknown) => valueLines(field, value, catalogue());

test('a value of a configuration reads as people say it', () => {
  expect(lines('enabled', true)).toEqual(['yes']);
  expect(lines('autoResolveAfterHours', null)).toEqual([]);
  expect(lines('autoResolveAfterHours', 72)).toEqual(['72']);
  expect(lines('manager', 'crm')).toEqual(['From the CRM']);
  expect(lines('format', 'boolean')).toEqual(['Yes / no']);
  expect(lines('segments', ['VIP', 'Gold'])).toEqual(['VIP', 'Gold']);
  expect(
    lines('conditions', [
      { attribute: 'loyalty_status', operator: 'eq', operand: 'Gold' },
      { attribute: 'country', operator: 'anyOf', operand: ['Belgium', 'France'] },
      { attribute: 'not_here_yet', operator: 'notEmpty' },
    ]),
  ).toEqual([
    'Loyalty status is Gold',
    'Country is one of Belgium, France',
    'not_here_yet is not empty',
  ]);
  expect(lines('messenger.preChat', [{ attribute: 'email', required: true }])).toEqual([
    'Email, required',
  ]);
  expect(
    lines('webhook', {
      externalId: 'user.id',
      name: null,
      attributes: [{ attribute: 'page_url', path: 'page' }],
    }),
  ).toEqual(['externalId: user.id', 'attributes: Page URL from page']);
});

test('a condition on an attribute that comes with it reads by its label', () => {
  const field = (name: string, after: unknown) => ({ field: name, before: null, after });
  const seats = {
    name: 'seats',
    change: 'added' as const,
    fields: [field('label', 'Seats'), field('format', 'number'), field('manager', 'crm')],
  };
  const rest = { order: null, unchanged: 0, unmentioned: 0 };
  const parts = [{ part: 'attributes' as const, changes: [seats], ...rest }];
  const condition = { attribute: 'seats', operator: 'gt', operand: '1000' };
  const after = attributesAfter(catalogue(), { parts });
  expect(valueLines('conditions', [condition], after)).toEqual(['Seats is more than 1,000']);
});

test('of two lists only what goes and what comes is told, and all of both for another order', () => {
  expect(lineChange(['a', 'b'], ['b', 'c'])).toEqual({ gone: ['a'], come: ['c'] });
  expect(lineChange(['a', 'b'], ['b', 'a'])).toEqual({ gone: ['a', 'b'], come: ['b', 'a'] });
  expect(lineChange([], ['a', 'a'])).toEqual({ gone: [], come: ['a'] });
});

test.each([
  ['', /^This is not JSON/],
  ['{"a": }', /^This is not JSON/],
  ['[]', /no configuration/],
  ['null', /no configuration/],
  ['"{}"', /no configuration/],
])('%s is told not to be a document', (text, message) => {
  expect(parseDocument(text)).toEqual({ ok: false, message: expect.stringMatching(message) });
});

test('an object is one, whatever is in it', () => {
  expect(parseDocument(' {"version": 7} ')).toEqual({ ok: true, document: { version: 7 } });
});
