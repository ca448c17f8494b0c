import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningDesk, type SignedIn, startDesk } from '../running-desk';
import { arrives, read } from './arrivals';

const NOON = Date.UTC(2026, 0, 5, 12);
const MINUTE = 60_000;
const iso = (ms: number) => new Date(ms).toISOString();

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
  desk.call<{
    revision: number;
    conversationId: string;
    error?: { message: string; field?: string };
  }>('POST', `/conversations/${id}/${verb}`, body, as);

/** A new conversation; the next message comes a minute later. */
async function opened(externalId: string): Promise<string> {
  const { body } = await arrives(desk, externalId);
  now += MINUTE;
  return body.conversationId;
}

describe('a message with an id of its sender’s', () => {
  const messageId = 'e3a2b1c0-0d4e-4f5a-8b6c-7d8e9f0a1b2c';

  test.each(['replies', 'notes'])(
    'is written once, however often its %s are sent',
    async (verb) => {
      const id = await opened(`once-${verb}`);
      const own = `${verb === 'replies' ? 'a' : 'b'}${messageId.slice(1)}`;
      const send = () => post(id, verb, { text: 'Here you are', messageId: own }, ann);
      const answers = await Promise.all([send(), send(), send()]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
      const before = await read(desk, id);
      expect((await send()).status).toBe(200);
      expect((await read(desk, id)).header).toEqual(before.header);
      expect(before.messages.filter((message) => message.id === own)).toHaveLength(1);
    },
  );

  test('is refused when the id is another message’s', async () => {
    const [id, other] = [await opened('once-1'), await opened('once-2')];
    expect((await post(id, 'replies', { text: 'Hello', messageId }, ann)).status).toBe(201);
    for (const [where, verb, text, who] of [
      [id, 'replies', 'Something else', ann],
      [id, 'notes', 'Hello', ann],
      [id, 'replies', 'Hello', ben],
      [other, 'replies', 'Hello', ann],
    ] as const) {
      const answer = await post(where, verb, { text, messageId }, who);
      expect(answer.status).toBe(409);
    }
    expect((await read(desk, other)).messages).toHaveLength(1);
    const bad = await post(id, 'replies', { text: 'Hello', messageId: 'mine' }, ann);
    expect(bad.body.error).toMatchObject({ field: 'messageId' });
  });
});

describe('a note that mentions colleagues', () => {
  const text = 'Ask @Ben, not @Bennett; ben@Ben.example is old';

  test('keeps whom it mentions, each once, with the names in its text, and gives nobody ownership', async () => {
    const id = await opened('mention-1');
    await post(id, 'claim', {}, ann);
    const mentions = [ben.id, ben.id];
    expect((await post(id, 'notes', { text, mentions }, ann)).status).toBe(201);
    expect((await post(id, 'notes', { text }, ann)).status).toBe(201);
    await desk.call('PATCH', `/people/${ben.id}`, { name: 'Benjamin' });
    const { header, messages } = await read(desk, id);
    await desk.call('PATCH', `/people/${ben.id}`, { name: 'Ben' });
    const marks = [{ id: ben.id, name: 'Ben' }];
    expect(messages.map((message) => message.mentions)).toEqual([[], marks, []]);
    expect(header).toMatchObject({ status: 'new', owner: { id: ann.id } });
    const { revision } = await desk.desk.store.head();
    const entries = await desk.desk.store.entriesAfter(revision - 4, 10);
    const noted = entries.filter(({ kind }) => kind === 'conversation.noted');
    expect(noted[0]?.body).toMatchObject({ mentions: marks });
    expect(noted[1]?.body).not.toHaveProperty('mentions');
  });

  test('is refused when the text does not name them, or they have left', async () => {
    const id = await opened('mention-2');
    const gone = await desk.person('agent', 'Gone');
    await desk.call('PATCH', `/people/${gone.id}`, { active: false });
    for (const [words, mentions, field] of [
      ['Ask @Bennett', [ben.id], 'mentions.0'],
      ['Ask Ben', [ben.id], 'mentions.0'],
      ['ben@Ben.example', [ben.id], 'mentions.0'],
      ['@Ben and @Gone', [ben.id, gone.id], 'mentions.1'],
    ] as const) {
      const { status, body } = await post(id, 'notes', { text: words, mentions }, ann);
      expect([status, body.error?.field]).toEqual([400, field]);
    }
    expect((await read(desk, id)).messages).toHaveLength(1);
  });

  test('is written once, also when whom it mentions has left before it is sent again', async () => {
    const id = await opened('mention-3');
    const kim = await desk.person('agent', 'Kim');
    const messageId = '5f0c2b1e-8f55-4b0e-9a59-0a6a2e0f7a11';
    const note = { text: '@Kim, @Ben?', mentions: [kim.id, ben.id], messageId };
    expect((await post(id, 'notes', note, ann)).status).toBe(201);
    await desk.call('PATCH', `/people/${kim.id}`, { active: false });
    expect((await post(id, 'notes', note, ann)).status).toBe(200);
    const other = await post(id, 'notes', { ...note, mentions: [ben.id] }, ann);
    expect(other.status).toBe(409);
    expect((await read(desk, id)).messages).toHaveLength(2);
  });
});

test('a hand-over says in the trail to whom and why', async () => {
  const id = await opened('hand-over');
  await post(id, 'claim', {}, ann);
  const note = 'She has written in <i>Dutch</i> before';
  expect((await post(id, 'assign', { personId: ben.id, note }, ann)).status).toBe(200);
  const { header, trail } = await read(desk, id);
  expect(header.owner).toEqual({ id: ben.id, name: 'Ben' });
  expect(trail.at(-1)).toMatchObject({
    kind: 'assigned',
    by: { kind: 'person', name: 'Ann' },
    owner: { id: ben.id, name: 'Ben' },
    note,
  });
  // Ben has it already: a second note would be lost without a word.
  expect((await post(id, 'assign', { personId: ben.id, note }, sue)).status).toBe(409);
  expect((await post(id, 'assign', { personId: ben.id }, sue)).status).toBe(200);
});

describe('waiting since', () => {
  test('is when we received the first message that is not answered, never the sender’s clock', async () => {
    const first = now;
    const { body } = await arrives(desk, 'w1', { sentAt: '2001-01-01T00:00:00Z' });
    now += MINUTE;
    await arrives(desk, 'w1', { sentAt: '2031-01-01T00:00:00Z' });
    const { header } = await read(desk, body.conversationId);
    expect(header).toMatchObject({ status: 'new', waitingSince: iso(first), owner: null });
  });

  test('is cleared by a reply, which makes it Pending and takes it', async () => {
    const id = await opened('w2');
    await post(id, 'replies', { text: 'Here you are' }, ann);
    const { header } = await read(desk, id);
    expect(header).toMatchObject({
      status: 'pending',
      waitingSince: null,
      owner: { id: ann.id, name: 'Ann' },
    });
    const again = now;
    await arrives(desk, 'w2');
    expect((await read(desk, id)).header).toMatchObject({
      status: 'new',
      waitingSince: iso(again),
      owner: { id: ann.id },
    });
  });

  test('stays when a conversation is noted on, pended, claimed, released or handed over', async () => {
    const since = now;
    const id = await opened('w3');
    const steps: [string, unknown, SignedIn][] = [
      ['notes', { text: 'Careful' }, ben],
      ['claim', {}, ann],
      ['assign', { personId: ben.id }, ann],
      ['release', {}, ben],
      ['assign', { personId: ann.id }, sue],
      ['assign', { personId: null }, sue],
    ];
    for (const [verb, body, as] of steps) {
      expect((await post(id, verb, body, as)).status).toBeLessThan(300);
      const { header } = await read(desk, id);
      expect(header).toMatchObject({ status: 'new', waitingSince: iso(since) });
    }
    await post(id, 'status', { status: 'pending' }, ann);
    await post(id, 'claim', {}, ann);
    await post(id, 'release', {}, ann);
    expect((await read(desk, id)).header).toMatchObject({ status: 'pending', owner: null });
  });
});

describe('resolving', () => {
  test('frees the conversation from its owner and its waiting', async () => {
    const id = await opened('r1');
    await post(id, 'claim', {}, ann);
    await post(id, 'status', { status: 'resolved' }, ann);
    const { header } = await read(desk, id);
    expect(header).toMatchObject({ status: 'resolved', owner: null, waitingSince: null });
  });

  test('ends when the customer writes: New, unowned, waiting since then', async () => {
    const id = await opened('r2');
    await post(id, 'replies', { text: 'Done', status: 'resolved' }, ann);
    const again = now;
    const { body } = await arrives(desk, 'r2');
    expect(body.conversationId).toBe(id);
    const { header } = await read(desk, id);
    expect(header).toMatchObject({ status: 'new', owner: null, waitingSince: iso(again) });
  });

  test('can be taken back, once, with owner and waiting since as they were', async () => {
    const since = now;
    const id = await opened('r3');
    await post(id, 'claim', {}, ann);
    await post(id, 'status', { status: 'resolved' }, ann);
    expect((await post(id, 'undo', {}, ann)).status).toBe(200);
    expect((await read(desk, id)).header).toMatchObject({
      status: 'new',
      owner: { id: ann.id },
      waitingSince: iso(since),
    });
    expect((await post(id, 'undo', {}, ann)).status).toBe(409);
  });

  test('by a reply is taken back to Pending: the reply stays sent', async () => {
    const id = await opened('r6');
    await post(id, 'claim', {}, ann);
    await post(id, 'replies', { text: 'Done', status: 'resolved' }, ann);
    expect((await post(id, 'undo', {}, ann)).status).toBe(200);
    expect((await read(desk, id)).header).toMatchObject({
      status: 'pending',
      owner: { id: ann.id },
      waitingSince: null,
    });
  });

  test('cannot be taken back once the customer has written again', async () => {
    const id = await opened('r4');
    await post(id, 'status', { status: 'resolved' }, ann);
    await arrives(desk, 'r4');
    expect((await post(id, 'undo', {}, ann)).status).toBe(409);
  });

  test('twice changes nothing, and a claim of it is a conflict', async () => {
    const id = await opened('r5');
    await post(id, 'status', { status: 'resolved' }, ann);
    const { revision } = await desk.desk.store.head();
    expect((await post(id, 'status', { status: 'resolved' }, ben)).status).toBe(200);
    expect((await post(id, 'claim', {}, ben)).status).toBe(409);
    expect((await post(id, 'assign', { personId: ann.id }, sue)).status).toBe(409);
    expect((await desk.desk.store.head()).revision).toBe(revision);
  });
});

describe('owning', () => {
  test('a claim has one winner among twenty, and the others are told who', async () => {
    const id = await opened('c1');
    const people = await Promise.all(
      Array.from({ length: 20 }, (_, n) => desk.person('agent', `Agent ${n}`)),
    );
    const answers = await Promise.all(people.map((person) => post(id, 'claim', {}, person)));
    const winner = people[answers.findIndex(({ status }) => status === 200)];
    const others = answers.filter(({ status }) => status !== 200);
    expect(others).toHaveLength(19);
    for (const { status, body } of others) {
      expect(status).toBe(409);
      expect(body.error?.message).toContain(winner?.name);
    }
    expect((await read(desk, id)).header.owner?.id).toBe(winner?.id);
  });

  test('claiming one’s own again changes nothing', async () => {
    const id = await opened('c2');
    const first = await post(id, 'claim', {}, ann);
    expect(await post(id, 'claim', {}, ann)).toMatchObject({ status: 200, body: first.body });
  });

  test('an agent hands over and releases their own only, a supervisor anyone’s', async () => {
    const id = await opened('c3');
    expect((await post(id, 'assign', { personId: ann.id }, ann)).status).toBe(403);
    await post(id, 'claim', {}, ann);
    expect((await post(id, 'assign', { personId: ben.id }, ben)).status).toBe(403);
    expect((await post(id, 'release', {}, ben)).status).toBe(403);
    expect((await post(id, 'release', {}, sue)).status).toBe(200);
    expect((await post(id, 'assign', { personId: ben.id }, sue)).status).toBe(200);
    expect((await post(id, 'assign', { personId: ann.id }, ben)).status).toBe(200);
    expect((await read(desk, id)).header.owner?.id).toBe(ann.id);
  });

  test('nobody can be given a conversation who is deactivated', async () => {
    const gone = await desk.person('agent', 'Gone');
    await desk.call('PATCH', `/people/${gone.id}`, { active: false });
    const id = await opened('c4');
    expect((await post(id, 'assign', { personId: gone.id }, sue)).status).toBe(400);
  });
});

describe('take next', () => {
  test('by fifty people at once gives each another conversation, highest first', async () => {
    const own = await startDesk();
    try {
      const people = await Promise.all(Array.from({ length: 50 }, () => own.person('agent')));
      const waiting = new Set<string>();
      for (let n = 0; n < 40; n += 1) {
        waiting.add((await arrives(own, `t${n}`)).body.conversationId);
      }
      const answers = await Promise.all(
        people.map((person) =>
          own.call<{ conversationId: string }>('POST', '/queue/take', {}, person),
        ),
      );
      const taken = answers.filter(({ status }) => status === 200);
      expect(new Set(taken.map(({ body }) => body.conversationId))).toEqual(waiting);
      expect(answers.filter(({ status }) => status === 404)).toHaveLength(10);
      for (const [n, { status, body }] of answers.entries()) {
        if (status === 200)
          expect((await read(own, body.conversationId)).header.owner?.id).toBe(people[n]?.id);
      }
      expect(own.errors).toEqual([]);
    } finally {
      await own.close();
    }
  });

  test('takes of the filter given, and 404 when nobody there waits', async () => {
    await desk.call('POST', '/channels', { key: 'quiet', label: 'Quiet' });
    const take = () =>
      desk.call<{ conversationId: string }>(
        'POST',
        '/queue/take',
        { filter: { channel: 'quiet' } },
        ann,
      );
    expect((await take()).status).toBe(404);
    const { body } = await arrives(desk, 'q1', { channel: 'quiet' });
    expect((await take()).body.conversationId).toBe(body.conversationId);
    expect((await take()).status).toBe(404);
  });
});
