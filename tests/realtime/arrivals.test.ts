import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArrivalsCame } from '@/lib/realtime/protocol';
import { type As, type RunningDesk, type SignedIn, startDesk } from '../running-desk';
import { countrySegment, customerWrites, prioritize, write } from './desk-traffic';
import { type Client, connected, openSocket } from './socket-client';

describe('an arrival of priority', () => {
  let desk: RunningDesk;
  let kim: SignedIn;
  let sam: SignedIn;
  let segmentId: string;
  const clients: Client[] = [];
  beforeEach(async () => {
    desk = await startDesk();
    kim = await desk.person('agent', 'Kim');
    sam = await desk.person('supervisor', 'Sam');
    segmentId = await countrySegment(desk, 'Chile');
    await prioritize(desk, segmentId);
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.disconnect();
    await desk.close();
    expect(desk.errors).toEqual([]);
  });

  async function open(as: As): Promise<Client> {
    const client = openSocket(desk, as);
    clients.push(client);
    return connected(client);
  }

  /** What this person's screen is told, conversation by conversation, as it comes. */
  async function listen(as: As) {
    const heard: ArrivalsCame[] = [];
    const client = await open(as);
    const waiting = new Set<() => void>();
    client.on('arrival:came', (message) => {
      heard.push(message);
      for (const look of waiting) look();
    });
    expect(await client.emitWithAck('arrival:watch', {})).toEqual({});
    return {
      ids: () => heard.flatMap(({ arrivals }) => arrivals.map((one) => one.conversationId)),
      heard,
      /** Resolves once it has heard of the conversation. */
      hears(conversationId: string): Promise<void> {
        return new Promise((resolve) => {
          const look = () => {
            if (!this.ids().includes(conversationId)) return;
            waiting.delete(look);
            resolve();
          };
          waiting.add(look);
          look();
        });
      },
    };
  }

  const act = (id: string, verb: string, body: object, as: SignedIn) =>
    desk.call('POST', `/conversations/${id}/${verb}`, body, as);
  /** A contact of priority writes for the first time. */
  async function arrives(externalId: string): Promise<string> {
    const contact = { externalId, attributes: { country: 'Chile' } };
    const message = { contact, text: 'Hola', externalMessageId: crypto.randomUUID() };
    const { body } = await desk.call<{ conversationId: string }>(
      'POST',
      '/channels/api/messages',
      message,
      desk.tokens.ingest,
    );
    return body.conversationId;
  }

  it('is told to everyone on duty when a customer comes in, and once', async () => {
    const [kims, sams] = [await listen(kim), await listen(sam)];
    await customerWrites(desk, 'plain');
    const first = await arrives('ann');
    await Promise.all([kims.hears(first), sams.hears(first)]);
    expect(kims.heard).toEqual([
      {
        total: 1,
        arrivals: [{ conversationId: first, name: 'ann', priority: 1, preview: 'Hola' }],
      },
    ]);
    await customerWrites(desk, 'ann', 'Anybody there?');
    await act(first, 'status', { status: 'resolved' }, sam);
    const second = await arrives('bob');
    await Promise.all([kims.hears(second), sams.hears(second)]);
    expect(sams.ids()).toEqual([first, second]);
  });

  it('is what rises from no priority, and no news to whoever raised it', async () => {
    const conversationId = await customerWrites(desk, 'ann');
    const [kims, sams] = [await listen(kim), await listen(sam)];
    const values = { country: 'Chile' };
    await desk.call('PATCH', '/contacts/ann/attributes', { as: 'agent', values }, kim);
    await sams.hears(conversationId);
    await write(desk, 'ann', { country: 'chile' });
    const next = await arrives('bob');
    await Promise.all([kims.hears(next), sams.hears(next)]);
    expect(kims.ids()).toEqual([next]);
    expect(sams.ids()).toEqual([conversationId, next]);
  });

  it('is what is given back, but nothing that somebody has', async () => {
    const conversationId = await arrives('ann');
    const [kims, sams] = [await listen(kim), await listen(sam)];
    await act(conversationId, 'claim', {}, kim);
    await customerWrites(desk, 'ann', 'Still there?');
    await act(conversationId, 'release', {}, kim);
    await sams.hears(conversationId);
    const next = await arrives('bob');
    await kims.hears(next);
    expect(kims.ids()).toEqual([next]);
  });

  it('is nothing that a change of the catalogue lifts: that was there', async () => {
    await prioritize(desk, segmentId, false);
    await arrives('ann');
    const kims = await listen(kim);
    await prioritize(desk, segmentId);
    const next = await arrives('bob');
    await kims.hears(next);
    expect(kims.ids()).toEqual([next]);
  });

  it('is no matter of a token', async () => {
    const machine = await open(desk.tokens.admin);
    expect(await machine.emitWithAck('arrival:watch', {})).toMatchObject({
      error: { code: 'forbidden' },
    });
  });
});
