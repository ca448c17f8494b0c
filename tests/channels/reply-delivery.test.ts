import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sendSigned, tweet, webhookChannel } from '../api/webhook-channel';
import { ConversationFollower } from '../realtime/conversation-follower';
import { connected, openSocket } from '../realtime/socket-client';
import { type RunningDesk, startDesk } from '../running-desk';
import { type Receiver, startReceiver } from './receiver';

let desk: RunningDesk;
let receiver: Receiver;
let count = 0;

beforeAll(async () => {
  desk = await startDesk({
    outgoingAllow: ['127.0.0.1'],
    webhooks: {
      backOff: { firstMs: 10, mostMs: 20 },
      mostAttempts: 12,
      restMs: 20,
      lookEveryMs: 20,
    },
  });
});
afterAll(async () => {
  await desk.close();
  expect(desk.errors).toEqual([]);
});
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(async () => {
  await receiver.close();
});

type Made = { id: string; secret: string; key: string; inbound: string };

/** A webhook channel whose replies go to the receiver. */
async function channelWithDelivery(url = receiver.url): Promise<Made> {
  count += 1;
  const key = `social_${count}`;
  const inbound = await webhookChannel(desk, key);
  const { body } = await desk.call<{ id: string; secret: string }>('POST', '/webhooks', {
    name: `Replies of ${key}`,
    url,
    channel: key,
  });
  return { ...body, key, inbound };
}

async function customerWrites({ key, inbound }: Made, id = 'u1'): Promise<string> {
  const { body } = await sendSigned(desk, key, inbound, tweet(id, 'Where is it?'));
  return body.conversationId ?? '';
}

async function reply(conversationId: string, text: string): Promise<string> {
  const { body } = await desk.call<{ messageId: string }>(
    'POST',
    `/conversations/${conversationId}/replies`,
    { text, messageId: randomUUID() },
  );
  return body.messageId;
}

type Delivery = { id: number; state: string; attempts: number; problem: string | null };
const deliveriesOf = async ({ id }: Made) =>
  (await desk.call<Delivery[]>('GET', `/webhooks/${id}/deliveries`)).body;
const texts = () => receiver.received.map(({ json }) => json.data.text);
const until = (check: () => Promise<void> | void) => vi.waitFor(check, { timeout: 15_000 });

