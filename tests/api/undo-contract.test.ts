import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningDesk, type SignedIn, startDesk } from '../running-desk';
import { arrives, read } from './arrivals';

const NOON = Date.UTC(2026, 0, 5, 12);
const HOUR = 3_600_000;
const iso = (ms: number) => new Date(ms).toISOString();

type Answer = { revision: number; error?: { message: string; field?: string } };

let desk: RunningDesk;
let now = NOON;
let ann: SignedIn;
let ben: SignedIn;
let sue: SignedIn;

beforeAll(async () => {
  desk = await startDesk({ clock: () => now });
  [ann, ben] = [await desk.person('agent', 'Ann'), await desk.person('agent', 'Ben')];
  sue = await desk.person('supervisor', 'Sue');
});

afterAll(async () => {
  await desk.close();
  expect(desk.errors).toEqual([]);
});

const post = (id: string, verb: string, body: unknown, as: SignedIn) =>
  desk.call<Answer>('POST', `/conversations/${id}/${verb}`, body, as);

const write = (id: string, values: Record<string, unknown>, as: SignedIn) =>
  desk.call<Answer>('PATCH', `/conversations/${id}/attributes`, { values }, as);

let conversations = 0;
/** A new conversation; whatever comes next comes an hour later. */
async function opened(): Promise<string> {
  conversations += 1;
  const { body } = await arrives(desk, `undo-${conversations}`);
  now += HOUR;
  return body.conversationId;
}

/** How it stands, without what only says that something was written. */
async function stands(id: string) {
  const { header, values, segments } = await read(desk, id);
  const { status, owner, waitingSince, returnsAt } = header;
  return { status, owner, waitingSince, returnsAt, values, segments };
}

/** The journal's last entry. */
async function lastEntry() {
  const { revision } = await desk.desk.store.head();
  const [entry] = await desk.desk.store.entriesAfter(revision - 1, 1);
  return entry;
}

