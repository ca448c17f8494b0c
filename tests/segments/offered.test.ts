import { expect, it } from 'vitest';
import { FORMATS } from '@/lib/attributes/attribute';
import { operandKind, operatorLabel, operatorsFor } from '@/lib/segments/offered';
import { OPERATORS } from '@/lib/segments/operator';

it.each([
  ['text', 'agent', 'eq ne contains notContains beginsWith endsWith anyOf notEmpty isEmpty'],
  ['number', 'channel', 'eq ne gt gte lt lte anyOf notEmpty isEmpty'],
  ['date', 'agent', 'eq ne gt gte lt lte notEmpty isEmpty'],
  ['boolean', 'agent', 'eq ne notEmpty isEmpty'],
  [
    'text',
    'crm',
    'eq ne gt gte lt lte contains notContains beginsWith endsWith anyOf notEmpty isEmpty',
  ],
  ['number', 'crm', 'eq ne gt gte lt lte anyOf notEmpty isEmpty'],
  ['date', 'crm', 'eq ne gt gte lt lte notEmpty isEmpty'],
  ['boolean', 'crm', 'eq ne gt gte lt lte notEmpty isEmpty'],
] as const)('a %s managed by %s is offered %s', (format, manager, operators) => {
  expect(operatorsFor({ format, manager }).join(' ')).toBe(operators);
});

it('no two operators offered together have the same words', () => {
  for (const format of FORMATS) {
    const words = operatorsFor({ format, manager: 'crm' }).map((operator) =>
      operatorLabel(operator, format),
    );
    expect(new Set(words).size).toBe(words.length);
  }
});

it('dates come before and after, numbers are more and less', () => {
  expect(operatorLabel('gt', 'date')).toBe('is after');
  expect(operatorLabel('gt', 'number')).toBe('is more than');
});

it('only “is one of” takes a list, and only the two on emptiness take nothing', () => {
  expect(OPERATORS.filter((operator) => operandKind(operator) === 'list')).toEqual(['anyOf']);
  expect(OPERATORS.filter((operator) => operandKind(operator) === 'none')).toEqual([
    'notEmpty',
    'isEmpty',
  ]);
});
