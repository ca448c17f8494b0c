import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Scalar } from '@/lib/attributes/attribute';
import { countContacts } from '@/lib/commands/segments/count-contacts';
import type { Caller } from '@/lib/desk/context';
import type { ContactCount } from '@/lib/desk/wire';
import type { Condition, Join } from '@/lib/segments/segment';
import { deskOfTest } from '../desk/desk-of-test';
import { makeContacts } from '../desk/many-contacts';
import { slowDisk } from '../desk/slow-disk';
import { naiveSegment } from '../segments/oracle';

const CONTACTS = 1_200;
const COUNTRIES = ['Belgium', 'belgium ', 'France', 'Japan'];
/** So many attributes that they take many reads. */
const LONG: Condition[] = [
  { attribute: 'country', operator: 'eq', operand: 'Belgium' },
  ...['vip', 'name', 'email', 'phone', 'language', 'page_url', 'referrer', 'device_platform'].map(
    (attribute): Condition => ({ attribute, operator: 'isEmpty' }),
  ),
  { attribute: 'loyalty_status', operator: 'notEmpty' },
];

let tested: Awaited<ReturnType<typeof deskOfTest>>;
let ids: string[];

beforeAll(async () => {
  tested = await deskOfTest({ people: 2 });
  ids = await makeContacts(tested.desk, CONTACTS, valuesAt);
});
afterAll(() => tested.close());

/** Some have nothing, others more. */
function valuesAt(place: number): Record<string, Scalar> {
  const country = COUNTRIES[place % 7];
  return {
    ...(country === undefined ? {} : { country }),
    ...(place % 3 === 0 ? { vip: place % 2 === 0 } : {}),
    ...(place % 5 === 0 ? { twitter_followers: place } : {}),
  };
}

function caller(place: number): Caller {
  const person = tested.callers[place];
  if (!person) throw new Error('There is no such person.');
  return person;
}

function count(join: Join, conditions: Condition[], who = 0) {
  const ctx = { desk: tested.desk, caller: caller(who) };
  return countContacts({ ctx, input: { join, conditions } });
}

async function linesOf(counting: AsyncGenerator<ContactCount>): Promise<ContactCount[]> {
  const lines: ContactCount[] = [];
  for await (const line of counting) lines.push(line);
  return lines;
}

test.each<[string, Join, Condition[]]>([
  ['one of a country', 'all', [{ attribute: 'country', operator: 'eq', operand: 'belgium' }]],
  ['anybody not of it', 'all', [{ attribute: 'country', operator: 'ne', operand: 'Belgium' }]],
  ['one of whom nothing is known', 'all', [{ attribute: 'country', operator: 'isEmpty' }]],
  [
    'a followed VIP',
    'all',
    [
      { attribute: 'vip', operator: 'eq', operand: 'yes' },
      { attribute: 'twitter_followers', operator: 'gt', operand: '500' },
    ],
  ],
  [
    'a VIP, or somebody from a country',
    'any',
    [
      { attribute: 'vip', operator: 'eq', operand: 'yes' },
      { attribute: 'country', operator: 'beginsWith', operand: 'b' },
      { attribute: 'country', operator: 'eq', operand: 'Japan' },
    ],
  ],
])('all contacts are counted, though none has written in: %s', async (_, join, conditions) => {
  const { attributes } = tested.desk.memory;
  const expected = ids.filter((_, place) => {
    const values = Object.entries(valuesAt(place)).map(
      ([key, value]) => [key, { value, source: 'crm', setAt: 0 }] as const,
    );
    return naiveSegment({ join, conditions }, new Map(values), attributes, 'UTC');
  });
  expect(expected.length).toBeGreaterThan(0);
  expect((await linesOf(count(join, conditions))).at(-1)).toEqual({
    scanned: CONTACTS,
    total: CONTACTS,
    contacts: expected.length,
    done: true,
  });
});

test('a long count says how far it has come, and at last that it is done', async () => {
  slowDisk(tested.desk);
  const lines = await linesOf(count('any', LONG));
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.map(({ done }) => done)).toEqual(lines.map((line) => line === lines.at(-1)));
  for (const [place, line] of lines.entries()) {
    const before = lines[place - 1] ?? { scanned: 0, contacts: 0 };
    expect(line.total).toBe(CONTACTS);
    expect(line.scanned).toBeGreaterThanOrEqual(before.scanned);
    expect(line.contacts).toBeGreaterThanOrEqual(before.contacts);
    expect(line.contacts).toBeLessThanOrEqual(line.scanned);
  }
});

test('a count that nobody waits for any more reads no further', async () => {
  const reads = slowDisk(tested.desk);
  for await (const { done } of count('any', LONG)) {
    expect(done).toBe(false);
    break;
  }
  const before = reads.mock.calls.length;
  await linesOf(count('all', LONG.slice(0, 1)));
  expect(reads.mock.calls.length).toBeLessThan(before + 6);
});

test('people who count at once take turns, and who counts much has no more turns for it', async () => {
  slowDisk(tested.desk);
  const over: string[] = [];
  const finish = async (name: string, who: number) => {
    await linesOf(count('any', LONG, who));
    over.push(name);
  };
  const greedy = Array.from({ length: 4 }, () => finish('the first', 0));
  await Promise.all([...greedy, finish('the second', 1)]);
  expect(over[0]).toBe('the second');
});

test('a contact made while others are counted is counted too', async () => {
  slowDisk(tested.desk);
  const counting = count('any', LONG);
  await counting.next();
  await makeContacts(tested.desk, 1, () => ({ country: 'Belgium' }));
  expect((await linesOf(counting)).at(-1)).toMatchObject({
    scanned: CONTACTS + 1,
    total: CONTACTS + 1,
    done: true,
  });
});
