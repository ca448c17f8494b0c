import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationDetail, UnreadWire } from '@/lib/desk/wire';
import { type As, type RunningDesk, type SignedIn, startDesk } from '../running-desk';
import { customerWrites } from './desk-traffic';
import { type Client, connected, openSocket } from './socket-client';
import { UnreadFollower } from './unread-follower';

describe('what somebody has not looked at', () => {
  let desk: RunningDesk;
  let kim: SignedIn;
  let sam: SignedIn;
  let conversationId: string;
  const clients: Client[] = [];
  beforeEach(async () => {
    desk = await startDesk();
    kim = await desk.person('agent', 'Kim');
    sam = await desk.person('supervisor', 'Sam');
    conversationId = await customerWrites(desk, 'ann');
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

  const screen = async (as: As) => new UnreadFollower(await open(as)).watch();
  const work = (verb: string, body: object, as: SignedIn) =>
    desk.call('POST', `/conversations/${conversationId}/${verb}`, body, as);
  async function look(as: SignedIn) {
    const path = `/conversations/${conversationId}`;
    const { body } = await desk.call<ConversationDetail>('GET', path, undefined, as);
    const { revision } = body.header;
    expect((await desk.call('PUT', `${path}/seen`, { revision }, as)).status).toBe(204);
  }
  const byHttp = async (as: SignedIn) =>
    (await desk.call<UnreadWire[]>('GET', '/unread', undefined, as)).body;

  it('is told to all screens of its person with why, and to nobody else', async () => {
    const [desktop, phone] = [await screen(kim), await screen(await desk.signedInAgain(kim))];
    const stranger = await screen(await desk.person('admin', 'Ada'));
    await work('assign', { personId: kim.id, note: 'She knows you' }, sam);
    for (const one of [desktop, phone])
      expect(await one.until(({ why }) => why === 'assignment')).toMatchObject({
        conversationId,
        owned: true,
        assigned: true,
        messages: 1,
        name: 'ann',
        by: 'Sam',
        text: 'She knows you',
      });
    await look(kim);
    await Promise.all([desktop, phone].map((one) => one.until(({ why }) => why === 'seen')));
    expect(desktop.unread).toEqual([]);
    await customerWrites(desk, 'ann', 'Anybody there?');
    const message = { messages: 1, assigned: false, by: null, text: null };
    expect(await phone.until(({ why }) => why === 'message')).toMatchObject(message);
    await work('notes', { text: '@Kim, she is in a hurry', mentions: [kim.id] }, sam);
    const mention = { messages: 2, mentioned: true, by: 'Sam', text: '@Kim, she is in a hurry' };
    expect(await phone.until(({ why }) => why === 'mention')).toMatchObject(mention);
    expect(phone.unread).toEqual(await byHttp(kim));
    await work('status', { status: 'resolved' }, sam);
    expect(await phone.until(({ why }) => why === 'state')).toMatchObject({ mentioned: true });
    await look(kim);
    await desktop.until(({ why, mentioned }) => why === 'seen' && !mentioned);
    // What a stranger would have been told had come before this.
    await work('notes', { text: '@Ada', mentions: [await idOf('Ada')] }, sam);
    await stranger.until(({ why }) => why === 'mention');
    expect(stranger.messages).toHaveLength(1);
    expect(await byHttp(kim)).toEqual([]);
  });

  it('is nothing that one did oneself, and no more one’s matter once a colleague has it', async () => {
    const kims = await screen(kim);
    await work('claim', {}, kim);
    await look(kim);
    await kims.until(({ why }) => why === 'seen');
    kims.messages.length = 0;
    await work('notes', { text: '@Kim, remember', mentions: [kim.id] }, kim);
    await work('replies', { text: 'On its way' }, kim);
    await work('assign', { personId: sam.id }, kim);
    await kims.until(({ owned }) => !owned);
    expect(kims.messages.every(({ messages, mentioned }) => messages === 0 && !mentioned)).toBe(
      true,
    );
    await desk.call('PUT', `/conversations/${conversationId}/seen`, { revision: 1 }, sam);
    // She has opened it: what others write there is still hers to hear of.
    await work('replies', { text: 'I take over' }, sam);
    await kims.until(({ messages }) => messages === 1);
  });

  it('is known to a screen that comes later, and true again for one that was cut off', async () => {
    const follower = new UnreadFollower(await open(kim));
    await work('notes', { text: '@Kim?', mentions: [kim.id] }, sam);
    await follower.watch();
    expect(follower.unread).toMatchObject([{ conversationId, mentioned: true, messages: 2 }]);
    expect(follower.unread).toEqual(await byHttp(kim));
    const [client] = clients;
    client?.disconnect();
    await look(kim);
    if (client) await connected(client.connect());
    await follower.watch();
    expect(follower.unread).toEqual([]);
  });

  it('is refused a revision that is not there yet, and is no matter of a token', async () => {
    const path = `/conversations/${conversationId}/seen`;
    const { status, body } = await desk.call<{ error: { field: string } }>(
      'PUT',
      path,
      { revision: 1_000_000 },
      kim,
    );
    expect([status, body.error.field]).toEqual([400, 'revision']);
    const machine = await open(desk.tokens.admin);
    expect(await machine.emitWithAck('unread:watch', {})).toMatchObject({
      error: { code: 'forbidden' },
    });
  });

  async function idOf(name: string): Promise<string> {
    const { body } = await desk.call<{ id: string; name: string }[]>('GET', '/people');
    return body.find((person) => person.name === name)?.id ?? '';
  }
});
