import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningDesk, startDesk } from '../running-desk';
import type { Refusal } from './bad-input';

let desk: RunningDesk;

beforeAll(async () => {
  desk = await startDesk();
});

afterAll(async () => {
  await desk.close();
  expect(desk.errors).toEqual([]);
});

const secrets = async (key: string) =>
  (await desk.call<{ id: string }[]>('GET', `/channels/${key}/secrets`)).body.map(({ id }) => id);

test('a messenger comes with its settings, on no site yet, and with an attribute for time zones', async () => {
  const website = { key: 'website', label: 'Website', kind: 'messenger' };
  expect(await desk.call('POST', '/channels', website)).toMatchObject({
    status: 201,
    body: website,
  });
  expect((await desk.call('GET', '/channels/website/messenger')).body).toMatchObject({
    channel: 'website',
    title: 'Website',
    origins: [],
    preChat: [],
  });
  const { body: attributes } = await desk.call('GET', '/attributes');
  expect(attributes).toContainEqual(
    expect.objectContaining({ key: 'time_zone', manager: 'channel', standard: false }),
  );
  await desk.call('POST', '/channels', { key: 'second', label: 'Second', kind: 'messenger' });
  expect((await desk.call('GET', '/channels/second/messenger')).status).toBe(200);
  expect((await desk.call('GET', '/channels/api/messenger')).status).toBe(404);
});

test('a messenger is changed in part, its sites as browsers name them, and not over a save between', async () => {
  const { body: before } = await desk.call<{ revision: number }>(
    'GET',
    '/channels/website/messenger',
  );
  const change = {
    origins: ['https://SHOP.example:443/', 'http://localhost:8080', 'https://shop.example'],
    accent: '#AB12CD',
    expect: before.revision,
  };
  const { status, body } = await desk.call('PATCH', '/channels/website/messenger', change);
  expect([status, body]).toEqual([
    200,
    {
      ...before,
      origins: ['https://shop.example', 'http://localhost:8080'],
      accent: '#ab12cd',
      revision: expect.any(Number),
    },
  ]);
  expect((await desk.call('PATCH', '/channels/website/messenger', change)).status).toBe(409);
});

test('two secrets of a channel live at once; a third waits until one is retired', async () => {
  type Made = { id: string; secret: string };
  const make = () => desk.call<Made & Refusal>('POST', '/channels/website/secrets');
  const made = await Promise.all([make(), make(), make()]);
  expect(made.map(({ status }) => status).sort()).toEqual([201, 201, 409]);
  const live = made.filter(({ status }) => status === 201).map(({ body }) => body);
  for (const { secret } of live) expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect((await secrets('website')).sort()).toEqual(live.map(({ id }) => id).sort());
  const { body: journal } = await desk.call('GET', '/journal?limit=200');
  expect(JSON.stringify(journal)).toContain('signingSecret.created');
  for (const { secret } of live) expect(JSON.stringify(journal)).not.toContain(secret.slice(6));

  const [first] = live;
  expect((await desk.call('DELETE', `/channels/second/secrets/${first?.id}`)).status).toBe(404);
  expect((await desk.call('DELETE', `/channels/website/secrets/${first?.id}`)).status).toBe(204);
  expect(await secrets('website')).toEqual([live[1]?.id]);
  expect((await make()).status).toBe(201);
});
