import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameSitePath } from '@/components/auth/same-site-path';

const HERE = 'https://desk.example';

test('after sign-in the page that was asked for opens, with its filter', () => {
  expect(sameSitePath('/queue/0192?segments=vip&match=all#last')).toBe(
    '/queue/0192?segments=vip&match=all#last',
  );
});

test.each([
  null,
  undefined,
  '',
  '/',
  'queue',
  'https://elsewhere.example/queue',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '/.//elsewhere.example',
  'javascript:alert(1)',
  '/sign-in?next=/queue',
])('%j leads to the queue', (asked) => {
  expect(sameSitePath(asked)).toBe('/queue');
});

test('nothing that is asked for leads to another site', () => {
  const pieces = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '\t',
    '\n',
    '@',
    ':',
    'a',
    'https',
    '?',
    '#',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const path = sameSitePath(`/${parts.join('')}`);
      expect(new URL(path, HERE).origin).toBe(HERE);
    }),
    { numRuns: 2000 },
  );
});
