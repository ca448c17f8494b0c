import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MAX_DRAFTS } from '@/lib/desk/checks';
import type { DraftWire } from '@/lib/desk/wire';
import { customerWrites } from '../realtime/desk-traffic';
import { type RunningDesk, type SignedIn, startDesk } from '../running-desk';
import type { Refusal } from './bad-input';

const NOON = Date.UTC(2026, 0, 5, 12);

let desk: RunningDesk;
let kim: SignedIn;
let conversationId: string;
let now: number;

beforeEach(async () => {
  now = NOON;
  desk = await startDesk({ clock: () => now });
  kim = await desk.person('agent', 'Kim');
  conversationId = await customerWrites(desk, 'ann');
});

afterEach(async () => {
  await desk.close();
  expect(desk.errors).toEqual([]);
});

type Written = Partial<DraftWire> & { agoMs?: number };

const path = (id = conversationId) => `/conversations/${id}/draft`;
const put = <T = DraftWire>(draft: Written, as = kim, id = conversationId) =>
  desk.call<T>('PUT', path(id), { mode: 'reply', reply: '', note: '', ...draft }, as);
const get = <T = DraftWire>(as = kim) => desk.call<T>('GET', path(), undefined, as);
const list = async (as = kim) =>
  (await desk.call<DraftWire[]>('GET', '/drafts', undefined, as)).body;

describe('a draft', () => {
  test('is kept as it was written, and read by its person alone', async () => {
    const draft = { mode: 'note', reply: ' Dear Ann,\n\n', note: 'Ask Sam 😀', after: 'message-1' };
    const kept = { conversationId, ...draft, writtenAt: '2026-01-05T12:00:00.000Z' };
    const before = desk.desk.memory.revision;
    const answer = await desk.call('PUT', path(), draft, kim);
    expect(answer).toMatchObject({ status: 200, body: kept });
    expect(desk.desk.memory.revision).toBe(before);
    expect((await get()).body).toEqual(kept);
    expect(await list()).toEqual([kept]);
    const admin = await desk.person('admin', 'Ada');
    expect((await get<Refusal>(admin)).body.error.message).toBe(
      'You have no draft in this conversation.',
    );
    expect(await list(admin)).toEqual([]);
    const { body: journal } = await desk.call('GET', '/journal?limit=200');
    expect(JSON.stringify(journal)).not.toContain('Dear Ann');
  });

  test('gives way to what was written later, whatever arrives last', async () => {
    now = NOON + 10_000;
    await put({ reply: 'Second', agoMs: 1_000 });
    expect((await put({ reply: 'First', agoMs: 2_000 })).body).toMatchObject({ reply: 'Second' });
    expect((await put({ reply: 'Third' })).body).toMatchObject({ reply: 'Third' });
    now = NOON;
    expect((await put({ reply: 'After the clock was set back' })).body).toMatchObject({
      reply: 'After the clock was set back',
    });
  });

  test('is gone when it is emptied or deleted, however often', async () => {
    await put({ reply: 'Hello' });
    expect((await put({})).body).toMatchObject({ reply: '', note: '', after: null });
    expect((await get()).status).toBe(404);
    await put({ note: 'Hello' });
    for (const time of ['first', 'second']) {
      const { status } = await desk.call('DELETE', path(), undefined, kim);
      expect([time, status]).toEqual([time, 204]);
    }
    expect(await list()).toEqual([]);
  });

  test('is gone once it is sent; what is not sent stays', async () => {
    const reply = { text: 'On its way' };
    await put({ reply: ' On its way\n', note: 'Call back', after: 'x' });
    await desk.call('POST', `/conversations/${conversationId}/replies`, reply, kim);
    expect(await list()).toMatchObject([{ reply: '', note: 'Call back', after: null }]);
    await desk.call('POST', `/conversations/${conversationId}/notes`, { text: 'Call back' }, kim);
    expect(await list()).toEqual([]);
    await put({ reply: 'Something else' });
    await desk.call('POST', `/conversations/${conversationId}/replies`, reply, kim);
    const sam = await desk.person('agent', 'Sam');
    const theirs = { text: 'Something else' };
    await desk.call('POST', `/conversations/${conversationId}/replies`, theirs, sam);
    expect(await list()).toMatchObject([{ reply: 'Something else' }]);
  });

  test('is none in a conversation that does not exist, nor one more than fit', async () => {
    expect(await put<Refusal>({ reply: 'Hello' }, kim, 'gone')).toMatchObject({
      status: 404,
      body: { error: { message: 'There is no conversation gone.' } },
    });
    const ids = await Promise.all(
      Array.from({ length: MAX_DRAFTS }, (_, n) => customerWrites(desk, `customer-${n}`)),
    );
    for (const id of ids) expect((await put({ reply: 'Hello' }, kim, id)).status).toBe(200);
    const refused = await put<Refusal>({ reply: 'Hello' });
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toContain(`${MAX_DRAFTS} drafts`);
    expect((await put({ reply: 'Hello again' }, kim, ids[0])).status).toBe(200);
    expect((await put({})).status).toBe(200);
  });
});