describe('a reply on a channel with delivery', () => {
  it('is posted, signed, with the message’s id for its own', async () => {
    const made = await channelWithDelivery();
    const conversationId = await customerWrites(made);
    const messageId = await reply(conversationId, 'On its way — 😀');
    await until(() => expect(receiver.received).toHaveLength(1));
    const [call] = receiver.received;
    if (!call) throw new Error('Nothing came');
    expect(call.id).toBe(messageId);
    expect(receiver.verify(made.secret, call)).toEqual(call.json);
    expect(call.json).toEqual({
      type: 'reply.sent',
      timestamp: expect.stringMatching(/Z$/),
      data: {
        messageId,
        conversationId,
        channel: made.key,
        contact: { id: expect.any(String), externalId: 'u1' },
        text: 'On its way — 😀',
        attachments: [],
        author: { name: 'test admin' },
        status: 'pending',
      },
    });
    await until(async () =>
      expect(await deliveriesOf(made)).toMatchObject([{ state: 'delivered', attempts: 1 }]),
    );
    const headers = { authorization: `Bearer ${desk.tokens.read}` };
    const metrics = await (await fetch(`${desk.url}/metrics`, { headers })).text();
    expect(metrics).toContain('frontrow_webhook_tries_total{state="delivered"} 1');
  });

  it('is posted for that channel only, and no note, no message of the customer’s and no other act is', async () => {
    const made = await channelWithDelivery();
    const other = await webhookChannel(desk, `quiet_${count}`);
    const conversationId = await customerWrites(made);
    const path = `/conversations/${conversationId}`;
    await desk.call('POST', `${path}/notes`, { text: 'Internal' });
    await desk.call('POST', `${path}/status`, { status: 'pending' });
    const elsewhere = await sendSigned(desk, `quiet_${count}`, other, tweet('u1', 'Hello'));
    await reply(elsewhere.body.conversationId ?? '', 'Not for you');
    await reply(conversationId, 'For you');
    await until(() => expect(texts()).toEqual(['For you']));
    expect(await deliveriesOf(made)).toHaveLength(1);
  });

  it('is tried again until the other side takes it, the later ones of the conversation after it', async () => {
    const made = await channelWithDelivery();
    const conversationId = await customerWrites(made);
    const bystander = await customerWrites(made, 'u2');
    const failures = [500, 429];
    receiver.behaves(({ json }, response) => {
      const isFirst = json.data.text === 'One';
      response.writeHead(isFirst ? (failures.shift() ?? 200) : 200).end('{"error":"busy"}');
    });
    await reply(conversationId, 'One');
    await reply(conversationId, 'Two');
    await reply(bystander, 'Meanwhile');
    await until(() => expect(texts()).toHaveLength(5));
    expect(texts().filter((text) => text !== 'Meanwhile')).toEqual(['One', 'One', 'One', 'Two']);
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(3);
    await until(async () =>
      expect((await deliveriesOf(made)).map(({ state, attempts }) => [state, attempts])).toEqual([
        ['delivered', 1],
        ['delivered', 1],
        ['delivered', 3],
      ]),
    );
  });

  it.each([
    ['hangs up', 'The answer broke off'],
    ['redirects', 'redirects are not followed'],
    ['answers without end', 'Its answer has more than 64000 bytes'],
  ])('is tried again when the other side %s', async (how, problem) => {
    const made = await channelWithDelivery();
    receiver.behaves((_, response) => {
      if (how === 'hangs up') response.socket?.destroy();
      else if (how === 'redirects') response.writeHead(302, { location: 'http://x.example' }).end();
      else response.writeHead(200).end('x'.repeat(100_000));
    });
    await reply(await customerWrites(made), 'Hello');
    await until(async () => {
      const [delivery] = await deliveriesOf(made);
      expect(delivery?.problem).toContain(problem);
    });
    receiver.answers(200);
    await until(async () =>
      expect(await deliveriesOf(made)).toMatchObject([{ state: 'delivered' }]),
    );
  });

  it('is given up after so many tries, stands among the dead letters, and is made again when asked', async () => {
    const made = await channelWithDelivery();
    receiver.answers(503, 'down for the night');
    const conversationId = await customerWrites(made);
    await reply(conversationId, 'Hello');
    await until(async () =>
      expect(await deliveriesOf(made)).toMatchObject([
        {
          state: 'dead',
          attempts: 12,
          status: 503,
          problem: 'The other side answered with 503.',
          answer: 'down for the night',
        },
      ]),
    );
    receiver.answers(200);
    await reply(conversationId, 'Still here?');
    await until(() => expect(texts().at(-1)).toBe('Still here?'));
    const [, dead] = await deliveriesOf(made);
    const path = `/webhooks/${made.id}/deliveries/${dead?.id}/redeliver`;
    expect((await desk.call('POST', path, {})).status).toBe(204);
    await until(() => expect(texts().at(-1)).toBe('Hello'));
    const dead2 = `/webhooks/${made.id}/deliveries?state=dead`;
    await until(async () => expect((await desk.call('GET', dead2)).body).toEqual([]));
  });

  it('is given up at once when the other side is gone for good', async () => {
    const made = await channelWithDelivery();
    receiver.answers(410);
    await reply(await customerWrites(made), 'Hello');
    await until(async () =>
      expect(await deliveriesOf(made)).toMatchObject([{ state: 'dead', attempts: 1 }]),
    );
    await desk.call('POST', `/webhooks/${made.id}/redeliver`, {});
    receiver.answers(200);
    await until(async () =>
      expect(await deliveriesOf(made)).toMatchObject([{ state: 'delivered' }]),
    );
  });

  it('waits while its endpoint is switched off, and goes out when it is on', async () => {
    const made = await channelWithDelivery();
    const conversationId = await customerWrites(made);
    receiver.answers(500);
    await reply(conversationId, 'Before');
    await until(() => expect(receiver.received.length).toBeGreaterThan(0));
    await desk.call('PATCH', `/webhooks/${made.id}`, { enabled: false });
    receiver.answers(200);
    await reply(conversationId, 'While it is off');
    await until(async () => {
      const through = await desk.desk.store.webhooks.endpoint(made.id);
      expect(through?.enabled).toBe(false);
    });
    await desk.call('PATCH', `/webhooks/${made.id}`, { enabled: true });
    await reply(conversationId, 'After');
    await until(() => expect(texts().at(-1)).toBe('After'));
    expect(texts()).not.toContain('While it is off');
    expect(new Set(texts())).toEqual(new Set(['Before', 'After']));
  });

  it('is signed with both secrets while two are live, and with the new one after the old is retired', async () => {
    const made = await channelWithDelivery();
    const path = `/webhooks/${made.id}/secrets`;
    const { body: before } = await desk.call<{ id: string }[]>('GET', path);
    const { body: next } = await desk.call<{ secret: string }>('POST', path, {});
    const conversationId = await customerWrites(made);
    await reply(conversationId, 'Both');
    await until(() => expect(receiver.received).toHaveLength(1));
    const [both] = receiver.received;
    if (!both) throw new Error('Nothing came');
    for (const secret of [made.secret, next.secret]) receiver.verify(secret, both);
    await desk.call('DELETE', `${path}/${before[0]?.id}`);
    await reply(conversationId, 'One');
    await until(() => expect(receiver.received).toHaveLength(2));
    const [, one] = receiver.received;
    if (!one) throw new Error('Nothing came');
    receiver.verify(next.secret, one);
    expect(() => receiver.verify(made.secret, one)).toThrow();
  });

  it('is not called at an address inside the network, unless who runs the desk has allowed it', async () => {
    const made = await channelWithDelivery('http://10.0.0.1/hook');
    await reply(await customerWrites(made), 'Hello');
    await until(async () => {
      const [delivery] = await deliveriesOf(made);
      expect(delivery?.problem).toMatch(/inside a network that is not called/);
    });
  });

  it('does not wait for another endpoint that never answers', async () => {
    const silent = await startReceiver();
    silent.behaves(() => undefined);
    const slow = await channelWithDelivery(silent.url);
    const quick = await channelWithDelivery();
    for (let n = 0; n < 25; n += 1) await reply(await customerWrites(slow, `s${n}`), 'Hello');
    await reply(await customerWrites(quick), 'Quick');
    await vi.waitFor(() => expect(texts()).toEqual(['Quick']), { timeout: 3_000 });
    await silent.close();
  });
});

