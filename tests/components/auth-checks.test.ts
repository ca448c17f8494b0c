import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { type Check, checkEmail, checkName, checkNewPassword } from '@/components/auth/checks';
import { refusalOf } from '@/components/auth/send';

const passes = (check: Check) => (text: string) => check(text) === null;
const fits = (schema: z.ZodType) => (text: string) => schema.safeParse(text).success;

const emailLike = fc.stringMatching(/^[a-z0-9._'+@ -]{0,12}@?[a-z0-9.-]{0,12}$/);

test.each<[string, Check, z.ZodType, fc.Arbitrary<string>]>([
  ['an e-mail address', checkEmail, z.email(), fc.oneof(fc.emailAddress(), emailLike, fc.string())],
  ['a name', checkName, z.string().trim().min(1).max(80), fc.string({ maxLength: 90 })],
  [
    'a new password',
    checkNewPassword,
    z.string().min(10).max(128),
    fc.string({ maxLength: 140, size: 'max' }),
  ],
])('%s passes exactly where zod lets it pass', (_, check, schema, texts) => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(passes(check)(text)).toBe(fits(schema)(text));
    }),
    { numRuns: 500 },
  );
});

test.each([
  'sam@example.com',
  "o'brien+desk@mail.example.co",
  '.sam@example.com',
  'sam..b@example.com',
  'sam@example',
  'sam@-example.com',
  'sam@example.c',
])('%s is judged as zod judges it', (text) => {
  expect(passes(checkEmail)(text)).toBe(fits(z.email())(text));
});

test('a refusal is in the words of the desk, or else of who keeps the passwords', () => {
  const ours = { error: { code: 'invalid', message: 'Too short.', field: 'password' } };
  expect(refusalOf(400, ours)).toMatchObject({
    status: 400,
    message: 'Too short.',
    code: 'invalid',
    field: 'password',
  });
  expect(refusalOf(401, { message: 'No.', code: 'NO' })).toMatchObject({ message: 'No.' });
});

test.each([
  null,
  'Bad gateway',
  [],
  {},
  { error: 'no' },
  { error: { message: 'No code.' } },
  { message: 3 },
])('an answer like %j has plain words of its own', (body) => {
  expect(refusalOf(502, body).message).toBe('The desk could not do this. Try again in a moment.');
});
