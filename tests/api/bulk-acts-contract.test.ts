import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type RunningDesk, type SignedIn, startDesk } from '../running-desk';
import { arrives, read } from './arrivals';
import { askBulk, inBulk } from './bulk-acts';

const AT_CHECKOUT = { page_url: 'https://shop.example/checkout' };
const SOON = new Date(Date.now() + 3_600_000).toISOString();
/** A slow disk, so that a bulk act takes its time. */
const READ_MS = 100;
const NOWHERE = '019a0000-0000-7000-8000-000000000000';
let desk: RunningDesk;
let ann: SignedIn;
let bob: SignedIn;
let sue: SignedIn;
let atCheckout: { segments: string[]; owner: string };

beforeAll(async () => {
  desk = await startDesk();
  ann = await desk.person('agent', 'Ann');
  bob = await desk.person('agent', 'Bob');
  sue = await desk.person('supervisor', 'Sue');
  const { body } = await desk.call<{ id: string }>('POST', '/segments', {
    name: 'At the checkout',
    join: 'all',
    conditions: [{ attribute: 'page_url', operator: 'endsWith', operand: '/checkout' }],
  });
  atCheckout = { segments: [body.id], owner: 'unowned' };
});

afterAll(async () => {
  await desk.close();
  expect(desk.errors).toEqual([]);
});

let customers = 0;
async function arrive(attributes: Record<string, unknown>): Promise<string> {
  customers += 1;
  const name = `Customer ${customers}`;
  const { body } = await arrives(desk, `customer-${customers}`, { name, attributes });
  return body.conversationId;
}

/** New conversations, in the order they wait in. */
async function waiting(count: number, attributes = {}): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) ids.push(await arrive(attributes));
  return ids;
}

/** New conversations that came at once. */
const crowd = (count: number, attributes = {}) =>
  Promise.all(Array.from({ length: count }, () => arrive(attributes)));

async function stateOf(conversationId: string) {
  const { header } = await read(desk, conversationId);
  return { status: header.status, owner: header.owner?.name ?? null };
}

const entriesSince = (revision: number) => desk.desk.store.entriesAfter(revision, 1_000);
const take = (conversationId: string, as: SignedIn) =>
  desk.call('POST', `/conversations/${conversationId}/claim`, {}, as);