describe('whoever looks at a conversation', () => {
  it('sees that a reply has not arrived, why, and when it has, and nobody else is told', async () => {
    const made = await channelWithDelivery();
    const conversationId = await customerWrites(made);
    const elsewhere = await customerWrites(made, 'u2');
    const [agent, bystander] = await Promise.all([
      connected(openSocket(desk, desk.tokens.read)),
      connected(openSocket(desk, desk.tokens.read)),
    ]);
    const looks = new ConversationFollower(agent, conversationId);
    const looksElsewhere = new ConversationFollower(bystander, elsewhere);
    await looks.until(() => true);
    await looksElsewhere.until(() => true);
    receiver.answers(500);
    const messageId = await reply(conversationId, 'Hello');
    const problem = 'The other side answered with 500.';
    const failing = await looks.until(({ undelivered }) => undelivered.length > 0);
    expect(failing.undelivered).toEqual([{ messageId, state: 'failing', problem }]);
    const failed = await looks.until(({ undelivered }) => undelivered[0]?.state === 'failed');
    expect(failed.undelivered).toEqual([{ messageId, state: 'failed', problem }]);
    receiver.answers(200);
    await desk.call('POST', `/webhooks/${made.id}/redeliver`, {});
    await looks.until(({ undelivered }) => undelivered.length === 0);
    expect(looks.asked).toBe(1);
    expect(looksElsewhere.messages).toEqual([]);
    agent.disconnect();
    bystander.disconnect();
  });
});

describe('an endpoint', () => {
  it('gets nothing from before it was made', async () => {
    count += 1;
    const key = `early_${count}`;
    const inbound = await webhookChannel(desk, key);
    const first = await sendSigned(desk, key, inbound, tweet('u1', 'Hello'));
    await reply(first.body.conversationId ?? '', 'Too early');
    const { body } = await desk.call<{ id: string; secret: string }>('POST', '/webhooks', {
      name: 'Late',
      url: receiver.url,
      channel: key,
    });
    await reply(first.body.conversationId ?? '', 'In time');
    await until(() => expect(texts()).toEqual(['In time']));
    expect(await deliveriesOf({ ...body, key, inbound })).toHaveLength(1);
  });

  it('takes what waits for it with it when it is deleted', async () => {
    const made = await channelWithDelivery();
    receiver.answers(500);
    await reply(await customerWrites(made), 'Hello');
    await until(() => expect(receiver.received.length).toBeGreaterThan(0));
    expect((await desk.call('DELETE', `/webhooks/${made.id}`)).status).toBe(204);
    expect((await desk.call('GET', `/webhooks/${made.id}`)).status).toBe(404);
    expect(await desk.desk.store.webhooks.deliveries(made.id, ALL)).toEqual([]);
  });

  it.each([
    ['no address', { url: 'nowhere' }, 'url'],
    ['an address of another kind', { url: 'ftp://a.example' }, 'url'],
    ['a password in its address', { url: 'https://me:secret@a.example' }, 'url'],
    ['no event', { events: [] }, 'events'],
    ['an event there is not', { events: ['moon.rises'] }, 'events.0'],
    ['events and a channel', { channel: 'both' }, 'events'],
    ['a channel there is not', { channel: 'nowhere', events: [] }, 'key'],
    ['no name', { name: ' ' }, 'name'],
  ])('with %s is refused', async (_, changes, field) => {
    if (!desk.desk.memory.channels.has('both')) await webhookChannel(desk, 'both');
    const fits = { name: 'Audit', url: receiver.url, events: ['conversation.opened'] };
    const answer = await desk.call('POST', '/webhooks', { ...fits, ...changes });
    expect(answer.status).toBe(field === 'key' ? 404 : 400);
    expect(answer.body).toMatchObject({ error: { field } });
  });

  it('is one for a channel', async () => {
    const made = await channelWithDelivery();
    const again = { name: 'Another', url: receiver.url, channel: made.key };
    expect((await desk.call('POST', '/webhooks', again)).status).toBe(409);
  });
});

const ALL = { state: null, before: Number.MAX_SAFE_INTEGER, limit: 100 };
