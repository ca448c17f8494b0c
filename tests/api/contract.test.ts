import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningDesk, type SignedIn, startDesk } from '../running-desk';
import { arrives, ID, TIME } from './arrivals';

type Segment = { id: string; changedAt: string; highPriority: boolean };
type Prioritization = { segmentIds: string[]; revision: number };
type Queue = {
  revision: number;
  total: number;
  entries: { priority: number; contact: { externalId: string } }[];
};
type Preview = {
  contacts: number;
  conversations: number;
  moves: { conversationId: string; from: number; to: number }[];
};
type Refused = { error: { code: string; message: string; field?: string } };

let desk: RunningDesk;
let ann: SignedIn;

beforeAll(async () => {
  desk = await startDesk();
  ann = await desk.person('agent', 'Ann');
});

afterAll(async () => {
  await desk.close();
  expect(desk.errors).toEqual([]);
});

const head = async () => (await desk.desk.store.head()).revision;
const operand = (attribute: string, operator: string, value?: string | string[]) => ({
  attribute,
  operator,
  ...(value === undefined ? {} : { operand: value }),
});

async function segment(name: string, ...conditions: object[]): Promise<Segment> {
  return (await desk.call<Segment>('POST', '/segments', { name, join: 'all', conditions })).body;
}

describe('the queue', () => {
  test('has entries of the agreed shape, high-priority matches first and with their reasons', async () => {
    const belgians = await segment('Belgians', operand('country', 'eq', '“belgium”'));
    await segment('Anyone', operand('vip', 'ne', 'yes'));
    await desk.call('PUT', `/prioritization/${belgians.id}`);
    const { body } = await arrives(desk, 'shape', {
      name: 'Bob',
      text: 'Where is\nmy parcel?',
      attributes: { country: 'Belgium' },
    });
    await desk.call('POST', `/conversations/${body.conversationId}/claim`, {}, ann);
    const revision = await head();
    const queue = await desk.call('GET', '/queue?segments=&order=priority');
    const condition = operand('country', 'eq', 'belgium');
    expect(queue.body).toEqual({
      epoch: expect.any(String),
      revision,
      total: 1,
      entries: [
        {
          conversationId: body.conversationId,
          contact: { externalId: 'shape', name: 'Bob' },
          channel: 'api',
          status: 'new',
          priority: 1,
          reasons: [
            {
              segmentId: belgians.id,
              name: 'Belgians',
              conditions: [
                {
                  ...condition,
                  value: 'Belgium',
                  source: 'channel',
                  setAt: expect.stringMatching(TIME),
                },
              ],
            },
          ],
          segments: [
            { id: belgians.id, name: 'Belgians', highPriority: true },
            { id: expect.stringMatching(ID), name: 'Anyone', highPriority: false },
          ],
          waitingSince: expect.stringMatching(TIME),
          returnsAt: null,
          owner: { id: ann.id, name: 'Ann' },
          preview: expect.stringMatching(/^Where is\s+my parcel\?$/),
          revision,
        },
      ],
    });
  });

  test('is filtered by owner and cut into windows', async () => {
    for (const id of ['f1', 'f2', 'f3']) await arrives(desk, id);
    const ask = (query: string, as?: SignedIn) =>
      desk.call<Queue>('GET', `/queue?${query}`, undefined, as);
    expect((await ask('owner=mine', ann)).body.total).toBe(1);
    expect((await ask(`owner=${ann.id}`)).body.total).toBe(1);
    expect((await ask('owner=unowned')).body.total).toBe(3);
    const page = await ask('owner=unowned&offset=1&limit=1');
    expect(page.body).toMatchObject({ total: 3, entries: [{ contact: { externalId: 'f2' } }] });
    expect((await ask('offset=100')).body.entries).toEqual([]);
    expect((await ask('status=pending')).body.total).toBe(0);
  });
});

