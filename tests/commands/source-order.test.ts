import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAttribute } from '@/lib/commands/attributes/create-attribute';
import { upsertContact } from '@/lib/commands/contacts/upsert-contact';
import { writeValues } from '@/lib/commands/contacts/write-values';
import { SYSTEM } from '@/lib/desk/context';
import { DESK_NAMESPACE } from '@/lib/desk/facts';
import { deskOfTest } from '../desk/desk-of-test';

/** What the CRM says of the contact at a version: some of its attributes, null for a value that is gone. */
type Update = { version: number; values: Record<string, unknown> };

const KEYS = ['tier', 'score', 'region'];
let opened: Awaited<ReturnType<typeof deskOfTest>>;
const ctx = () => ({ desk: opened.desk, caller: SYSTEM });

beforeEach(async () => {
  opened = await deskOfTest();
  for (const key of KEYS) {
    const format = key === 'score' ? 'number' : 'text';
    await createAttribute({ ctx: ctx(), input: { key, label: key, format, manager: 'crm' } });
  }
});
afterEach(() => opened.close());

const valuesOf = async (externalId: string) => {
  const contact = await opened.desk.store.contactByExternalId(DESK_NAMESPACE, externalId);
  const values = Object.entries(contact?.values ?? {}).map(([key, { value }]) => [key, value]);
  return Object.fromEntries(values);
};

async function write(externalId: string, { version, values }: Update, isAlone = false) {
  const given = new Map(Object.entries(values));
  const { desk } = opened;
  const write = isAlone
    ? writeValues({
        ctx: ctx(),
        input: {
          contact: { namespace: DESK_NAMESPACE, externalId },
          as: 'crm',
          values: given,
          version,
        },
      })
    : upsertContact({
        ctx: { desk, caller: SYSTEM },
        input: { externalId, as: 'crm', values: given, version },
      });
  return (await write).stale;
}

/** The oracle: whoever had all of it in a drawer would sort it and write it down in order. */
function naive(updates: readonly Update[]): Record<string, unknown> {
  const values = new Map<string, unknown>();
  for (const update of [...updates].sort((a, b) => a.version - b.version))
    for (const [key, value] of Object.entries(update.values))
      if (value === null) values.delete(key);
      else values.set(key, value);
  return Object.fromEntries(values);
}

const updates = fc.uniqueArray(
  fc.record({
    version: fc.nat(1_000_000),
    values: fc.record(
      {
        tier: fc.constantFrom('Gold', 'Silver', null),
        score: fc.option(fc.nat(20)),
        region: fc.constantFrom('North', 'South', null),
      },
      { requiredKeys: [] },
    ),
  }),
  { minLength: 1, maxLength: 60, selector: ({ version }) => version },
);

describe('the newest version wins', () => {
  test('for whole and for partial updates, in whatever order and however many at once', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(updates, fc.integer({ min: 1, max: 20 }), async (arriving, atOnce) => {
        const externalId = `contact-${run++}`;
        await upsertContact({ ctx: ctx(), input: { externalId, as: 'crm', values: new Map() } });
        const some = arriving.filter(({ values }) => Object.keys(values).length > 0);
        for (let from = 0; from < some.length; from += atOnce)
          await Promise.all(
            some.slice(from, from + atOnce).map((one, n) => write(externalId, one, n % 2 === 0)),
          );
        expect(await valuesOf(externalId)).toEqual(naive(arriving));
      }),
      { numRuns: 40 },
    );
  });

  test('after five hundred updates of one contact that come all at once and out of order', async () => {
    const all = Array.from(
      { length: 500 },
      (_, n): Update => ({
        version: n + 1,
        values: {
          tier: `level ${n + 1}`,
          ...(n % 3 === 0 ? { score: n } : {}),
          region: n % 7 === 0 ? null : `r${n}`,
        },
      }),
    );
    // A walk through all of them in leaps: 500 and 137 share no divisor.
    const shuffled = all.map((_, n) => all[(n * 137) % all.length] ?? { version: 0, values: {} });
    const stale = await Promise.all(shuffled.map((one) => write('ann', one)));
    expect(await valuesOf('ann')).toEqual(naive(all));
    expect(stale.flat().length).toBeGreaterThan(100);
  });
});

describe('an older version', () => {
  test('changes nothing, and says of which attributes', async () => {
    await write('ann', { version: 5, values: { tier: 'Gold', score: 3 } });
    const before = await opened.desk.store.head();
    expect(await write('ann', { version: 4, values: { score: 9, tier: 'Silver' } })).toEqual([
      'score',
      'tier',
    ]);
    expect(await opened.desk.store.head()).toEqual(before);
    expect(await write('ann', { version: 4, values: { tier: 'Silver', region: 'North' } })).toEqual(
      ['tier'],
    );
    expect(await valuesOf('ann')).toEqual({ tier: 'Gold', score: 3, region: 'North' });
  });

  test('does not come through because the newer one said the same again', async () => {
    await write('ann', { version: 1, values: { tier: 'Gold' } });
    await write('ann', { version: 3, values: { tier: 'Gold' } });
    expect(await write('ann', { version: 2, values: { tier: 'Silver' } })).toEqual(['tier']);
    expect(await valuesOf('ann')).toEqual({ tier: 'Gold' });
  });

  test('still comes through where the newer one was refused', async () => {
    await write('ann', { version: 1, values: { tier: 'Gold' } });
    const bad = write('ann', { version: 3, values: { score: 'many' } });
    await expect(bad).rejects.toMatchObject({ code: 'invalid', field: 'values.score' });
    expect(await write('ann', { version: 2, values: { score: 8 } })).toEqual([]);
    expect(await valuesOf('ann')).toEqual({ tier: 'Gold', score: 8 });
  });

  test('is not refused for what does not fit: it changes nothing anyway', async () => {
    await write('ann', { version: 3, values: { score: 8 } });
    expect(await write('ann', { version: 2, values: { score: 'many' } })).toEqual(['score']);
  });
});

test('the same version again changes nothing, and neither does it add to the journal', async () => {
  const update = { version: 5, values: { tier: 'Gold' } };
  await write('ann', update);
  const before = await opened.desk.store.head();
  expect(await write('ann', update)).toEqual([]);
  expect(await opened.desk.store.head()).toEqual(before);
});
