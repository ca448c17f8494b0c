import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Scalar } from '@/lib/attributes/attribute';
import { isEmptyValue } from '@/lib/attributes/formats';
import { STANDARD_ATTRIBUTES } from '@/lib/attributes/standard-attributes';
import type { Ctx } from '@/lib/desk/context';
import { readCoverage } from '@/lib/desk/reads/coverage';
import type { AttributeCoverage, Distribution } from '@/lib/desk/wire-attributes';
import { fold } from '@/lib/segments/fold';
import { deskOfTest } from '../desk/desk-of-test';
import { makeContacts } from '../desk/many-contacts';
import { valuesOf } from '../segments/arbitraries';

const CONTACTS = 1_500;

let tested: Awaited<ReturnType<typeof deskOfTest>>;
let ctx: Ctx;
let contacts: Record<string, Scalar | undefined>[];

beforeAll(async () => {
  tested = await deskOfTest({ people: 1 });
  const [caller] = tested.callers;
  if (!caller) throw new Error('There is nobody.');
  ctx = { desk: tested.desk, caller };
  contacts = fc.sample(
    fc.record(Object.fromEntries(STANDARD_ATTRIBUTES.map((one) => [one.key, valuesOf(one)]))),
    { numRuns: CONTACTS, seed: 5 },
  );
  await makeContacts(tested.desk, CONTACTS, (place) =>
    Object.fromEntries(
      Object.entries(contacts[place] ?? {}).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, value]],
      ),
    ),
  );
});
afterAll(() => tested.close());

/** The contacts that a distribution tells of, in all and in its largest part that is one value. */
function toldBy(distribution: Distribution): { all: number; most: number | null } {
  const sum = (parts: readonly { contacts: number }[]) =>
    parts.reduce((all, { contacts }) => all + contacts, 0);
  switch (distribution.format) {
    case 'boolean': {
      const { yes, no } = distribution;
      return { all: yes + no, most: Math.max(yes, no) };
    }
    case 'text': {
      const { texts, others } = distribution;
      return { all: sum(texts) + others, most: texts[0]?.contacts ?? 0 };
    }
    default:
      return { all: sum(distribution.bars), most: null };
  }
}

test.each(STANDARD_ATTRIBUTES.map(({ key, format }) => [key, format]))(
  'the coverage of %s (%s) is what one counts by looking at each contact',
  async (attribute, format) => {
    const known = contacts.flatMap(({ [attribute]: value }) =>
      value === undefined || isEmptyValue(value) ? [] : [value],
    );
    const lines: AttributeCoverage[] = [];
    for await (const line of readCoverage(ctx, attribute)) lines.push(line);
    const last = lines.at(-1);
    expect(last).toMatchObject({
      scanned: CONTACTS,
      total: CONTACTS,
      contacts: known.length,
      bySource: { agent: 0, channel: 0, crm: known.length },
      distribution: { format },
      done: true,
    });
    const told = last && toldBy(last.distribution);
    const same = new Map<Scalar, number>();
    for (const value of known) {
      const key = typeof value === 'string' ? fold(value) : value;
      same.set(key, (same.get(key) ?? 0) + 1);
    }
    const most = Math.max(...same.values());
    expect(told?.all).toBe(known.length);
    if (told?.most !== null) expect(told?.most).toBe(most);
  },
);

test('an attribute that does not exist is refused', () => {
  expect(() => readCoverage(ctx, 'nothing')).toThrow(
    expect.objectContaining({ code: 'not_found' }),
  );
});
