import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningDesk, startDesk } from '../running-desk';
import { TIME } from './arrivals';

let desk: RunningDesk;

beforeAll(async () => {
  desk = await startDesk();
});

afterAll(async () => {
  await desk.close();
  expect(desk.errors).toEqual([]);
});

const head = async () => (await desk.desk.store.head()).revision;

describe('the journal', () => {
  test('gives entries in order, after a revision, so many as asked', async () => {
    type Journal = { entries: { revision: number; at: string }[] };
    const ask = (query: string) => desk.call<Journal>('GET', `/journal?${query}`);
    const { entries } = (await ask('after=3&limit=5')).body;
    expect(entries.map(({ revision }) => revision)).toEqual([4, 5, 6, 7, 8]);
    expect(entries[0]).toEqual({
      revision: 4,
      at: expect.stringMatching(TIME),
      actor: { kind: 'system', id: 'system', name: 'Frontrow' },
      cause: 'layFoundation',
      kind: 'attribute.created',
      body: expect.any(Object),
      personal: null,
    });
    expect((await ask('')).body.entries).toHaveLength(Math.min(50, await head()));
    expect((await ask(`after=${await head()}`)).body.entries).toEqual([]);
  });
});

describe('what is there without a sign-in', () => {
  test.each([
    ['/healthz', { status: 'ok' }],
    ['/readyz', { status: 'ready' }],
  ])('%s', async (path, body) => {
    expect(await desk.call('GET', path, undefined, null)).toMatchObject({ status: 200, body });
  });

  test('an unknown path is 401 to strangers, and 404 in the one form to others', async () => {
    expect((await desk.call('GET', '/nothing', undefined, null)).status).toBe(401);
    expect(await desk.call('GET', '/nothing')).toMatchObject({
      status: 404,
      body: { error: { code: 'not_found', message: 'There is nothing at /api/v1/nothing.' } },
    });
  });
});
