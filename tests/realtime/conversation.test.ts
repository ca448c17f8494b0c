import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationDetail } from '@/lib/desk/wire';
import { type RunningDesk, type SignedIn, startDesk } from '../running-desk';
import { ConversationFollower } from './conversation-follower';
import { countrySegment, customerWrites, prioritize, write } from './desk-traffic';
import { WHOLE_QUEUE } from './queue-follower';
import { type Client, connected, openSocket } from './socket-client';

describe('a conversation that somebody looks at', () => {
  let desk: RunningDesk;
  let agent: SignedIn;
  let client: Client;
  let conversationId: string;
  beforeEach(async () => {
    desk = await startDesk();
    agent = await desk.person('agent', 'Ada');
    client = await connected(openSocket(desk, agent));
    conversationId = await customerWrites(desk, 'ann', 'Hello');
  });
  afterEach(async () => {
    client.disconnect();
    await desk.close();
    expect(desk.errors).toEqual([]);
  });

  const work = (verb: string, body: object = {}) =>
    desk.call('POST', `/conversations/${conversationId}/${verb}`, body, agent);

  async function byHttp(): Promise<Omit<ConversationDetail, 'revision'>> {
    const { body } = await desk.call<ConversationDetail>('GET', `/conversations/${conversationId}`);
    const { revision: _, ...detail } = body;
    return detail;
  }

  /** Waits until the follower holds what HTTP shows by now. */
  async function untilTrue(follower: ConversationFollower): Promise<void> {
    const truth = await byHttp();
    await follower.until(({ revision: _, ...held }) => isDeepStrictEqual(held, truth));
  }

  it('stays live: its messages, header, values and segments', async () => {
    const follower = new ConversationFollower(client, conversationId);
    await untilTrue(follower);
    await customerWrites(desk, 'ann', 'Anybody there?');
    await untilTrue(follower);
    await work('claim');
    await work('notes', { text: 'Seems urgent' });
    await work('replies', { text: 'Yes' });
    await untilTrue(follower);
    expect(follower.held?.header).toMatchObject({ status: 'pending', owner: { name: 'Ada' } });
    expect(follower.held?.messages.map(({ text }) => text)).toEqual([
      'Hello',
      'Anybody there?',
      'Seems urgent',
      'Yes',
    ]);
    await write(desk, 'ann', { vip: true, name: 'Ann' });
    const belgium = await countrySegment(desk, 'Belgium');
    await prioritize(desk, belgium);
    await write(desk, 'ann', { country: 'Belgium' });
    await untilTrue(follower);
    expect(follower.held?.header).toMatchObject({ priority: 1, contact: { name: 'Ann' } });
    expect(follower.held?.segments.map(({ name }) => name)).toEqual(['From Belgium', 'VIP']);
    expect(follower.asked).toBe(1);
  });

  it('is told of what changed only', async () => {
    const follower = new ConversationFollower(client, conversationId);
    const { revision } = await follower.until(() => true);
    await write(desk, 'ann', { language: 'nl' });
    await untilTrue(follower);
    expect(follower.messages).toEqual([
      {
        conversationId,
        from: revision,
        to: desk.desk.memory.revision,
        messageTotal: 1,
        values: [expect.objectContaining({ attribute: 'language', value: 'nl' })],
      },
    ]);
  });

  it('stays live outside every window, and when it is resolved', async () => {
    await prioritize(desk, 'vip');
    await customerWrites(desk, 'bob');
    await write(desk, 'bob', { vip: true });
    const window = { ...WHOLE_QUEUE, limit: 1 };
    const watched = await client.emitWithAck('queue:watch', window);
    expect(watched).toMatchObject({ entries: [{ contact: { externalId: 'bob' } }], total: 2 });
    const follower = new ConversationFollower(client, conversationId);
    await work('status', { status: 'resolved' });
    await untilTrue(follower);
    expect(follower.held?.header.status).toBe('resolved');
    await work('notes', { text: 'Was easy' });
    await write(desk, 'ann', { vip: true });
    await untilTrue(follower);
    expect(follower.held).toMatchObject({ segments: [{ id: 'vip' }], messageTotal: 2 });

    const second = new ConversationFollower(client, conversationId);
    await untilTrue(second);
    await customerWrites(desk, 'ann', 'One more thing');
    await untilTrue(second);
    expect(second.held?.header.status).toBe('new');
  });

  it('is the same for everybody, whenever they joined and however many write', async () => {
    const followers = [new ConversationFollower(client, conversationId)];
    const others: Client[] = [];
    const writing = Promise.all(
      Array.from({ length: 60 }, (_, n) => customerWrites(desk, 'ann', `Message ${n}`)),
    );
    for (let n = 0; n < 5; n += 1) {
      const other = await connected(openSocket(desk, desk.tokens.read));
      others.push(other);
      const follower = new ConversationFollower(other, conversationId);
      await follower.until(() => true);
      followers.push(follower);
    }
    await writing;
    const truth = await byHttp();
    for (const follower of followers) {
      const held = await follower.until(({ messageTotal }) => messageTotal === 61);
      expect(held.messages.slice(-50)).toEqual(truth.messages);
      expect(new Set(held.messages.map(({ id }) => id)).size).toBe(held.messages.length);
      expect(follower.asked).toBe(1);
    }
    for (const other of others) other.disconnect();
  });

  it('is told no more to who stopped looking', async () => {
    const other = await connected(openSocket(desk, desk.tokens.read));
    const follower = new ConversationFollower(other, conversationId);
    await follower.until(() => true);
    expect(await other.emitWithAck('conversation:unwatch', { conversationId })).toEqual({});
    const still = new ConversationFollower(client, conversationId);
    await still.until(() => true);
    await customerWrites(desk, 'ann', 'Anybody there?');
    await untilTrue(still);
    // Answered behind everything the desk has sent before.
    await other.emitWithAck('load:watch', {});
    expect(follower.messages).toEqual([]);
    other.disconnect();
  });
});

describe('the load', () => {
  let desk: RunningDesk;
  beforeEach(async () => {
    desk = await startDesk();
  });
  afterEach(async () => {
    await desk.close();
    expect(desk.errors).toEqual([]);
  });

  it('is live for a supervisor, and nothing an agent may watch', async () => {
    const [ada, sue] = [await desk.person('agent', 'Ada'), await desk.person('supervisor', 'Sue')];
    const agent = await connected(openSocket(desk, ada));
    const supervisor = await connected(openSocket(desk, sue));
    expect(await agent.emitWithAck('load:watch', {})).toEqual({
      error: { code: 'forbidden', message: expect.stringContaining("everyone's load") },
    });
    expect(await supervisor.emitWithAck('load:watch', {})).toMatchObject({ waiting: 0 });
    const shown = new Promise((resolve) => {
      supervisor.on('load:changed', (load) => {
        const ofAda = load.people.find(({ name }) => name === 'Ada');
        if (load.waiting === 2 && ofAda?.open === 1) resolve(load);
      });
    });
    await customerWrites(desk, 'ann');
    await customerWrites(desk, 'bob');
    await desk.call('POST', '/queue/take', {}, ada);
    expect(await shown).toMatchObject({ waiting: 2, unowned: 1 });
    agent.disconnect();
    supervisor.disconnect();
  });
});
