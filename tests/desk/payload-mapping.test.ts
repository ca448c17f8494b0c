import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STANDARD_ATTRIBUTES } from '@/lib/attributes/standard-attributes';
import {
  MAPPED_FIELDS,
  mapPayload,
  type PayloadMapping,
  tryAttribute,
  tryField,
} from '@/lib/desk/payload-mapping';
import { parsePath, readPath } from '@/lib/desk/payload-path';

const ATTRIBUTES = new Map(STANDARD_ATTRIBUTES.map((one) => [one.key, one]));
const JSON_TEXT = `{
  "user": { "id": 7, "first name": "Léa", "tags": ["a", { "b": true }], "constructor": "own" },
  "items": [{ "id": "i-1" }, { "id": "i-2" }],
  "a.b": 1,
  "": 2,
  "__proto__": { "polluted": true }
}`;
const BODY = JSON.parse(JSON_TEXT);

describe('a path into a body', () => {
  it.each([
    ['user.id', 7],
    [' user.id ', 7],
    ['user.first name', 'Léa'],
    ['user["first name"]', 'Léa'],
    ['["a.b"]', 1],
    ['items[0].id', 'i-1'],
    ['items[1]["id"]', 'i-2'],
    ['user.tags[1].b', true],
    ['user.constructor', 'own'],
  ])('%s finds what lies there', (path, found) => {
    expect(readPath(BODY, path)).toBe(found);
  });

  it.each([
    'user.missing',
    'user.id.more',
    'items.0',
    'items.length',
    'items[2]',
    'user[0]',
    'constructor',
    'toString',
    'user.toString',
    'polluted',
  ])('%s finds nothing, and nothing that every object inherits', (path) => {
    expect(parsePath(path).ok).toBe(true);
    expect(readPath(BODY, path)).toBeUndefined();
  });

  it.each([
    '',
    '.',
    'a.',
    '.a',
    'a..b',
    'a[',
    'a[]',
    'a[-1]',
    'a[1',
    'a[b]',
    'a[""]',
    'a]b',
    'a"b',
    '__proto__',
    'a["__proto__"].b',
    'x'.repeat(201),
    Array.from({ length: 21 }, () => 'a').join('.'),
  ])('%s is none, and says so', (path) => {
    expect(parsePath(path)).toEqual({ ok: false, message: expect.stringMatching(/^[A-Z].*\.$/) });
    expect(readPath(BODY, path)).toBeUndefined();
  });

  it('never throws, whatever is written and whatever it meets', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (path, json) => {
        readPath(json, path);
      }),
    );
  });
});

const MAPPING: PayloadMapping = {
  externalId: 'id',
  name: 'name',
  text: 'text',
  messageId: 'message',
  sentAt: 'at',
  attributes: [
    { attribute: 'twitter_followers', path: 'followers' },
    { attribute: 'page_url', path: 'url' },
  ],
};

describe('a mapping tried on a sample', () => {
  /** A body that may have anything at all where the mapping looks. */
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 1 }),
    fc.constantFrom('2026-03-02T09:31:00Z', 1_772_443_860, '\0', '\ud800', ' ', 2 ** 60),
  );
  const bodies = fc.record(
    {
      id: anything,
      name: anything,
      text: anything,
      message: anything,
      at: anything,
      followers: anything,
      url: anything,
    },
    { requiredKeys: [] },
  );

  it('shows what a real webhook of the same body would give, and what would be refused', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const tried = new Map(
          MAPPED_FIELDS.map((field) => [field, tryField(field, MAPPING[field] ?? '', body)]),
        );
        const mapped = mapPayload(MAPPING, body);
        const isFatal = [...tried.values()].some((one) => one.isFatal);
        if (isFatal) expect(mapped.ok).toBe(false);
        if (!mapped.ok) {
          const says = tried.get(mapped.field)?.problem ?? mapped.message;
          expect(mapped.message).toBe(says);
          return;
        }
        const { payload } = mapped;
        expect(payload.externalId).toBe(tried.get('externalId')?.gives);
        expect(payload.text).toBe(tried.get('text')?.gives);
        expect(payload.messageId).toBe(tried.get('messageId')?.gives);
        expect(payload.name ?? null).toBe(tried.get('name')?.gives);
        const at = payload.sentAt === null ? null : new Date(payload.sentAt).toISOString();
        expect(at).toBe(tried.get('sentAt')?.gives);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['followers', 12_431, '12431', null],
    ['followers', '12,431', null, 'This must be a number, not text.'],
    ['followers', null, null, null],
    ['url', 'https://a.b', 'https://a.b', null],
    ['url', 'a\0', null, 'This has a NUL character, or half of one that takes two.'],
  ])('%s with %j gives %j', (path, value, gives, problem) => {
    const attribute = path === 'url' ? 'page_url' : 'twitter_followers';
    const tried = tryAttribute(ATTRIBUTES, { attribute, path }, { [path]: value });
    expect(tried).toMatchObject({ gives, problem, isFatal: false });
  });

  it.each([
    ['loyalty_status', 'Loyalty status is managed by the CRM.'],
    ['shoe_size', 'There is no attribute shoe_size.'],
  ])('says why %s is not the channel’s to fill', (attribute, problem) => {
    expect(tryAttribute(ATTRIBUTES, { attribute, path: 'a' }, { a: 'x' })).toMatchObject({
      problem,
    });
  });
});
