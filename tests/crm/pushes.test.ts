import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { namespaceOf } from '@/lib/desk/facts';
import { arrives } from '../api/arrivals';
import type { Refusal } from '../api/bad-input';
import { type RunningDesk, startDesk } from '../running-desk';
import { signedHeaders } from '../signed-webhook';
import { connectionTo } from './crm-of-theirs';

type Pushed = { contacts: number; stale: string[]; refused: object[] };

const PUSH = { keyPath: 'data.id', recordPath: 'data' };
const CONNECTED = {
  // Nothing is looked up there: the address is one of nobody.
  url: 'https://crm.invalid/lookup',
  versionPath: 'version',
  push: PUSH,
};

let desk: RunningDesk;
let secret: string;

beforeEach(async () => {
  desk = await startDesk();
  secret = (await desk.call<{ secret: string }>('POST', '/crm/secrets', {})).body.secret;
});
afterEach(async () => {
  await desk.close();
  expect(desk.errors).toEqual([]);
});

const connect = (changes: Record<string, unknown> = {}) =>
  desk.call('PUT', '/crm', connectionTo(CONNECTED.url, { ...CONNECTED, ...changes }));
const head = async () => (await desk.desk.store.head()).revision;

async function send(body: string, headers: Record<string, string>) {
  const answer = await fetch(`${desk.url}/api/v1/crm/webhook`, { method: 'POST', headers, body });
  const json: Pushed & Refusal = await answer.json();
  return { status: answer.status, body: json };
}

function push(data: unknown, options: Parameters<typeof signedHeaders>[2] = {}) {
  const body = JSON.stringify({ type: 'customer.changed', data });
  return send(body, signedHeaders(secret, body, options));
}

const record = (version: number, tier: unknown, id: unknown = 'ann') => ({
  id,
  version,
  loyalty: { tier },
});

/** A contact whom the CRM was not asked about: they have written nothing. */
const made = (externalId: string) => desk.call('PUT', `/contacts/${externalId}`, {});

async function tierOf(externalId: string, channel = 'api') {
  const contact = await desk.desk.store.contactByExternalId(namespaceOf(channel), externalId);
  return contact?.values.loyalty_status?.value;
}

describe('a push', () => {
  test('writes what the CRM manages, and says what was older or refused', async () => {
    await connect();
    await made('ann');
    expect(await push(record(2, 'Gold'))).toEqual({
      status: 200,
      body: { contacts: 1, stale: [], refused: [] },
    });
    expect(await tierOf('ann')).toBe('Gold');
    expect((await push(record(1, 'Silver'))).body).toEqual({
      contacts: 1,
      stale: ['loyalty_status'],
      refused: [],
    });
    expect((await push(record(3, 7))).body).toEqual({
      contacts: 1,
      stale: [],
      refused: [{ attribute: 'loyalty_status', message: 'This must be text, not a number.' }],
    });
    expect(await tierOf('ann')).toBe('Gold');
  });

  test('that comes again changes nothing, though something has changed since, and is answered alike', async () => {
    await connect({ versionPath: null });
    await made('ann');
    const first = await push(record(1, 'Gold'), { id: 'push-1' });
    await push(record(2, 'Platinum'), { id: 'push-2' });
    const before = await head();
    expect(await push(record(1, 'Gold'), { id: 'push-1' })).toEqual(first);
    expect(await head()).toBe(before);
    expect(await tierOf('ann')).toBe('Platinum');
  });

  test('sent many times at once is taken once', async () => {
    await connect();
    await made('ann');
    const before = await head();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => push(record(1, 'Gold'), { id: 'push-1' })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const entries = await desk.desk.store.entriesAfter(before, 50);
    expect(entries.filter(({ kind }) => kind === 'crmPush.received')).toHaveLength(1);
    expect(entries.filter(({ kind }) => kind === 'contact.attributesChanged')).toHaveLength(1);
  });

  test('ends at the newest version, in whatever order five hundred of them arrive', async () => {
    await connect();
    await made('ann');
    const versions = Array.from({ length: 500 }, (_, n) => ((n * 137) % 500) + 1);
    for (let from = 0; from < versions.length; from += 25)
      await Promise.all(
        versions.slice(from, from + 25).map((version) => push(record(version, `tier ${version}`))),
      );
    expect(await tierOf('ann')).toBe('tier 500');
  });

  test('of somebody who has never written is no error', async () => {
    await connect();
    expect((await push(record(1, 'Gold', 'nobody'))).body.contacts).toBe(0);
    expect(await desk.desk.store.contactByExternalId('desk', 'nobody')).toBeNull();
  });

  test('reaches the contact on each channel that the CRM is for, and on no other', async () => {
    for (const key of ['chat', 'other']) await desk.call('POST', '/channels', { key, label: key });
    await connect({ channels: ['api', 'chat'] });
    const all = ['api', 'chat', 'other'];
    for (const channel of all) await arrives(desk, '42', { channel });
    expect((await push(record(1, 'Gold', 42))).body.contacts).toBe(2);
    expect(await Promise.all(all.map((channel) => tierOf('42', channel)))).toEqual([
      'Gold',
      'Gold',
      undefined,
    ]);
  });
});

describe('what is pushed is refused, and nothing of it kept,', () => {
  const refused = async (
    answer: Promise<{ status: number; body: Refusal }>,
    status: number,
    message: RegExp,
  ) => {
    const before = await head();
    expect(await answer).toMatchObject({
      status,
      body: { error: { message: expect.stringMatching(message) } },
    });
    expect(await head()).toBe(before);
  };

  test('without a signature, or with one of somebody else', async () => {
    await connect();
    await made('ann');
    const body = JSON.stringify({ data: record(1, 'Gold') });
    await refused(send(body, {}), 401, /^Send the headers webhook-id/);
    const strange = `whsec_${Buffer.alloc(32, 'x').toString('base64')}`;
    await refused(send(body, signedHeaders(strange, body)), 401, /has signed it/);
    await refused(send(`${body} `, signedHeaders(secret, body)), 401, /has signed it/);
  });

  test('when it is replayed late', async () => {
    await connect();
    await made('ann');
    const at = new Date(Date.now() - 6 * 60_000);
    await refused(push(record(1, 'Gold'), { at }), 401, /five minutes/);
  });

  test('without a key, a record or a version', async () => {
    await connect();
    await made('ann');
    await refused(push({ version: 1 }), 400, /^There is no key at data\.id/);
    await refused(push({ id: {}, version: 1 }), 400, /^There is no key at data\.id/);
    await refused(push('ann'), 400, /^There is no key at data\.id/);
    await refused(push({ id: 'ann' }), 400, /^There is no version at version/);
    const text = 'not JSON';
    await refused(send(text, signedHeaders(secret, text)), 400, /not JSON/);
  });

  test('while nobody has said how it is read, and tried again later', async () => {
    await refused(push(record(1, 'Gold')), 409, /^Nobody has said yet/);
    await connect({ push: null });
    await refused(push(record(1, 'Gold')), 409, /^Nobody has said yet/);
    await connect({ enabled: false });
    await refused(push(record(1, 'Gold')), 409, /^Nobody has said yet/);
  });
});
