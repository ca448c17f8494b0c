import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attribute } from '@/lib/attributes/attribute';
import {
  fillPlaceholders,
  gapsLeft,
  partsOf,
  placeholderKeys,
  placeholderProblem,
} from '@/lib/attributes/placeholders';
import { STANDARD_ATTRIBUTES } from '@/lib/attributes/standard-attributes';

const LOYALTY = 'Loyalty status';
const attributes = new Map<string, Attribute>(
  STANDARD_ATTRIBUTES.map((attribute) => [
    attribute.key,
    { ...attribute, enabled: attribute.key !== 'phone' },
  ]),
);

const known = (values: Record<string, string>) => {
  const texts = new Map(Object.entries(values));
  return (key: string) => ({
    label: attributes.get(key)?.label ?? key,
    text: texts.get(key) ?? null,
  });
};
const nothing = known({});

describe('a placeholder', () => {
  it.each([
    ['Hello {{name}}!', 'Hello Ann!'],
    ['Hello {{ name }}!', 'Hello Ann!'],
    ['{{name}}{{name}}', 'AnnAnn'],
    ['{{name|there}}', 'Ann'],
    ['{{country|your country}}', 'your country'],
    ['{{ country | your | country }}', 'your | country'],
    ['A{{country|}}B', 'AB'],
    ['Yours,\n{{my_name}}', 'Yours,\nSam'],
    ['{{{name}}}', '{Ann}'],
    ['{name} } {{ name', '{name} } {{ name'],
    ['{{name}', '{{name}'],
    ['', ''],
  ])('in %j is filled: %j', (text, filled) => {
    expect(fillPlaceholders(text, known({ name: 'Ann', my_name: 'Sam' }))).toEqual({
      text: filled,
      gaps: [],
    });
  });

  it('without value and fallback is left as its label, with its place', () => {
    const { text, gaps } = fillPlaceholders('{{name}}, {{loyalty_status}} since {{name}}', nothing);
    expect(text).toBe('[Name], [Loyalty status] since [Name]');
    expect(gaps.map(({ label, start, end }) => [label, text.slice(start, end)])).toEqual([
      ['Name', '[Name]'],
      [LOYALTY, '[Loyalty status]'],
      ['Name', '[Name]'],
    ]);
  });

  it('is found again in a text until it is filled by hand', () => {
    const { text, gaps } = fillPlaceholders('{{name}} ({{loyalty_status}}, {{name}})', nothing);
    const labels = gaps.map(({ label }) => label);
    expect(gapsLeft(text, labels)).toEqual(gaps);
    expect(gapsLeft(text.replace('[Name]', 'Ann'), labels)).toHaveLength(2);
    expect(gapsLeft('Ann (Gold, Ann)', labels)).toEqual([]);
  });
});

describe('a text is refused', () => {
  it.each([
    ['Hello {{nmae}}', 'There is no attribute “nmae”. A placeholder is its key, such as {{name}}.'],
    ['{{Name}}', 'There is no attribute “Name”. A placeholder is its key, such as {{name}}.'],
    ['{{constructor}}', expect.stringContaining('“constructor”')],
    ['{{a\n b|c}}', expect.stringContaining('“a b”')],
    [`{{${'x'.repeat(500)}}}`, expect.stringMatching(/^.{0,160}$/)],
    ['{{}}', expect.stringContaining('is empty')],
    ['{{ |there}}', expect.stringContaining('is empty')],
    ['{{phone}}', 'Phone is disabled.'],
    ['Hello {{name}, yours', expect.stringContaining('“{{name}, yours” is not closed')],
    ['{{name}} and {{', expect.stringContaining('“{{” is not closed')],
    ['{{name|{{country}}}}', expect.stringContaining('is not closed')],
  ])('in the user’s words: %j', (text, problem) => {
    expect(placeholderProblem(text, attributes)).toEqual(problem);
  });

  it.each(['Hello', '{{name}}', '{{my_name}}', '{{name|there}}', '{a} }} { {', '{{{name}}}'])(
    'but not %j',
    (text) => {
      expect(placeholderProblem(text, attributes)).toBeNull();
    },
  );

  it('unless what is disabled was there before', () => {
    const keepDisabled = placeholderKeys('Call {{phone}} or {{phone|us}}');
    expect(keepDisabled).toEqual(new Set(['phone']));
    expect(placeholderProblem('{{phone}}', attributes, { keepDisabled })).toBeNull();
  });
});

/** Texts full of what placeholders are made of, and of what replacing might trip over. */
const pieces = fc.constantFrom(
  ...['{', '}', '{{', '}}', '|', '{{name}}', '{{country|x}}', '{{loyalty_status}}', '{{my_name}}'],
  ...['$&', '$1', '\\', '[Name]', '\n', ' ', '<b>', 'é', '😀', '\u202e'],
);
const texts = fc
  .array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 12 })
  .map((parts) => parts.join(''));
const values = fc.record(
  { name: texts, country: texts, loyalty_status: texts, my_name: texts },
  { requiredKeys: [] },
);

/** Fills as a reader would with a finger on the text: from the left, a sign at a time. */
function naive(text: string, value: (key: string) => { label: string; text: string | null }) {
  let filled = '';
  for (let at = 0; at < text.length; ) {
    const close = text.indexOf('}}', at + 2);
    const inside = text.slice(at + 2, close);
    if (!text.startsWith('{{', at) || close < 0 || /[{}]/.test(inside)) {
      filled += text.charAt(at);
      at += 1;
      continue;
    }
    const [key = '', ...fallback] = inside.split('|');
    const { label, text: own } = value(key.trim());
    filled += own ?? (fallback.length > 0 ? fallback.join('|').trim() : `[${label}]`);
    at = close + 2;
  }
  return filled;
}

describe('whatever a text and its values are', () => {
  it('its parts, one after the other, are the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(
          partsOf(text)
            .map(({ source }) => source)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('filling changes nothing outside of placeholders, and reads no value as one', () => {
    fc.assert(
      fc.property(texts, values, (text, own) => {
        const filled = fillPlaceholders(text, known(own));
        expect(filled.text).toBe(naive(text, known(own)));
        for (const { label, start, end } of filled.gaps)
          expect(filled.text.slice(start, end)).toBe(`[${label}]`);
        const outside = partsOf(text).filter(({ placeholder }) => placeholder === null);
        let from = 0;
        for (const { source } of outside) {
          const at = filled.text.indexOf(source, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + source.length;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('a text that may be kept has nothing left that looks like a placeholder', () => {
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(placeholderProblem(text, attributes) === null);
        const plain = known({ name: 'Ann', country: 'BE', loyalty_status: 'Gold', my_name: 'Sam' });
        expect(fillPlaceholders(text, plain).text).not.toMatch(/\{\{[^{}]*\}\}/);
      }),
      { numRuns: 500 },
    );
  });
});