describe('undo', () => {
  type Act = (id: string) => Promise<{ status: number; body: Answer }>;
  const acts: [string, Act | null, Act][] = [
    ['a claim', null, (id) => post(id, 'claim', {}, ann)],
    ['a release', (id) => post(id, 'claim', {}, ann), (id) => post(id, 'release', {}, ann)],
    [
      'a hand-over',
      (id) => post(id, 'claim', {}, ann),
      (id) => post(id, 'assign', { personId: ben.id, note: 'Yours' }, ann),
    ],
    ['a pend', null, (id) => post(id, 'status', { status: 'pending' }, ann)],
    [
      'a make New',
      (id) => post(id, 'status', { status: 'pending' }, ann),
      (id) => post(id, 'status', { status: 'new' }, ann),
    ],
    [
      'a resolve',
      (id) => post(id, 'claim', {}, ann),
      (id) => post(id, 'status', { status: 'resolved' }, ann),
    ],
    [
      'a reopen',
      (id) => post(id, 'status', { status: 'resolved' }, ann),
      (id) => post(id, 'status', { status: 'new' }, ann),
    ],
    ['a boomerang', null, (id) => post(id, 'boomerang', { returnsAt: iso(now + HOUR) }, ann)],
    [
      'a second boomerang',
      (id) => post(id, 'boomerang', { returnsAt: iso(now + HOUR) }, ann),
      (id) => post(id, 'boomerang', { returnsAt: iso(now + 2 * HOUR) }, ann),
    ],
    ['a new value', null, (id) => write(id, { vip: true }, ann)],
    [
      'changed values',
      (id) => write(id, { vip: true, language: 'fr' }, ben),
      (id) => write(id, { vip: null, language: 'de', country: 'Chad' }, ann),
    ],
  ];

  test.each(acts)('of %s leaves all as it was, once', async (_, first, act) => {
    const id = await opened();
    if (first) expect((await first(id)).status).toBe(200);
    const before = await stands(id);
    now += HOUR;
    const { status, body } = await act(id);
    expect(status).toBe(200);
    expect(await stands(id)).not.toEqual(before);
    now += HOUR;
    const undone = await post(id, 'undo', { revision: body.revision }, ann);
    expect(undone.status).toBe(200);
    expect(await stands(id)).toEqual(before);
    const entry = await lastEntry();
    expect(entry?.revision).toBe(undone.body.revision);
    expect(entry?.body).toMatchObject({ undone: { revision: body.revision } });
    const again = await post(id, 'undo', { revision: body.revision }, ann);
    expect(again.status).toBe(409);
    expect((await lastEntry())?.revision).toBe(undone.body.revision);
  });

  test.each(acts)('of %s needs no revision when it was the last', async (_, first, act) => {
    const id = await opened();
    if (first) await first(id);
    const before = await stands(id);
    await act(id);
    expect((await post(id, 'undo', {}, ann)).status).toBe(200);
    expect(await stands(id)).toEqual(before);
  });

  test('stands in the trail: who took what back', async () => {
    const id = await opened();
    await post(id, 'claim', {}, ann);
    await post(id, 'status', { status: 'resolved' }, ann);
    await post(id, 'undo', {}, ann);
    await post(id, 'assign', { personId: ben.id }, ann);
    await post(id, 'undo', {}, sue);
    const { trail } = await read(desk, id);
    const lines = trail.map(({ kind, undone, by }) => [kind, undone, by.name]);
    expect(lines).toEqual([
      ['claimed', null, 'Ann'],
      ['resolved', null, 'Ann'],
      ['undone', 'resolved', 'Ann'],
      ['assigned', null, 'Ann'],
      ['undone', 'assigned', 'Sue'],
    ]);
  });

  const since: [string, (id: string) => Promise<unknown>, string][] = [
    ['a colleague took it', (id) => post(id, 'claim', {}, ben), 'Ben has taken it since'],
    [
      'a note was left',
      (id) => post(id, 'notes', { text: 'Hm' }, ben),
      'Ben has left a note since',
    ],
    ['it was answered', (id) => post(id, 'replies', { text: 'Hi' }, sue), 'Sue has answered since'],
    [
      'the customer wrote',
      () => arrives(desk, `undo-${conversations}`),
      'the customer has written since',
    ],
    [
      'it was pended',
      (id) => post(id, 'status', { status: 'pending' }, ben),
      'Ben has changed it since',
    ],
  ];
  test.each(since)('once %s is refused, and says so', async (_, happens, words) => {
    const id = await opened();
    await post(id, 'claim', {}, ann);
    const { body } = await post(id, 'release', {}, ann);
    await happens(id);
    const before = await stands(id);
    const answer = await post(id, 'undo', { revision: body.revision }, ann);
    expect(answer.status).toBe(409);
    expect(answer.body.error?.message).toContain(words);
    expect(await stands(id)).toEqual(before);
  });

  test('of values lets other values be, and is refused once one of them was written again', async () => {
    const id = await opened();
    const { body } = await write(id, { vip: true, language: 'fr' }, ann);
    await write(id, { country: 'Chad' }, ben);
    expect((await post(id, 'undo', { revision: body.revision }, ann)).status).toBe(200);
    const second = await write(id, { vip: true }, ann);
    await write(id, { vip: false }, ben);
    const answer = await post(id, 'undo', { revision: second.body.revision }, ann);
    expect(answer.status).toBe(409);
    expect(answer.body.error?.message).toContain('VIP was written again since');
  });

  test('of a reply is refused: what is sent is sent', async () => {
    const id = await opened();
    const { body } = await post(id, 'replies', { text: 'Sorry' }, ann);
    expect((await post(id, 'undo', { revision: body.revision }, ann)).status).toBe(409);
    expect((await post(id, 'undo', {}, ann)).status).toBe(409);
  });

  test('of another’s act is for supervisors, and of the desk’s own for everybody', async () => {
    const id = await opened();
    const { body } = await post(id, 'claim', {}, ann);
    expect((await post(id, 'undo', { revision: body.revision }, ben)).status).toBe(403);
    expect((await post(id, 'undo', {}, ben)).status).toBe(403);
    expect((await post(id, 'undo', { revision: body.revision }, sue)).status).toBe(200);
  });

  test('of a resolve gives it to nobody who is no longer here', async () => {
    const gone = await desk.person('agent', 'Gone');
    const id = await opened();
    await post(id, 'claim', {}, gone);
    await post(id, 'status', { status: 'resolved' }, sue);
    await desk.call('PATCH', `/people/${gone.id}`, { active: false });
    expect((await post(id, 'undo', {}, sue)).status).toBe(200);
    expect(await stands(id)).toMatchObject({ status: 'new', owner: null });
  });

  test('names an act on this conversation, or is told that it does not', async () => {
    const [id, other] = [await opened(), await opened()];
    await post(id, 'claim', {}, ann);
    const { body } = await post(other, 'claim', {}, ann);
    for (const revision of [body.revision, 1, 1_000_000]) {
      const answer = await post(id, 'undo', { revision }, ann);
      expect(answer.status).toBe(400);
      expect(answer.body.error).toMatchObject({ field: 'revision' });
    }
    const values = await write(other, { vip: true }, ann);
    const answer = await post(id, 'undo', { revision: values.body.revision }, ann);
    expect(answer.status).toBe(400);
  });
});