describe('a bulk act', () => {
  test('does one thing to each, and tells how far it is in lines of JSON', async () => {
    const ids = await crowd(60);
    const answer = await askBulk(desk, { conversationIds: ids, act: 'resolve' }, { as: ann });
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson');
    const lines = (await answer.text()).trimEnd().split('\n');
    const told = lines.map((line) => JSON.parse(line));
    const bulkId = told[0]?.bulkId;
    const of60 = { bulkId, total: 60, failed: 0, failures: [] };
    expect(told).toEqual([
      { ...of60, done: 0, finished: false },
      { ...of60, done: 50, finished: false },
      { ...of60, done: 60, finished: true },
    ]);
    for (const id of ids) expect(await stateOf(id)).toEqual({ status: 'resolved', owner: null });
  });

  test('leaves each its own entry in the journal, all with the bulk as their cause', async () => {
    const ids = await waiting(3);
    const { revision } = desk.desk.memory;
    const { last } = await inBulk(desk, { conversationIds: ids, act: 'take' }, { as: ann });
    const entries = await entriesSince(revision);
    expect(entries.map(({ kind, actor, cause }) => [kind, actor.name, cause])).toEqual(
      ids.map(() => ['conversation.claimed', 'Ann', `bulk:${last.bulkId}`]),
    );
    const named = entries.map(({ body }) => 'conversationId' in body && body.conversationId);
    expect(named).toEqual(ids);
  });

  test.each([
    ['resolve', {}, { status: 'resolved', owner: null }],
    ['pend', {}, { status: 'pending', owner: 'Ann' }],
    ['new', {}, { status: 'new', owner: 'Ann' }],
    ['take', {}, { status: 'new', owner: 'Ann' }],
    ['release', {}, { status: 'new', owner: null }],
    [
      'assign',
      { personId: () => bob.id, note: 'Bob knows them.' },
      { status: 'new', owner: 'Bob' },
    ],
    ['boomerang', { returnsAt: SOON }, null],
  ])('%s', async (act, more, expected) => {
    const ids = await waiting(2);
    for (const id of ids) await take(id, ann);
    const asked = Object.entries(more).map(([key, value]) => [
      key,
      typeof value === 'function' ? value() : value,
    ]);
    const body = { conversationIds: ids, act, ...Object.fromEntries(asked) };
    const { last } = await inBulk(desk, body, { as: ann });
    expect(last).toMatchObject({ done: 2, failed: 0, finished: true });
    for (const id of ids) {
      if (expected) expect(await stateOf(id)).toEqual(expected);
      else
        expect((await read(desk, id)).header).toMatchObject({
          status: 'pending',
          returnsAt: SOON,
        });
      if (act === 'assign')
        expect((await read(desk, id)).trail.at(-1)).toMatchObject({ note: 'Bob knows them.' });
    }
  });

  test('brings resolved ones back', async () => {
    const ids = await waiting(2);
    await inBulk(desk, { conversationIds: ids, act: 'resolve' });
    await inBulk(desk, { conversationIds: ids, act: 'new' });
    for (const id of ids) expect(await stateOf(id)).toEqual({ status: 'new', owner: null });
  });

  test('says of each that is refused who it is and why, and goes on with the others', async () => {
    const [first = '', theirs = '', over = '', last = ''] = await waiting(4);
    await take(theirs, bob);
    await desk.call('POST', `/conversations/${over}/status`, { status: 'resolved' });
    const conversationIds = [first, NOWHERE, theirs, over, last];
    const result = await inBulk(desk, { conversationIds, act: 'take' }, { as: ann });
    expect(result.last).toMatchObject({ total: 5, done: 2, failed: 3 });
    expect(result.failures).toEqual([
      {
        conversationId: NOWHERE,
        name: null,
        code: 'not_found',
        message: `There is no conversation ${NOWHERE}.`,
      },
      {
        conversationId: theirs,
        name: `Customer ${customers - 2}`,
        code: 'conflict',
        message: 'Bob has taken this conversation already.',
      },
      {
        conversationId: over,
        name: `Customer ${customers - 1}`,
        code: 'conflict',
        message: 'This conversation is resolved.',
      },
    ]);
    expect((await stateOf(first)).owner).toBe('Ann');
    expect((await stateOf(last)).owner).toBe('Ann');
    expect((await stateOf(theirs)).owner).toBe('Bob');
  });

  test('counts those that are so already as done, and writes nothing of them', async () => {
    const ids = await waiting(2);
    const { revision } = desk.desk.memory;
    const { last } = await inBulk(desk, { conversationIds: ids, act: 'new' });
    expect(last).toMatchObject({ done: 2, failed: 0 });
    expect(await entriesSince(revision)).toEqual([]);
  });
});