describe('segments', () => {
  test('have the agreed shape, and nothing of the quotes around an operand', async () => {
    const made = await desk.call('POST', '/segments', {
      name: ' Followed ',
      join: 'any',
      conditions: [
        operand('twitter_followers', 'anyOf', ['"1"', ' 2 ']),
        operand('vip', 'notEmpty'),
      ],
    });
    expect(made).toMatchObject({ status: 201 });
    expect(made.body).toEqual({
      id: expect.stringMatching(ID),
      name: 'Followed',
      join: 'any',
      conditions: [operand('twitter_followers', 'anyOf', ['1', '2']), operand('vip', 'notEmpty')],
      highPriority: false,
      changedBy: 'test admin',
      changedAt: expect.stringMatching(TIME),
    });
    const { body } = await desk.call<Segment[]>('GET', '/segments');
    expect(body).toContainEqual(made.body);
  });

  test('are not saved over what somebody else has saved meanwhile', async () => {
    const made = await segment('Edited', operand('vip', 'eq', 'yes'));
    const path = `/segments/${made.id}`;
    const offset = made.changedAt.replace('Z', '+00:00');
    expect((await desk.call('PATCH', path, { name: 'A', expect: offset })).status).toBe(200);
    const stale = await desk.call<Refused>('PATCH', path, {
      name: 'B',
      expect: '2001-01-01T00:00:00.000Z',
    });
    expect(stale).toMatchObject({ status: 409, body: { error: { code: 'conflict' } } });
    expect(stale.body.error.message).toContain('test admin');
  });

  test('leave the Prioritization list when they are deleted', async () => {
    const made = await segment('Short-lived', operand('vip', 'eq', 'yes'));
    await desk.call('PUT', `/prioritization/${made.id}`);
    expect((await desk.call('DELETE', `/segments/${made.id}`)).status).toBe(204);
    const { body } = await desk.call<Prioritization>('GET', '/prioritization');
    expect(body.segmentIds).not.toContain(made.id);
    expect((await desk.call('GET', `/queue?segments=${made.id}`)).status).toBe(400);
  });

  test('a preview says who would match and who would move, and changes nothing', async () => {
    await desk.call('PUT', '/prioritization', { segmentIds: [] });
    const { body: last } = await arrives(desk, 'last', { attributes: { language: 'Frisian' } });
    const before = await head();
    const { body, status } = await desk.call<Preview>('POST', '/segments/preview', {
      join: 'all',
      conditions: [operand('language', 'eq', 'frisian')],
    });
    const { total } = (await desk.call<Queue>('GET', '/queue')).body;
    expect(status).toBe(200);
    expect(body).toMatchObject({
      sentence: expect.stringContaining('Language'),
      contacts: 1,
      conversations: 1,
      moves: [{ conversationId: last.conversationId, from: total, to: 1 }],
    });
    expect(await head()).toBe(before);
  });
});

describe('the Prioritization list', () => {
  test('is refused when it has changed since the revision expected', async () => {
    const { body } = await desk.call<Prioritization>('GET', '/prioritization');
    const put = (segmentIds: string[], expect?: number) =>
      desk.call<Prioritization & Refused>('PUT', '/prioritization', { segmentIds, expect });
    const first = await put(['vip'], body.revision);
    expect(first).toMatchObject({ status: 200, body: { segmentIds: ['vip'] } });
    const stale = await put([], body.revision);
    expect(stale).toMatchObject({
      status: 409,
      body: { error: { code: 'conflict', field: 'expect' } },
    });
    expect((await put([], first.body.revision)).status).toBe(200);
  });

  test('makes one entry of a change, and none of what is so already', async () => {
    const before = await head();
    await desk.call('PUT', '/prioritization/vip');
    expect(await head()).toBe(before + 1);
    await desk.call('PUT', '/prioritization/vip');
    await desk.call('PUT', '/prioritization', { segmentIds: ['vip', 'vip'] });
    expect(await head()).toBe(before + 1);
    expect((await desk.call('DELETE', '/prioritization/vip')).body).toEqual({
      segmentIds: [],
      revision: before + 2,
    });
  });
});

describe('API tokens', () => {
  test('show their secret once; the database and the journal have none', async () => {
    const made = await desk.call<{ secret: string; token: { id: string } }>('POST', '/tokens', {
      name: 'Shop',
      scope: 'read',
    });
    const { secret, token } = made.body;
    expect(made.body).toEqual({
      secret: expect.stringMatching(/^frt_[\w-]{43}$/),
      token: {
        id: expect.stringMatching(ID),
        name: 'Shop',
        scope: 'read',
        createdAt: expect.stringMatching(TIME),
      },
    });
    const listed = await desk.call('GET', '/tokens');
    expect(listed.body).toContainEqual(token);
    const journal = await desk.call('GET', `/journal?after=${(await head()) - 1}`);
    const kept = [desk.path, `${desk.path}-wal`].map((path) => readFileSync(path, 'latin1'));
    for (const text of [JSON.stringify([listed.body, journal.body]), ...kept])
      expect(text).not.toContain(secret);
    expect((await desk.call('GET', '/me', undefined, secret)).status).toBe(200);
    expect((await desk.call('DELETE', `/tokens/${token.id}`)).status).toBe(204);
    expect((await desk.call('GET', '/me', undefined, secret)).status).toBe(401);
    expect((await desk.call('DELETE', `/tokens/${token.id}`)).status).toBe(404);
  });
});

describe('contacts', () => {
  test('are made with 201 and found with 200, with values of their formats', async () => {
    const put = (body: unknown) => desk.call('PUT', '/contacts/put', body);
    const first = await put({ name: 'Pia', as: 'agent', values: { vip: false } });
    expect(first.status).toBe(201);
    expect(first.body).toEqual({
      contactId: expect.stringMatching(ID),
      externalId: 'put',
      values: ['vip', 'name'].map((attribute) => ({
        attribute,
        value: attribute === 'vip' ? false : 'Pia',
        source: 'agent',
        setAt: expect.stringMatching(TIME),
      })),
    });
    const before = await head();
    expect(await put({ name: 'Pia', values: { vip: false } })).toMatchObject({
      status: 200,
      body: first.body,
    });
    expect(await head()).toBe(before);
    expect((await put({ values: { vip: null } })).body).toMatchObject({
      values: [{ attribute: 'name' }],
    });
  });

  test('made twenty times at once are made once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        desk.call<{ contactId: string }>('PUT', '/contacts/many', {}),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(19).fill(200), 201]);
    expect(new Set(answers.map(({ body }) => body.contactId))).toHaveProperty('size', 1);
  });
});
