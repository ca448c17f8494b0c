import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type As, type RunningDesk, startDesk } from '../running-desk';
import { customerWrites, untilTrue } from './desk-traffic';
import { QueueFollower, WHOLE_QUEUE } from './queue-follower';
import { type Client, comesBack, connected, openSocket, refusal } from './socket-client';

describe('who may be told of the queue', () => {
  let desk: RunningDesk;
  const clients: Client[] = [];
  beforeEach(async () => {
    desk = await startDesk({ sweepEveryMs: 25 });
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.disconnect();
    await desk.close();
    expect(desk.errors).toEqual([]);
  });

  function open(as: As, options?: { origin?: string }): Client {
    const client = openSocket(desk, as, options);
    clients.push(client);
    return client;
  }

  it('is told to two people at once, each by their own sign-in', async () => {
    const people = [await desk.person('agent'), await desk.person('supervisor')];
    const followers = await Promise.all(
      people.map(async (person) => new QueueFollower(await connected(open(person)), WHOLE_QUEUE)),
    );
    await customerWrites(desk, 'ann');
    for (const follower of followers) await untilTrue(desk, follower, WHOLE_QUEUE, people[0]);
    expect(followers.map(({ held }) => held?.total)).toEqual([1, 1]);
  });

  it.each(['read', 'admin'] as const)('is told to a token of scope %s', async (scope) => {
    expect(await refusal(open(desk.tokens[scope]))).toBeNull();
  });

  it('is not told to who has not signed in', async () => {
    expect(await refusal(open(null))).toEqual({
      code: 'unauthenticated',
      message: 'Sign in, or send an API token as auth.token.',
    });
  });

  it('is not told to who makes up a token or a cookie', async () => {
    const somebody = await desk.person('agent');
    const forged = { ...somebody, headers: { cookie: 'better-auth.session_token=abc.def' } };
    for (const as of ['frt_made_up', '', forged])
      expect(await refusal(open(as))).toMatchObject({ code: 'unauthenticated' });
  });

  it('is not told to a token that only brings facts in', async () => {
    expect(await refusal(open(desk.tokens.ingest))).toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('may not see the queue'),
    });
  });

  it.each(['https://evil.example', 'null'])('is not told to a page at %s', async (origin) => {
    const person = await desk.person('admin');
    expect(await refusal(open(person, { origin }))).toMatchObject({ message: 'websocket error' });
    expect(await refusal(open(desk.tokens.read, { origin }))).not.toBeNull();
  });

  it('is told to a page of its own address', async () => {
    const person = await desk.person('agent');
    expect(await refusal(open(person, { origin: desk.url }))).toBeNull();
  });

  it('is told over websockets only', async () => {
    const answer = await desk.call('GET', '/api/../socket.io/?EIO=4&transport=polling');
    expect(answer.status).toBe(400);
  });

  it('ends at once for a token that is revoked', async () => {
    const created = await desk.call<{ token: { id: string }; secret: string }>('POST', '/tokens', {
      name: 'Wallboard',
      scope: 'read',
    });
    const client = await connected(open(created.body.secret));
    const other = await connected(open(desk.tokens.read));
    const gone = comesBack(client);
    await desk.call('DELETE', `/tokens/${created.body.token.id}`);
    // It comes back by itself, and is told why it cannot.
    expect(await gone).toMatchObject({
      closed: 'transport close',
      refused: { code: 'unauthenticated' },
    });
    expect(other.connected).toBe(true);
  });

  it('ends at once for a person who is deactivated', async () => {
    const admin = await desk.person('admin');
    const person = await desk.person('supervisor');
    const client = await connected(open(person));
    const gone = comesBack(client);
    const change = { active: false };
    const { status } = await desk.call('PATCH', `/people/${person.id}`, change, admin);
    expect(status).toBe(200);
    expect(await gone).toMatchObject({ refused: { code: 'unauthenticated' } });
  });

  it('changes at once with a person’s role, whose screens come back by themselves', async () => {
    const admin = await desk.person('admin');
    const person = await desk.person('supervisor');
    const client = await connected(open(person));
    expect(await client.emitWithAck('load:watch', {})).toHaveProperty('waiting');
    const gone = comesBack(client);
    const change = { role: 'agent' };
    const { status } = await desk.call('PATCH', `/people/${person.id}`, change, admin);
    expect(status).toBe(200);
    expect(await gone).toMatchObject({ refused: null });
    expect(await client.emitWithAck('load:watch', {})).toMatchObject({
      error: { code: 'forbidden' },
    });
  });

  it('ends for a session that has signed out, and for no other of that person', async () => {
    const person = await desk.person('agent');
    const elsewhere = await desk.signedInAgain(person);
    const [client, other] = [await connected(open(person)), await connected(open(elsewhere))];
    const gone = comesBack(client);
    const signedOut = await desk.call('POST', '/api/auth/sign-out', {}, person);
    expect(signedOut.status).toBe(200);
    expect(await gone).toMatchObject({ refused: { code: 'unauthenticated' } });
    expect(other.connected).toBe(true);
    expect(await other.emitWithAck('queue:watch', WHOLE_QUEUE)).toHaveProperty('watchId');
  });

  it('serves no client library and no other namespace', async () => {
    const served = await new Promise<number | undefined>((resolve) => {
      request(`${desk.url}/socket.io/socket.io.js`, ({ statusCode }) => resolve(statusCode)).end();
    });
    expect(served).not.toBe(200);
  });
});
