import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { inputError } from '@/lib/desk/wire-error';

const schema = z.strictObject({
  name: z.string().min(1).max(80).regex(/\S/, 'A name shows.'),
  code: z
    .string()
    .min(3)
    .regex(/^[a-z]+$/)
    .optional(),
  join: z.enum(['all', 'any']).optional(),
  status: z.literal('resolved').optional(),
  limit: z.int().min(1).max(200).optional(),
  size: z.number().optional(),
  active: z.boolean().optional(),
  conditions: z
    .array(z.strictObject({ operator: z.string() }))
    .min(1)
    .max(20)
    .optional(),
  operand: z.union([z.string().max(1_000), z.array(z.string().max(1_000)).max(2)]).optional(),
  values: z.record(z.string(), z.unknown()).optional(),
  at: z.iso.datetime({ offset: true }).optional(),
  email: z.email().optional(),
});

const REFUSED: [what: string, input: unknown, field: string | undefined, message: string][] = [
  ['a missing field', {}, 'name', 'This is required.'],
  ['a number for text', { name: 5 }, 'name', 'This must be text.'],
  ['null for text', { name: null }, 'name', 'This must be text.'],
  ['empty text', { name: '' }, 'name', 'This must not be empty.'],
  ['text that is too long', { name: 'x'.repeat(81) }, 'name', 'At most 80 characters.'],
  ['text that is too short', { code: 'ab' }, 'code', 'At least 3 characters.'],
  ['text in the wrong pattern', { code: 'ABC' }, 'code', 'This is not written as it should be.'],
  ['a word that is not offered', { join: 'none' }, 'join', 'Choose one of: all, any.'],
  ['not the only word', { status: 'new' }, 'status', 'This must be resolved.'],
  ['a number that is too small', { limit: 0 }, 'limit', '1 or more.'],
  ['a number that is too large', { limit: 201 }, 'limit', '200 or less.'],
  ['a fraction for a whole number', { limit: 1.5 }, 'limit', 'This must be a whole number.'],
  ['text for a number', { size: '5' }, 'size', 'This must be a number.'],
  ['text for true or false', { active: 'yes' }, 'active', 'This must be true or false.'],
  ['text for a list', { conditions: 'x' }, 'conditions', 'This must be a list.'],
  ['an empty list', { conditions: [] }, 'conditions', 'At least 1 in this list.'],
  ['text in a list of objects', { conditions: ['x'] }, 'conditions.0', 'This must be an object.'],
  ['a list for an object', { values: [] }, 'values', 'This must be an object.'],
  ['an operand of no kind', { operand: 5 }, 'operand', 'This does not fit here.'],
  ['an operand too long', { operand: 'x'.repeat(1_001) }, 'operand', 'At most 1,000 characters.'],
  ['too many operands', { operand: ['a', 'b', 'c'] }, 'operand', 'At most 2 in this list.'],
  [
    'a day for a time',
    { at: '2026-03-02' },
    'at',
    'This must be a time with its offset, such as 2026-03-02T09:31:00Z.',
  ],
  ['half an address', { email: 'sam@' }, 'email', 'This must be an e-mail address.'],
  ['a field nobody knows', { x: 1 }, 'x', 'There is no field called x here.'],
  ['no object at all', 'x', undefined, 'This must be an object.'],
];

describe('refused input is told in plain words:', () => {
  test.each(REFUSED)('%s', (_, input, field, message) => {
    const named = field !== 'name' && typeof input === 'object' ? { name: 'Ann', ...input } : input;
    const { error } = schema.safeParse(named);
    expect(error && inputError(error)).toEqual({ code: 'invalid', message, field });
  });

  test("a schema's own words go before", () => {
    const { error } = schema.safeParse({ name: ' ' });
    expect(error && inputError(error)).toMatchObject({ message: 'A name shows.' });
  });
});
