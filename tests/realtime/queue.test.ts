import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { receiveMessage } from '@/lib/commands/channels/receive-message';
import { SYSTEM } from '@/lib/desk/context';
import type { QueueWatchRequest } from '@/lib/realtime/protocol';
import { type RunningDesk, startDesk } from '../running-desk';
import {
  countrySegment,
  customerWrites,
  prioritize,
  queueByHttp,
  untilTrue,
  write,
} from './desk-traffic';
import { QueueFollower, WHOLE_QUEUE } from './queue-follower';
import { type Client, connected, next, openSocket } from './socket-client';

describe('the live queue', () => {
  let desk: RunningDesk;
  const clients: Client[] = [];
  beforeEach(async () => {
    desk = await startDesk();
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.disconnect();
    await desk.close();
    expect(desk.errors).toEqual([]);
  });

  async function client(as = desk.tokens.read): Promise<Client> {
    const opened = openSocket(desk, as);
    clients.push(opened);
    return connected(opened);
  }

  async function follow(request: QueueWatchRequest): Promise<QueueFollower> {
    const follower = new QueueFollower(await client(), request);
    await follower.until(() => true);
    return follower;
  }

  it('shows a machine that folds changes the same list as GET /queue', async () => {
    const follower = await follow(WHOLE_QUEUE);
    const ann = await customerWrites(desk, 'ann');
    await customerWrites(desk, 'bob');
    await untilTrue(desk, follower, WHOLE_QUEUE);
    await prioritize(desk, 'vip');
    await write(desk, 'bob', { vip: true });
    await untilTrue(desk, follower, WHOLE_QUEUE);
    expect(follower.held?.entries.map(({ contact }) => contact.name)).toEqual(['bob', 'ann']);
    expect(follower.held?.segmentCounts).toEqual({ vip: 1 });

    const belgium = await countrySegment(desk, 'Belgium');
    await prioritize(desk, belgium);
    await write(desk, 'ann', { country: 'belgium', vip: true, name: 'Ann' });
    await untilTrue(desk, follower, WHOLE_QUEUE);
    expect(follower.held?.entries[0]).toMatchObject({ conversationId: ann, priority: 2 });
    expect(follower.held?.segmentCounts).toEqual({ vip: 2, [belgium]: 1 });

    const agent = await desk.person('agent', 'Agent Ada');
    await desk.call('POST', '/queue/take', {}, agent);
    await untilTrue(desk, follower, WHOLE_QUEUE);
    expect(follower.held?.entries[0]?.owner).toEqual({ id: agent.id, name: 'Agent Ada' });
    await desk.call('POST', `/conversations/${ann}/replies`, { text: 'Hello' }, agent);
    await untilTrue(desk, follower, WHOLE_QUEUE);
    expect(follower.held?.entries.map(({ contact }) => contact.name)).toEqual(['bob']);
    expect(follower.asked).toBe(1);
  });

  it('is the same list again after the connection was cut', async () => {
    const follower = await follow(WHOLE_QUEUE);
    await customerWrites(desk, 'ann');
    await untilTrue(desk, follower, WHOLE_QUEUE);
    clients[0]?.io.engine.close();
    await customerWrites(desk, 'bob');
    await untilTrue(desk, follower, WHOLE_QUEUE);
    await customerWrites(desk, 'carol');
    await untilTrue(desk, follower, WHOLE_QUEUE);
    expect(follower.asked).toBe(2);
  });

  it('never misses or repeats a change for who joins in the middle of many', async () => {
    const first = await follow(WHOLE_QUEUE);
    const latecomers: QueueFollower[] = [];
    const writing = Promise.all(
      Array.from({ length: 60 }, async (_, n) => {
        await customerWrites(desk, `customer ${n}`);
        await write(desk, `customer ${n}`, { vip: n % 3 === 0 });
        if (n === 30) await prioritize(desk, 'vip');
      }),
    );
    for (let n = 0; n < 8; n += 1) latecomers.push(await follow(WHOLE_QUEUE));
    await writing;
    for (const follower of [first, ...latecomers]) {
      await untilTrue(desk, follower, WHOLE_QUEUE);
      // A chain without a gap: nobody ever had to ask again.
      expect(follower.asked).toBe(1);
    }
    expect(first.held?.entries).toHaveLength(60);
    expect(first.held?.segmentCounts).toEqual({ vip: 20 });
    expect(new Set(latecomers.map(({ held }) => held?.watchId))).toEqual(
      new Set([first.held?.watchId]),
    );
  });

  it('keeps those who watch already in the chain when somebody joins', async () => {
    const first = await follow(WHOLE_QUEUE);
    // Moves the revision and changes nothing in the queue.
    await desk.call('POST', '/tokens', { name: 'Wallboard', scope: 'read' });
    const second = await follow(WHOLE_QUEUE);
    await first.until(({ revision }) => revision === second.held?.revision);
    await customerWrites(desk, 'ann');
    for (const follower of [first, second]) await untilTrue(desk, follower, WHOLE_QUEUE);
    expect([first.asked, second.asked]).toEqual([1, 1]);
    expect(first.messages.map(({ changes }) => changes.length)).toEqual([0, 1]);
  });

  it('tells each of two filters of its own rows only', async () => {
    const belgium = await countrySegment(desk, 'Belgium');
    const peru = await countrySegment(desk, 'Peru');
    const belgians = { ...WHOLE_QUEUE, filter: { segments: [belgium] } };
    const others = {
      ...WHOLE_QUEUE,
      filter: { segments: [belgium, peru], match: 'none' },
    } as const;
    const [ofBelgium, ofNeither] = [await follow(belgians), await follow(others)];
    for (const name of ['ann', 'bob', 'carol']) await customerWrites(desk, name);
    await write(desk, 'ann', { country: 'Belgium' });
    await write(desk, 'bob', { country: 'Peru' });
    const counts = { [belgium]: 1, [peru]: 1 };
    for (const follower of [ofBelgium, ofNeither]) {
      await follower.until(
        ({ total, segmentCounts }) => total === 1 && isDeepStrictEqual(segmentCounts, counts),
      );
    }
    expect(ofBelgium.held?.entries.map(({ contact }) => contact.externalId)).toEqual(['ann']);
    expect(ofNeither.held?.entries.map(({ contact }) => contact.externalId)).toEqual(['carol']);
  });

  it('shows mine to whoever asks, each their own', async () => {
    const [ada, ben] = [await desk.person('agent', 'Ada'), await desk.person('agent', 'Ben')];
    const request = { ...WHOLE_QUEUE, filter: { owner: 'mine' } };
    const followers = [];
    for (const person of [ada, ben]) {
      const socket = openSocket(desk, person);
      clients.push(socket);
      followers.push(new QueueFollower(await connected(socket), request));
    }
    const [ofAda, ofBen] = followers;
    const ann = await customerWrites(desk, 'ann');
    await customerWrites(desk, 'bob');
    await desk.call('POST', `/conversations/${ann}/claim`, {}, ada);
    await ofAda?.until(({ total }) => total === 1);
    await desk.call('POST', `/conversations/${ann}/assign`, { personId: ben.id });
    await ofBen?.until(({ total }) => total === 1);
    await ofAda?.until(({ total }) => total === 0);
    expect(ofBen?.held?.entries[0]?.conversationId).toBe(ann);
    expect(ofAda?.held?.watchId).not.toBe(ofBen?.held?.watchId);
  });

  it('answers a second watch of the same view afresh, under the same id, and counts it once', async () => {
    const socket = await client();
    const first = await socket.emitWithAck('queue:watch', WHOLE_QUEUE);
    await customerWrites(desk, 'ann');
    const second = await socket.emitWithAck('queue:watch', WHOLE_QUEUE);
    if ('error' in first || 'error' in second) throw new Error('A watch was refused');
    expect(second.watchId).toBe(first.watchId);
    expect(second.entries).toHaveLength(1);
    expect(second).toMatchObject(await queueByHttp(desk, WHOLE_QUEUE));
    const { watchId } = first;
    expect(await socket.emitWithAck('queue:unwatch', { watchId })).toEqual({});
    expect(desk.desk.views.keys()).toEqual([]);
    expect(await socket.emitWithAck('queue:unwatch', { watchId })).toMatchObject({
      error: { code: 'not_found', field: 'watchId' },
    });
  });

  it('forgets a view when its last watcher leaves, however that happens', async () => {
    const [ann, bob] = [await client(), await client()];
    await ann.emitWithAck('queue:watch', WHOLE_QUEUE);
    await bob.emitWithAck('queue:watch', WHOLE_QUEUE);
    await bob.emitWithAck('queue:watch', { ...WHOLE_QUEUE, order: 'oldest' });
    expect(desk.desk.views.keys()).toHaveLength(2);
    bob.disconnect();
    // Whoever comes later is answered after the desk has seen the other go.
    await (await client()).emitWithAck('load:watch', {});
    expect(desk.desk.views.keys()).toHaveLength(1);
    const watch = await ann.emitWithAck('queue:watch', WHOLE_QUEUE);
    if ('error' in watch) throw new Error(watch.error.message);
    await ann.emitWithAck('queue:unwatch', { watchId: watch.watchId });
    expect(desk.desk.views.keys()).toEqual([]);
  });

  it('refuses the 41st watch of a connection, and only that', async () => {
    const socket = await client();
    for (let offset = 0; offset < 40; offset += 1) {
      const watched = await socket.emitWithAck('queue:watch', { filter: {}, offset, limit: 10 });
      expect(watched).toHaveProperty('watchId');
    }
    const request = { filter: {}, offset: 40, limit: 10 };
    expect(await socket.emitWithAck('queue:watch', request)).toMatchObject({
      error: { code: 'invalid', message: expect.stringContaining('40 watches') },
    });
    expect(desk.desk.views.keys()).toHaveLength(40);
    const again = await socket.emitWithAck('queue:watch', { ...request, offset: 3 });
    expect(again).toHaveProperty('watchId');
    expect(await (await client()).emitWithAck('queue:watch', request)).toHaveProperty('watchId');
  });

  it('ends the watches of a segment that is deleted, and no others', async () => {
    const belgium = await countrySegment(desk, 'Belgium');
    const socket = await client();
    await socket.emitWithAck('queue:watch', WHOLE_QUEUE);
    const request = { ...WHOLE_QUEUE, filter: { segments: ['vip', belgium] } };
    const watched = await socket.emitWithAck('queue:watch', request);
    if ('error' in watched) throw new Error(watched.error.message);
    const ended = next(socket, 'queue:ended');
    await desk.call('DELETE', `/segments/${belgium}`);
    expect(await ended).toEqual({
      watchId: watched.watchId,
      error: {
        code: 'not_found',
        message: 'The segment From Belgium was deleted.',
        field: 'filter.segments',
      },
    });
    expect(desk.desk.views.keys()).toHaveLength(1);
    expect(await socket.emitWithAck('queue:watch', request)).toMatchObject({
      error: { code: 'invalid', field: 'filter.segments' },
    });
  });

  it('merges what happens within a tick into one message', async () => {
    const follower = await follow(WHOLE_QUEUE);
    const count = 100;
    await Promise.all(
      Array.from({ length: count }, (_, n) =>
        receiveMessage({
          ctx: { desk: desk.desk, caller: SYSTEM },
          input: {
            channel: 'api',
            contact: { externalId: `customer ${n}`, attributes: new Map() },
            text: 'Hello',
            externalMessageId: `message ${n}`,
            sentAt: null,
          },
        }),
      ),
    );
    await untilTrue(desk, follower, WHOLE_QUEUE);
    expect(follower.held?.entries).toHaveLength(count);
    expect(follower.messages.length).toBeLessThan(count / 10);
  });

  it('tells every screen that the catalogue has changed', async () => {
    const socket = await client();
    const changed = next(socket, 'catalogue:changed');
    await countrySegment(desk, 'Belgium');
    expect(await changed).toEqual({ revision: desk.desk.memory.catalogueRevision });
  });
});
