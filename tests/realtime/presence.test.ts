import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PresenceWatched } from '@/lib/realtime/protocol';
import { type As, type RunningDesk, type SignedIn, startDesk } from '../running-desk';
import { customerWrites } from './desk-traffic';
import { PresenceFollower } from './presence-follower';
import { RawSocket } from './raw-socket';
import { type Client, comesBack, connected, openSocket, refusal } from './socket-client';

/** A silent network is noticed within ten seconds; the rest is for a busy machine. */
const NOTICED_WITHIN_MS = 12_000;

describe('who looks at a conversation, and who types in it', () => {
  let desk: RunningDesk;
  let kim: SignedIn;
  let conversationId: string;
  let watcher: PresenceFollower;
  const clients: Client[] = [];
  beforeEach(async () => {
    desk = await startDesk({ sweepEveryMs: 25 });
    kim = await desk.person('agent', 'Kim');
    conversationId = await customerWrites(desk, 'ann');
    watcher = await new PresenceFollower(await open(await desk.person('agent', 'Sam'))).watch();
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.disconnect();
    await desk.close();
    expect(desk.errors).toEqual([]);
  });

  function knock(as: As): Client {
    const client = openSocket(desk, as);
    clients.push(client);
    return client;
  }

  const open = (as: As): Promise<Client> => connected(knock(as));

  const says = (client: Client, id: string | null, typing = false) =>
    client.emitWithAck('presence:here', { conversationId: id, typing });

  it('is told to a colleague: from looking to typing, and gone on leaving', async () => {
    const client = await open(kim);
    expect(await says(client, conversationId)).toEqual({});
    await watcher.until(conversationId, ['Kim']);
    await says(client, conversationId, true);
    await watcher.until(conversationId, ['Kim typing']);
    await says(client, conversationId, false);
    await watcher.until(conversationId, ['Kim']);
    await says(client, null);
    await watcher.until(conversationId, []);
    const [person] = watcher.messages[0]?.people ?? [];
    expect(person).toEqual({ id: kim.id, name: 'Kim', typing: false });
  });

  it('is known at once to who begins to watch later, and to who comes back', async () => {
    const client = await open(kim);
    await says(client, conversationId, true);
    await watcher.until(conversationId, ['Kim typing']);
    const late = await new PresenceFollower(await open(desk.tokens.read)).watch();
    expect(late.at(conversationId)).toEqual(['Kim typing']);
    client.disconnect();
    await late.until(conversationId, []);
    await connected(client.connect());
    await says(client, conversationId);
    await late.until(conversationId, ['Kim']);
  });

  it('says nothing when nothing changed, and ends typing by itself', async () => {
    const client = await open(kim);
    for (let times = 0; times < 20; times += 1) await says(client, conversationId, true);
    await watcher.until(conversationId, ['Kim typing']);
    await watcher.until(conversationId, ['Kim']);
    expect(watcher.messages.map(({ people }) => people.map(({ typing }) => typing))).toEqual([
      [true],
      [false],
    ]);
  });

  it('is one conversation a screen: who goes to another has left the first', async () => {
    const other = await customerWrites(desk, 'bob');
    const client = await open(kim);
    await says(client, conversationId, true);
    await watcher.until(conversationId, ['Kim typing']);
    await says(client, other);
    await watcher.until(other, ['Kim']);
    await watcher.until(conversationId, []);
  });

  it('counts a person with two screens once, and until the last one closes', async () => {
    const [left, right] = [await open(kim), await open(kim)];
    await says(left, conversationId);
    await says(right, conversationId, true);
    await watcher.until(conversationId, ['Kim typing']);
    right.disconnect();
    await watcher.until(conversationId, ['Kim']);
    left.disconnect();
    await watcher.until(conversationId, []);
  });

  it('also holds for a resolved conversation, and the last word counts', async () => {
    const path = `/conversations/${conversationId}/status`;
    expect((await desk.call('POST', path, { status: 'resolved' })).status).toBe(200);
    const other = await customerWrites(desk, 'bob');
    const client = await open(kim);
    expect(await Promise.all([says(client, conversationId), says(client, other)])).toEqual([
      {},
      {},
    ]);
    await watcher.until(other, ['Kim']);
    expect(watcher.at(conversationId)).toEqual([]);
    await says(client, conversationId);
    await watcher.until(conversationId, ['Kim']);
    await watcher.until(other, []);
  });

  it('is refused at a conversation that does not exist; the person stays where they were', async () => {
    const client = await open(kim);
    await says(client, conversationId);
    await watcher.until(conversationId, ['Kim']);
    expect(await says(client, 'gone')).toEqual({
      error: {
        code: 'not_found',
        message: 'There is no conversation gone.',
        field: 'conversationId',
      },
    });
    const late = await new PresenceFollower(await open(desk.tokens.read)).watch();
    expect(late.at(conversationId)).toEqual(['Kim']);
    expect(late.at('gone')).toEqual([]);
  });

  it('may be watched by a token that reads, which is nobody itself', async () => {
    const machine = await open(desk.tokens.admin);
    expect(await says(machine, conversationId)).toMatchObject({ error: { code: 'forbidden' } });
    const late = await new PresenceFollower(machine).watch();
    expect(late.at(conversationId)).toEqual([]);
  });

  it('is not told to a token that only brings facts in, nor to who has signed out', async () => {
    expect(await refusal(knock(desk.tokens.ingest))).toMatchObject({ code: 'forbidden' });
    const leaver = await desk.person('agent', 'Lea');
    const gone = await open(leaver);
    const heard = new PresenceFollower(gone);
    await heard.watch();
    const back = comesBack(gone);
    await desk.call('POST', '/api/auth/sign-out', {}, leaver);
    expect(await back).toMatchObject({ refused: { code: 'unauthenticated' } });
    await says(await open(kim), conversationId);
    await watcher.until(conversationId, ['Kim']);
    expect(heard.messages).toEqual([]);
  });

  it('ends with a person’s access, at once', async () => {
    await says(await open(kim), conversationId, true);
    await watcher.until(conversationId, ['Kim typing']);
    const admin = await desk.person('admin');
    await desk.call('PATCH', `/people/${kim.id}`, { active: false }, admin);
    await watcher.until(conversationId, []);
  });

  it('ends at once when a connection is cut, and soon when it falls silent', async () => {
    const cut = await RawSocket.open(desk.port, kim);
    await cut.ask(1, 'presence:here', { conversationId, typing: true });
    await watcher.until(conversationId, ['Kim typing']);
    cut.close();
    await watcher.until(conversationId, []);

    const silent = await RawSocket.open(desk.port, kim);
    await silent.ask(1, 'presence:here', { conversationId, typing: false });
    await watcher.until(conversationId, ['Kim']);
    silent.stopReading();
    const sinceMs = performance.now();
    await watcher.until(conversationId, []);
    expect(performance.now() - sinceMs).toBeLessThan(NOTICED_WITHIN_MS);
    silent.close();
  });

  it('leaves no trace in the journal and none in the queue', async () => {
    const before = desk.desk.memory.revision;
    const { body: queue } = await desk.call('GET', '/queue');
    const raw = await RawSocket.open(desk.port, kim);
    await raw.ask(1, 'presence:here', { conversationId, typing: true });
    await watcher.until(conversationId, ['Kim typing']);
    expect((await raw.ask<PresenceWatched>(2, 'presence:watch', {})).conversations).toHaveLength(1);
    expect(desk.desk.memory.revision).toBe(before);
    expect((await desk.call('GET', '/queue')).body).toEqual(queue);
    raw.close();
  });
});
