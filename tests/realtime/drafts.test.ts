import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type As, type RunningDesk, type SignedIn, startDesk } from '../running-desk';
import { customerWrites } from './desk-traffic';
import { DraftFollower } from './draft-follower';
import { type Client, connected, openSocket } from './socket-client';

describe('a draft', () => {
  let desk: RunningDesk;
  let kim: SignedIn;
  let conversationId: string;
  const clients: Client[] = [];
  beforeEach(async () => {
    desk = await startDesk();
    kim = await desk.person('agent', 'Kim');
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

  const screen = async (as: As) => new DraftFollower(await open(as)).watch();
  const write = (reply: string, note = '', as = kim) =>
    desk.call('PUT', `/conversations/${conversationId}/draft`, { mode: 'reply', reply, note }, as);

  it('is told to the other screens of its person, also of another sign-in, and to nobody else', async () => {
    const desktop = await screen(kim);
    const phone = await screen(await desk.signedInAgain(kim));
    const colleague = await screen(await desk.person('admin', 'Ada'));
    await write('Dear A');
    await Promise.all([desktop, phone].map((one) => one.until(conversationId, 'Dear A | ')));
    await write('Dear Ann,', 'Ask Sam');
    await Promise.all(
      [desktop, phone].map((one) => one.until(conversationId, 'Dear Ann, | Ask Sam')),
    );
    await write('', '');
    await Promise.all([desktop, phone].map((one) => one.until(conversationId, null)));
    // What a colleague would have been told had come before this.
    await write('Mine', '', await desk.person('agent', 'Sam'));
    await write('Still here');
    await phone.until(conversationId, 'Still here | ');
    expect(colleague.messages).toEqual([]);
    expect(phone.messages).toHaveLength(4);
  });

  it('is known to a screen that comes later, or comes back', async () => {
    await write('Dear Ann,');
    const client = await open(kim);
    const follower = await new DraftFollower(client).watch();
    expect(follower.at(conversationId)).toBe('Dear Ann, | ');
    client.disconnect();
    await write('Dear Ann, on its way');
    await connected(client.connect());
    await follower.watch();
    expect(follower.at(conversationId)).toBe('Dear Ann, on its way | ');
  });

  it('is gone from all screens of its person once it is sent from one', async () => {
    const phone = await screen(kim);
    await write('On its way', 'Ask Sam');
    await phone.until(conversationId, 'On its way | Ask Sam');
    const reply = { text: 'On its way' };
    await desk.call('POST', `/conversations/${conversationId}/replies`, reply, kim);
    await phone.until(conversationId, ' | Ask Sam');
  });

  it('is no matter of a token', async () => {
    const machine = await open(desk.tokens.admin);
    expect(await machine.emitWithAck('draft:watch', {})).toMatchObject({
      error: { code: 'forbidden' },
    });
  });
});
