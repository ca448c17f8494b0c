import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CrmConnection } from '@/lib/desk/crm';
import type { ConversationDetail } from '@/lib/desk/wire';
import type { CrmTriedWire } from '@/lib/desk/wire-crm';
import { arrives } from '../api/arrivals';
import type { Refusal } from '../api/bad-input';
import { type RunningDesk, startDesk } from '../running-desk';
import { connectionTo, crmOfTheirs, says } from './crm-of-theirs';

/** As long as a machine with much to do may take, in milliseconds. */
const PATIENT = 20_000;

type CrmBody = {
  connection: CrmConnection | null;
  revision: number;
  secrets: { id: string; createdAt: string }[];
};

let crm: Awaited<ReturnType<typeof crmOfTheirs>>;
let desk: RunningDesk;

beforeEach(async () => {
  crm = await crmOfTheirs(says({ loyalty: { tier: 'Gold' }, updatedAt: 7 }));
  desk = await startDesk({ outgoingAllow: [crm.host] });
});
afterEach(async () => {
  await desk.close();
  await crm.close();
  expect(desk.errors).toEqual([]);
});

const head = async () => (await desk.desk.store.head()).revision;

describe('the CRM connection', () => {
  test('is none at first, and then as an admin saved it last', async () => {
    const nothing = { connection: null, revision: 0, secrets: [] };
    expect((await desk.call('GET', '/crm')).body).toEqual(nothing);
    const saved = await crm.connect(desk);
    expect(saved).toMatchObject({ status: 200, body: { connection: connectionTo(crm.url) } });
    const again = await desk.call<CrmBody>('GET', '/crm');
    expect(again.body).toEqual(saved.body);
    expect(again.body.secrets).toHaveLength(1);
  });

  test('is not saved over what somebody else has saved meanwhile', async () => {
    const { body } = await crm.connect(desk);
    const { revision } = await desk.call<CrmBody>('GET', '/crm').then((read) => read.body);
    expect(body).toMatchObject({ revision });
    const connection = connectionTo(crm.url, { timeoutMs: 700 });
    const save = () => desk.call<Refusal>('PUT', '/crm', { ...connection, expect: revision });
    expect((await save()).status).toBe(200);
    expect(await save()).toMatchObject({
      status: 409,
      body: { error: { message: 'Somebody has saved the CRM connection meanwhile.' } },
    });
  });

  test('is not switched on while nothing signs for it', async () => {
    const put = (changes: object) =>
      desk.call('PUT', '/crm', connectionTo(crm.url, { ...changes }));
    expect(await put({})).toMatchObject({ status: 409, body: { error: { field: 'enabled' } } });
    expect((await put({ enabled: false })).status).toBe(200);
  });

  test('tells its secret once, and never in the journal', async () => {
    const made = await desk.call<{ id: string; secret: string }>('POST', '/crm/secrets', {});
    expect(made.body.secret).toMatch(/^whsec_/);
    const told = [await desk.call('GET', '/crm'), await desk.call('GET', '/journal?limit=200')];
    expect(JSON.stringify(told)).not.toContain(made.body.secret);
    expect((await desk.call('DELETE', `/crm/secrets/${made.body.id}`)).status).toBe(204);
    expect((await desk.call<CrmBody>('GET', '/crm')).body.secrets).toEqual([]);
  });

  test('changes its secret without a lookup that the CRM cannot verify', async () => {
    await crm.connect(desk);
    // The CRM still has the first one; both sign until the first is retired.
    await desk.call('POST', '/crm/secrets', {});
    const { body } = await arrives(desk, 'ann');
    await vi.waitFor(async () => {
      const { values } = (
        await desk.call<{ values: object[] }>('GET', `/conversations/${body.conversationId}`)
      ).body;
      expect(values).toHaveLength(1);
    }, PATIENT);
    expect(crm.forged).toEqual([]);
    expect((await desk.call('POST', '/crm/secrets', {})).status).toBe(409);
  });
});

describe('a lookup', () => {
  test('is not made unsigned: that the secret is gone is said, and the next one is signed', async () => {
    await crm.connect(desk);
    const { secrets } = (await desk.call<CrmBody>('GET', '/crm')).body;
    for (const { id } of secrets) await desk.call('DELETE', `/crm/secrets/${id}`);
    const { body } = await arrives(desk, 'ann');
    const path = `/conversations/${body.conversationId}`;
    const shown = async () => (await desk.call<ConversationDetail>('GET', path)).body.crm;
    await vi.waitFor(
      async () =>
        expect((await shown())?.problem).toBe(
          'There is no signing secret for the CRM: make a new one.',
        ),
      PATIENT,
    );
    expect([crm.asked, crm.forged]).toEqual([[], []]);
    crm.uses((await desk.call<{ secret: string }>('POST', '/crm/secrets', {})).body.secret);
    await vi.waitFor(
      async () => expect(await shown()).toMatchObject({ isKnown: true, problem: null }),
      PATIENT,
    );
  });
});

describe('a try', () => {
  const attempt = (externalId: string, changes: Record<string, unknown> = {}) =>
    desk.call<CrmTriedWire>('POST', '/crm/try', {
      ...connectionTo(crm.url, changes),
      channel: 'api',
      externalId,
    });

  beforeEach(async () => {
    await crm.connect(desk, { enabled: false });
  });

  test('says what came back and what would be kept of it, and keeps nothing', async () => {
    crm.does(says({ loyalty: { tier: 5 }, since: '2020-05-01', updatedAt: 7 }));
    const before = await head();
    expect((await attempt('ann', { versionPath: 'updatedAt' })).body).toEqual({
      key: 'ann',
      status: 200,
      tookMs: expect.any(Number),
      isKnown: true,
      answer: '{"loyalty":{"tier":5},"since":"2020-05-01","updatedAt":7}',
      version: '7',
      problem: null,
      fields: [
        {
          path: 'loyalty.tier',
          attribute: 'loyalty_status',
          found: '5',
          problem: 'This must be text, not a number.',
        },
        { path: 'since', attribute: 'customer_since', found: '2020-05-01', problem: null },
        { path: 'name', attribute: 'name', found: null, problem: null },
      ],
    });
    expect(await head()).toBe(before);
    expect(crm.asked).toHaveLength(1);
  });

  test('is of the connection as it is being edited', async () => {
    const fields = [{ path: 'updatedAt', attribute: 'loyalty_status' }];
    const { body } = await attempt('ann', { fields });
    expect(body.fields).toMatchObject([
      { found: '7', problem: 'This must be text, not a number.' },
    ]);
  });

  test('says that the CRM does not know the contact, or why nothing came back', async () => {
    crm.does(says(undefined));
    expect((await attempt('ann')).body).toMatchObject({
      status: 404,
      isKnown: false,
      problem: null,
    });
    crm.does((_, response) => response.end('hello'));
    expect((await attempt('ann')).body).toMatchObject({
      status: 200,
      isKnown: null,
      answer: 'hello',
      problem: 'Its answer is not JSON.',
    });
    crm.does(() => {});
    expect((await attempt('ann', { timeoutMs: 100 })).body).toMatchObject({
      status: null,
      problem: 'No whole answer within 100 ms.',
    });
    expect((await attempt('ann', { url: 'http://10.0.0.1/' })).body.problem).toMatch(
      /^10\.0\.0\.1 is inside a network that is not called/,
    );
  });

  test('needs what the CRM is asked by', async () => {
    expect(await attempt('ann', { keyAttribute: 'email' })).toMatchObject({
      status: 400,
      body: { error: { field: 'externalId' } },
    });
  });
});