describe('a bulk act on all that a filter holds', () => {
  test('is done to those that match at its start, in the order of the queue', async () => {
    const buying = await waiting(3, AT_CHECKOUT);
    const others = await waiting(2);
    const { revision } = desk.desk.memory;
    const { last } = await inBulk(desk, { filter: atCheckout, act: 'take' }, { as: ann });
    expect(last).toMatchObject({ total: 3, done: 3, failed: 0, finished: true });
    const entries = await entriesSince(revision);
    expect(entries.map(({ body }) => 'conversationId' in body && body.conversationId)).toEqual(
      buying,
    );
    for (const id of others) expect((await stateOf(id)).owner).toBeNull();
  });

  test('does not reach one that comes to match while it runs', async () => {
    await crowd(60, AT_CHECKOUT);
    const answer = await askBulk(desk, {
      filter: atCheckout,
      act: 'resolve',
    });
    const [late = ''] = await waiting(1, AT_CHECKOUT);
    expect((await answer.text()).trimEnd().split('\n').at(-1)).toContain('"total":60');
    expect((await stateOf(late)).status).toBe('new');
    await inBulk(desk, { conversationIds: [late], act: 'resolve' });
  });

  test('may ask for the caller’s own', async () => {
    const [mine = '', theirs = ''] = await waiting(2);
    await inBulk(desk, { filter: { owner: 'mine' }, act: 'resolve' }, { as: ann });
    await take(mine, ann);
    await take(theirs, bob);
    const { last } = await inBulk(desk, { filter: { owner: 'mine' }, act: 'pend' }, { as: ann });
    expect(last.total).toBe(1);
    expect((await stateOf(mine)).status).toBe('pending');
    expect((await stateOf(theirs)).status).toBe('new');
  });

  test('of nobody ends at once', async () => {
    const body = { filter: atCheckout, act: 'resolve' };
    const { lines } = await inBulk(desk, body);
    expect(lines).toMatchObject([{ total: 0, done: 0, failed: 0, finished: true }]);
  });
});

describe('a bulk act that is undone', () => {
  const undo = (bulkId: string, as: SignedIn) =>
    inBulk(desk, { bulkId }, { as, path: '/conversations/bulk/undo' });

  test('leaves all as they were, with their owners and their places in line', async () => {
    const ids = await waiting(3);
    await take(ids[1] ?? '', bob);
    await desk.call('POST', `/conversations/${ids[2]}/status`, { status: 'pending' }, bob);
    const before = await Promise.all(ids.map((id) => read(desk, id)));
    const { last } = await inBulk(desk, { conversationIds: ids, act: 'resolve' }, { as: ann });
    const undone = await undo(last.bulkId, ann);
    expect(undone.last).toMatchObject({ total: 3, done: 3, failed: 0, finished: true });
    for (const [place, id] of ids.entries()) {
      const { status, owner, waitingSince } = (await read(desk, id)).header;
      expect({ status, owner, waitingSince }).toEqual({
        status: before[place]?.header.status,
        owner: before[place]?.header.owner,
        waitingSince: before[place]?.header.waitingSince,
      });
    }
  });

  test('leaves those that something has happened to since, and says so', async () => {
    const [one = '', noted = '', same = ''] = await waiting(3);
    await desk.call('POST', `/conversations/${same}/status`, { status: 'pending' }, ann);
    const body = { conversationIds: [one, noted, same], act: 'pend' };
    const { last } = await inBulk(desk, body, { as: ann });
    await desk.call('POST', `/conversations/${noted}/notes`, { text: 'Called back.' }, bob);
    const { last: undone, failures } = await undo(last.bulkId, ann);
    // One was Pending already: nothing was done to it.
    expect(undone).toMatchObject({ total: 2, done: 1, failed: 1 });
    expect(failures).toMatchObject([{ conversationId: noted, code: 'conflict' }]);
    expect((await stateOf(one)).status).toBe('new');
    expect((await stateOf(noted)).status).toBe('pending');
    expect((await stateOf(same)).status).toBe('pending');
  });

  test('is undone by who did it, or by a supervisor', async () => {
    const ids = await waiting(2);
    const { last } = await inBulk(desk, { conversationIds: ids, act: 'take' }, { as: ann });
    const refused = await undo(last.bulkId, bob);
    expect(refused.last).toMatchObject({ done: 0, failed: 2 });
    expect(refused.failures[0]).toMatchObject({ code: 'forbidden' });
    for (const id of ids) expect((await stateOf(id)).owner).toBe('Ann');
    expect((await undo(last.bulkId, sue)).last).toMatchObject({ done: 2, failed: 0 });
    for (const id of ids) expect((await stateOf(id)).owner).toBeNull();
  });

  test('twice finds them changed the second time', async () => {
    const ids = await waiting(2);
    const { last } = await inBulk(desk, { conversationIds: ids, act: 'pend' }, { as: ann });
    await undo(last.bulkId, ann);
    expect((await undo(last.bulkId, ann)).last).toMatchObject({ done: 0, failed: 2 });
  });
});

