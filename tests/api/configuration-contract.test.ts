import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Configuration } from '@/lib/desk/configuration';
import type { ConfigurationDifference, ConfigurationPreview } from '@/lib/desk/wire-configuration';
import { type RunningDesk, startDesk } from '../running-desk';
import { type Refusal, sendRaw } from './bad-input';

let desk: RunningDesk;
let secrets: string[] = [];

beforeAll(async () => {
  desk = await startDesk();
  const post = (path: string, body?: object) =>
    desk.call<Record<string, string>>('POST', path, body).then(({ status, body }) => {
      expect(status).toBe(201);
      return body;
    });
  await post('/attributes', { key: 'plan', label: 'Plan', format: 'text', manager: 'crm' });
  await post('/channels', { key: 'website', label: 'Website', kind: 'messenger' });
  await post('/channels', { key: 'orders', label: 'Orders', kind: 'webhook' });
  secrets = [
    (await post('/channels/website/secrets', {})).secret ?? '',
    (await post('/channels/orders/secrets', {})).secret ?? '',
    (await post('/crm/secrets')).secret ?? '',
    (await post('/tokens', { name: 'Nightly', scope: 'read' })).secret ?? '',
  ];
  await desk.call('PATCH', '/channels/website/messenger', {
    origins: ['https://shop.example'],
    preChat: [{ attribute: 'email', required: true }],
  });
  await desk.call('PUT', '/channels/orders/webhook/mapping', {
    externalId: 'customer.id',
    name: null,
    text: 'note',
    messageId: null,
    sentAt: null,
    attributes: [{ attribute: 'page_url', path: 'url' }],
  });
  await desk.call('PUT', '/crm', {
    enabled: true,
    url: 'https://crm.example/lookup',
    keyAttribute: 'email',
    versionPath: null,
    fields: [{ path: 'plan', attribute: 'plan' }],
    push: { keyPath: 'data.id', recordPath: 'data' },
    channels: ['website', 'api'],
    timeoutMs: 1_000,
    freshMinutes: 60,
  });
  const big = await post('/segments', {
    name: 'Big spenders',
    join: 'any',
    conditions: [{ attribute: 'plan', operator: 'eq', operand: 'Gold' }],
  });
  await desk.call('PUT', `/prioritization/${big.id}`);
  await post('/canned-replies', { title: 'Thanks', text: 'Thank you, {{name|there}}.' });
  const filter = { segments: [big.id], owner: 'unowned' };
  await post('/views', { name: 'Spenders', shared: true, filter });
  const ann = await desk.person('agent', 'Ann Secretive');
  await post('/views', { name: 'Of Ann', shared: true, filter: { owner: ann.id } });
  await desk.call('PUT', '/contacts/private-1', { values: { name: 'Léa Private' } });
});

afterAll(async () => {
  await desk.close();
  expect(desk.errors).toEqual([]);
});

const read = async () => (await desk.call<Configuration>('GET', '/configuration')).body;
const apply = (document: object, expected?: string) =>
  desk.call<ConfigurationDifference & Refusal>(
    'PUT',
    `/configuration${expected === undefined ? '' : `?expect=${expected}`}`,
    document,
  );
const preview = (document: object) =>
  desk.call<ConfigurationPreview & Refusal>('POST', '/configuration/preview', document);
const head = () => desk.desk.store.head();

