import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AttributeValue, ContactValues, Scalar } from '@/lib/attributes/attribute';
import { STANDARD_ATTRIBUTES } from '@/lib/attributes/standard-attributes';
import { saveSegment } from '@/lib/commands/segments/save-segment';
import type { ContactFilter } from '@/lib/desk/contact-filter';
import type { Ctx } from '@/lib/desk/context';
import { type ContactsRequest, findContacts } from '@/lib/desk/reads/contacts';
import type { FoundContacts } from '@/lib/desk/wire-contacts';
import { SEGMENT_MATCHES } from '@/lib/ranking/filter';
import { type Condition, JOINS } from '@/lib/segments/segment';
import { deskOfTest } from '../desk/desk-of-test';
import { makeContacts } from '../desk/many-contacts';
import { slowDisk } from '../desk/slow-disk';
import { conditionsOn, valuesOf } from '../segments/arbitraries';
import { naiveSegment } from '../segments/oracle';

const CONTACTS = 1_500;
/** What nearly everybody meets, on so many attributes that they take many reads. */
const LONG = [
  'country',
  'name',
  'email',
  'phone',
  'language',
  'page_url',
  'referrer',
  'device_platform',
  'loyalty_status',
].map((attribute): Condition => ({ attribute, operator: 'ne', operand: 'zzz' }));

let tested: Awaited<ReturnType<typeof deskOfTest>>;
let ctx: Ctx;
/** The newest first, with what is known of each. */
let contacts: { id: string; values: ContactValues }[];

beforeAll(async () => {
  tested = await deskOfTest({ people: 1 });
  const [caller] = tested.callers;
  if (!caller) throw new Error('There is nobody.');
  ctx = { desk: tested.desk, caller };
  // Of ordinary attributes, so that conditions on several often meet.
  const values = fc.sample(
    fc.record(Object.fromEntries(STANDARD_ATTRIBUTES.map((one) => [one.key, valuesOf(one)]))),
    { numRuns: CONTACTS, seed: 7 },
  );
  const known = values.map((of) =>
    Object.entries(of).flatMap(([key, value]): [string, Scalar][] =>
      value === undefined ? [] : [[key, value]],
    ),
  );
  const ids = await makeContacts(tested.desk, CONTACTS, (place) =>
    Object.fromEntries(known[place] ?? []),
  );
  contacts = ids
    .map((id, place) => ({
      id,
      values: new Map(
        (known[place] ?? []).map(([key, value]): [string, AttributeValue] => [
          key,
          { value, source: 'crm', setAt: 0 },
        ]),
      ),
    }))
    .sort((a, b) => (a.id < b.id ? 1 : -1));
});
afterAll(() => tested.close());

async function answerTo(request: ContactsRequest) {
  const ids: string[] = [];
  let last: FoundContacts | undefined;
  for await (const line of findContacts(ctx, request)) {
    ids.push(...line.contacts.map(({ contactId }) => contactId));
    last = line;
  }
  return { ids, found: last?.found, done: last?.done };
}

test('what is found equals what one would find by looking at each', async () => {
  const conditions = fc.array(fc.constantFrom(...STANDARD_ATTRIBUTES).chain(conditionsOn), {
    maxLength: 2,
  });
  const segment = fc.record({
    join: fc.constantFrom(...JOINS),
    conditions: fc.array(fc.constantFrom(...STANDARD_ATTRIBUTES).chain(conditionsOn), {
      minLength: 1,
      maxLength: 3,
    }),
  });
  const segments = await Promise.all(
    fc
      .sample(segment, { numRuns: 4, seed: 11 })
      .map((input, place) => saveSegment({ ctx, input: { name: `Segment ${place}`, ...input } })),
  );
  const filters = fc.record({
    segments: fc.subarray(segments),
    match: fc.constantFrom(...SEGMENT_MATCHES),
    conditions,
  });
  const { attributes } = tested.desk.memory;
  await fc.assert(
    fc.asyncProperty(filters, fc.integer({ min: 1, max: 200 }), async (filter, limit) => {
      const expected = contacts.filter(({ values }) => {
        const held = filter.segments.filter((one) => naiveSegment(one, values, attributes, 'UTC'));
        const isIn = {
          any: held.length > 0 || filter.segments.length === 0,
          all: held.length === filter.segments.length,
          none: held.length === 0,
        }[filter.match];
        const rest = { join: 'all' as const, conditions: filter.conditions };
        return isIn && naiveSegment(rest, values, attributes, 'UTC');
      });
      const asked: ContactFilter = { ...filter, segments: filter.segments.map(({ id }) => id) };
      const first = await answerTo({ filter: asked, limit });
      expect(first.ids).toEqual(expected.slice(0, limit).map(({ id }) => id));
      expect(first).toMatchObject({ found: expected.length, done: true });
      const after = first.ids.at(-1);
      if (after === undefined) return;
      const second = await answerTo({ filter: asked, limit, after });
      expect(second.ids).toEqual(expected.slice(limit, 2 * limit).map(({ id }) => id));
    }),
    { numRuns: 60 },
  );
});

test('contacts are told of as they are found, before all are looked at', async () => {
  slowDisk(tested.desk, 'valuesBefore');
  const lines: FoundContacts[] = [];
  for await (const line of findContacts(ctx, {
    filter: { conditions: LONG },
    limit: 5,
  }))
    lines.push(line);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines[0]).toMatchObject({ done: false, total: CONTACTS });
  expect(lines[0]?.contacts).toHaveLength(5);
  expect(lines.map(({ done }) => done)).toEqual(lines.map((line) => line === lines.at(-1)));
});

test('nobody is looked at any more once nobody waits', async () => {
  const reads = slowDisk(tested.desk, 'valuesBefore');
  for await (const { done } of findContacts(ctx, { filter: { conditions: LONG }, limit: 5 })) {
    expect(done).toBe(false);
    break;
  }
  const before = reads.mock.calls.length;
  await answerTo({ filter: {}, limit: 5 });
  expect(reads.mock.calls.length).toBeLessThan(before + 6);
});

test('a disabled attribute and an unknown segment are refused, with what is wrong', async () => {
  const ask = (filter: ContactFilter) => () => findContacts(ctx, { filter, limit: 5 });
  expect(ask({ segments: ['nothing'] })).toThrow(
    expect.objectContaining({ code: 'invalid', field: 'segments' }),
  );
  expect(ask({ conditions: [{ attribute: 'vip', operator: 'gt', operand: '3' }] })).toThrow(
    expect.objectContaining({ code: 'invalid', field: 'conditions.0.operator' }),
  );
});