describe('who may do what in bulk is who may do it singly', () => {
  test('an agent releases and hands over their own only; a supervisor anybody’s', async () => {
    for (const more of [{ act: 'release' }, { act: 'assign', personId: sue.id }]) {
      const [mine = '', theirs = ''] = await waiting(2);
      await take(mine, ann);
      await take(theirs, bob);
      const body = { conversationIds: [mine, theirs], ...more };
      const { last, failures } = await inBulk(desk, body, { as: ann });
      expect(last).toMatchObject({ done: 1, failed: 1 });
      expect(failures).toMatchObject([{ conversationId: theirs, code: 'forbidden' }]);
      expect((await stateOf(theirs)).owner).toBe('Bob');
      expect((await stateOf(mine)).owner).not.toBe('Ann');
      const again = await inBulk(desk, { ...body, conversationIds: [theirs] }, { as: sue });
      expect(again.last).toMatchObject({ done: 1, failed: 0 });
      expect((await stateOf(theirs)).owner).not.toBe('Bob');
    }
  });

  test('a token takes nothing, as there is nobody to take it', async () => {
    const [id = ''] = await waiting(1);
    const answer = await askBulk(desk, { conversationIds: [id], act: 'take' });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ error: { code: 'forbidden' } });
  });
});

describe('while a bulk act runs', () => {
  test('the desk answers others', async () => {
    const ids = await crowd(600);
    let done = false;
    const acted = inBulk(desk, { conversationIds: ids, act: 'pend' }).finally(() => {
      done = true;
    });
    let answers = 0;
    while (!done) {
      expect((await desk.call('GET', '/queue?limit=1')).status).toBe(200);
      answers += 1;
    }
    expect((await acted).last).toMatchObject({ done: 600, finished: true });
    expect(answers).toBeGreaterThan(3);
  });

  test('a caller who hangs up stops it; what is done stays done', async () => {
    const ids = await crowd(250);
    const { conversation } = desk.desk.store;
    vi.spyOn(desk.desk.store, 'conversation').mockImplementation(async (id) => {
      await pause(READ_MS);
      return conversation(id);
    });
    const gone = new AbortController();
    const body = { conversationIds: ids, act: 'resolve' };
    const answer = await askBulk(desk, body, { signal: gone.signal });
    await answer.body?.getReader().read();
    gone.abort();
    // Bulk acts of one caller take turns: had the first gone on, it would have ended by now.
    const strangers = ids.map((id) => `not ${id}`);
    await inBulk(desk, { conversationIds: strangers, act: 'new' });
    const states = await Promise.all(ids.map((id) => conversation(id)));
    expect(states.filter((state) => state?.status === 'new').length).toBeGreaterThan(100);
  });

  test('a failure of the desk ends it, says so, and the desk’s keeper is told why', async () => {
    const [one = '', broken = ''] = await waiting(2);
    const { conversation } = desk.desk.store;
    const gone = new Error('The disk is gone.');
    const spy = vi
      .spyOn(desk.desk.store, 'conversation')
      .mockImplementation((id) => (id === broken ? Promise.reject(gone) : conversation(id)));
    const body = { conversationIds: [one, broken], act: 'resolve' };
    const { lines } = await inBulk(desk, body);
    expect(lines).toMatchObject([
      { total: 2, done: 0 },
      { error: { code: 'internal', message: expect.stringContaining('ended early') } },
    ]);
    expect(desk.errors.splice(0)).toEqual([gone]);
    spy.mockRestore();
    expect((await stateOf(one)).status).toBe('resolved');
    expect((await stateOf(broken)).status).toBe('new');
  });
});