describe('the document', () => {
  test('says how the desk is shaped, everything by its name', async () => {
    expect(await read()).toMatchObject({
      version: 1,
      settings: { timeZone: 'UTC', autoResolveAfterHours: null },
      attributes: expect.arrayContaining([
        { key: 'plan', label: 'Plan', format: 'text', manager: 'crm', enabled: true },
      ]),
      channels: [
        { key: 'api', label: 'API', kind: 'api' },
        { key: 'orders', kind: 'webhook', webhook: { externalId: 'customer.id' } },
        { key: 'website', kind: 'messenger', messenger: { origins: ['https://shop.example'] } },
      ],
      segments: [
        {
          name: 'Big spenders',
          join: 'any',
          conditions: [{ attribute: 'plan', operator: 'eq', operand: 'Gold' }],
        },
        { name: 'VIP' },
      ],
      prioritization: ['Big spenders'],
      cannedReplies: [{ title: 'Thanks', text: 'Thank you, {{name|there}}.' }],
      crm: { url: 'https://crm.example/lookup', channels: ['api', 'website'] },
    });
  });

  test('leaves out views of a person’s conversations', async () => {
    const { sharedViews } = await read();
    expect(sharedViews).toEqual([
      {
        name: 'Spenders',
        filter: { segments: ['Big spenders'], match: 'any', owner: 'unowned', status: 'new' },
        order: 'priority',
        columns: ['preview', 'segments', 'owner', 'channel', 'waiting'],
      },
    ]);
  });

  test('is the same text every time, a line for a thing', async () => {
    const text = async () =>
      (
        await fetch(`${desk.url}/api/v1/configuration`, {
          headers: { authorization: `Bearer ${desk.tokens.read}` },
        })
      ).text();
    expect(await text()).toBe(await text());
    expect((await text()).split('\n').length).toBeGreaterThan(100);
  });

  test('holds no secret, no id and nothing of anybody', async () => {
    const text = JSON.stringify(await read());
    expect(secrets.every((secret) => secret.length > 20)).toBe(true);
    for (const secret of secrets) expect(text).not.toContain(secret.replace(/^\w+_/, ''));
    expect(text).not.toMatch(/whsec_|frt_|sealed|hash|secret(?!ive)|password/i);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(text).not.toMatch(/Private|Secretive|@desk\.example/);
  });
});

describe('a document that is brought', () => {
  test('changes nothing if it is the desk’s own', async () => {
    const before = await head();
    const document = await read();
    const { status, body } = await apply(document);
    expect([status, body.added, body.changed]).toEqual([200, 0, 0]);
    expect(body.unmentioned).toBe(0);
    expect(await head()).toEqual(before);
  });

  test('may say a part alone: what it does not mention stays', async () => {
    const before = await read();
    const { body } = await apply({
      version: 1,
      attributes: [{ key: 'plan', label: 'Tariff' }],
      cannedReplies: [{ title: 'thanks', text: 'Thank you!' }],
    });
    expect(body).toMatchObject({ added: 0, changed: 2 });
    expect(body.parts).toEqual([
      {
        part: 'attributes',
        changes: [
          {
            name: 'plan',
            change: 'changed',
            fields: [{ field: 'label', before: 'Plan', after: 'Tariff' }],
          },
        ],
        order: null,
        unchanged: 0,
        unmentioned: before.attributes.length - 1,
      },
      {
        part: 'cannedReplies',
        changes: [
          {
            name: 'thanks',
            change: 'changed',
            fields: [
              { field: 'title', before: 'Thanks', after: 'thanks' },
              { field: 'text', before: 'Thank you, {{name|there}}.', after: 'Thank you!' },
            ],
          },
        ],
        order: null,
        unchanged: 0,
        unmentioned: 0,
      },
    ]);
    const { attributes, cannedReplies, ...rest } = await read();
    const { attributes: _, cannedReplies: __, ...restBefore } = before;
    expect(rest).toEqual(restBefore);
    expect(cannedReplies).toEqual([{ title: 'thanks', text: 'Thank you!' }]);
    expect((await apply(before)).status).toBe(200);
    expect(await read()).toEqual(before);
  });

  test('makes what is new in the order in which it is needed, all in one commit', async () => {
    const { revision } = await head();
    const { status, body } = await apply({
      version: 1,
      attributes: [{ key: 'seats', label: 'Seats', format: 'number', manager: 'crm' }],
      segments: [
        { name: 'Teams', conditions: [{ attribute: 'seats', operator: 'gt', operand: '5' }] },
      ],
      prioritization: ['Big spenders', 'teams'],
      sharedViews: [{ name: 'Teams', filter: { segments: ['Teams'] } }],
    });
    expect([status, body.added, body.changed]).toEqual([200, 3, 1]);
    const entries = await desk.desk.store.entriesAfter(revision, 100);
    expect(entries.map(({ kind }) => kind)).toEqual([
      'attribute.created',
      'segment.saved',
      'prioritization.changed',
      'savedView.saved',
    ]);
    expect(new Set(entries.map(({ cause }) => cause))).toEqual(new Set(['applyConfiguration']));
    expect(new Set(entries.map(({ at }) => at)).size).toBe(1);
  });

  test('puts attributes and shared views in its order, the others where they were', async () => {
    const before = await read();
    const keys = before.attributes.map(({ key }) => key);
    const { body } = await apply({
      version: 1,
      attributes: [{ key: 'seats' }, { key: 'vip' }],
      sharedViews: [{ name: 'Teams' }, { name: 'Spenders' }],
    });
    const [attributes, views] = body.parts;
    expect(attributes?.order?.after.slice(0, 2)).toEqual(['seats', 'name']);
    expect(views?.order).toEqual({ before: ['Spenders', 'Teams'], after: ['Teams', 'Spenders'] });
    const after = await read();
    expect(after.attributes.map(({ key }) => key)).toEqual(
      keys.map((key) => (key === 'vip' ? 'seats' : key === 'seats' ? 'vip' : key)),
    );
    expect(after.sharedViews.map(({ name }) => name)).toEqual(['Teams', 'Spenders']);
    await apply(before);
    expect(await read()).toEqual(before);
  });

  test('takes segments off the Prioritization list that its list does not name', async () => {
    const before = await read();
    await apply({ version: 1, prioritization: ['VIP'] });
    expect((await read()).prioritization).toEqual(['VIP']);
    await apply(before);
    expect((await read()).prioritization).toEqual(['Big spenders', 'Teams']);
  });

  test('may have segments and replies on attributes that it disables', async () => {
    const { status } = await apply({
      version: 1,
      attributes: [{ key: 'old', label: 'Old', format: 'text', manager: 'agent', enabled: false }],
      segments: [{ name: 'Olds', conditions: [{ attribute: 'old', operator: 'notEmpty' }] }],
      cannedReplies: [{ title: 'Old', text: '{{old}}' }],
    });
    expect(status).toBe(200);
    const late = { name: 'Olds too', conditions: [{ attribute: 'old', operator: 'notEmpty' }] };
    expect(await apply({ version: 1, segments: [late] })).toMatchObject({
      status: 400,
      body: { error: { field: 'segments.0.conditions.0.attribute' } },
    });
  });

  test('leaves a new CRM connection off, and one that is on, on', async () => {
    const { crm } = await read();
    await apply({ version: 1, crm: { ...crm, freshMinutes: 5 } });
    expect((await desk.call('GET', '/crm')).body).toMatchObject({
      connection: { enabled: true, freshMinutes: 5 },
    });
    const other = await startDesk();
    await other.call('PUT', '/configuration', await read());
    expect((await other.call('GET', '/crm')).body).toMatchObject({
      connection: { enabled: false, freshMinutes: 5 },
    });
    await other.close();
  });
});

describe('the preview', () => {
  test('tells the difference and the moves in the queue, and changes nothing', async () => {
    const write = async (id: string, values: object) => {
      const contact = { externalId: id, name: id };
      await desk.call('POST', '/channels/api/messages', {
        contact,
        text: 'Hello',
        externalMessageId: id,
      });
      await desk.call('PATCH', `/contacts/${id}/attributes`, { as: 'crm', values });
    };
    await write('first', {});
    await write('second', { loyalty_status: 'Platinum' });
    const before = await head();
    const { prioritization } = await read();
    const document = {
      version: 1,
      segments: [
        {
          name: 'Platinum',
          conditions: [{ attribute: 'loyalty_status', operator: 'eq', operand: 'platinum' }],
        },
      ],
      prioritization: [...prioritization, 'Platinum'],
    };
    const { status, body } = await preview(document);
    expect([status, body.added, body.changed]).toEqual([200, 1, 1]);
    expect(body).toMatchObject({
      moved: 1,
      moves: [{ name: 'second', from: 2, to: 1 }],
    });
    expect(await head()).toEqual(before);
    // An attribute that only a preview knows of leaves nothing behind.
    const unknown = await preview({
      version: 1,
      attributes: [{ key: 'mood', label: 'Mood', format: 'text', manager: 'agent' }],
      segments: [
        { name: 'Calm', conditions: [{ attribute: 'mood', operator: 'ne', operand: 'x' }] },
      ],
      prioritization: [...prioritization, 'Calm'],
    });
    // Everybody gains one: nobody moves.
    expect(unknown.body).toMatchObject({ added: 2, moved: 0 });
    expect(await head()).toEqual(before);
  });

  test('is what is applied, or a conflict if the desk is shaped otherwise meanwhile', async () => {
    const document = { version: 1, cannedReplies: [{ title: 'Sorry', text: 'Sorry!' }] };
    const seen = (await preview(document)).body.fingerprint;
    await desk.call('POST', '/canned-replies', { title: 'Another', text: 'Another' });
    const before = await head();
    expect(await apply(document, seen)).toMatchObject({
      status: 409,
      body: { error: { code: 'conflict', field: 'expect' } },
    });
    expect(await head()).toEqual(before);
    // What is no part of it does not count: a person, a message.
    const again = (await preview(document)).body.fingerprint;
    await desk.person('agent', 'New Here');
    expect((await apply(document, again)).status).toBe(200);
    expect((await apply(document, again)).status).toBe(409);
  });

  test('applied by two at once, is kept once', async () => {
    const document = { version: 1, cannedReplies: [{ title: 'Twice', text: 'Twice!' }] };
    const { fingerprint } = (await preview(document)).body;
    const both = await Promise.all([apply(document, fingerprint), apply(document, fingerprint)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('a document that does not fit', () => {
  test('is told with every problem, each at its path, and nothing of it is kept', async () => {
    const before = await head();
    const { status, body } = await apply({
      version: 1,
      settings: { timeZone: 'Mars', autoResolveAfterHours: -1 },
      attributes: [
        { key: 'fine', label: 'Fine', format: 'text', manager: 'agent' },
        { key: 'vip', format: 'text', manager: 'crm' },
        { key: 'half' },
      ],
      channels: [{ key: 'website', messenger: { accent: 'red', origins: ['nowhere'] } }],
      segments: [
        {
          name: 'Two faults',
          conditions: [
            { attribute: 'gone', operator: 'eq', operand: 'x' },
            { attribute: 'fine', operator: 'eq', operand: 'x' },
            { attribute: 'vip', operator: 'eq', operand: 'maybe' },
          ],
        },
      ],
      prioritization: ['Nowhere'],
    });
    expect(status).toBe(400);
    const { error } = body;
    expect(error.problems?.map(({ field }) => field)).toEqual([
      'settings.timeZone',
      'settings.autoResolveAfterHours',
      'attributes.1.format',
      'attributes.1.manager',
      'attributes.2.label',
      'attributes.2.format',
      'attributes.2.manager',
      'channels.0.messenger.origins.0',
      'channels.0.messenger.accent',
      'segments.0.conditions.0.attribute',
      'segments.0.conditions.2.operand',
      'prioritization.0',
    ]);
    expect(error.problems?.[0]).toEqual({ field: error.field, message: error.message });
    expect(await head()).toEqual(before);
  });

  test('in its form is told the same way, a hundred problems at most', async () => {
    const form = await apply({ version: 2, one: 1, two: 2, attributes: [{ key: 5, label: '' }] });
    expect(form.body.error.problems?.map(({ field }) => field)).toEqual([
      'version',
      'attributes.0.key',
      'attributes.0.label',
      'one',
      'two',
    ]);
    const many = Array.from({ length: 1_000 }, (_, n) => ({ name: `n${n}` }));
    const { body } = await apply({ version: 1, segments: many });
    expect(body.error.problems).toHaveLength(100);
  });

  test('is not read from a stranger, and not past 10 MB from anybody', async () => {
    const send = (bytes: number, path: string) => {
      const body = JSON.stringify({ version: 1, cannedReplies: 'x'.repeat(bytes) });
      return sendRaw(desk, { method: 'PUT', path, body, contentType: 'application/json' });
    };
    const stranger = await fetch(`${desk.url}/api/v1/configuration`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: 'no JSON',
    });
    expect(stranger.status).toBe(401);
    expect((await send(2_000_000, '/configuration')).status).toBe(400);
    expect((await send(2_000_000, '/segments')).status).toBe(413);
    expect((await send(10_000_000, '/configuration')).status).toBe(413);
  });
});
