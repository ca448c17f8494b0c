import { afterEach, beforeEach, expect, it } from 'vitest';
import { type As, type RunningDesk, type SignedIn, startDesk } from '../running-desk';
import { ConversationFollower } from './conversation-follower';
import { customerWrites } from './desk-traffic';
import { DraftFollower } from './draft-follower';
import { QueueFollower, WHOLE_QUEUE } from './queue-follower';
import { type Client, connected, next, openSocket } from './socket-client';
import { UnreadFollower } from './unread-follower';

let desk: RunningDesk;
let ada: SignedIn;
let bea: SignedIn;
const clients: Client[] = [];

beforeEach(async () => {
  desk = await startDesk();
  ada = await desk.person('admin', 'Ada');
  bea = await desk.person('agent', 'Bea');
});

afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect();
  await desk.close();
  expect(desk.errors).toEqual([]);
});

async function screenOf(as: As): Promise<Client> {
  const client = await connected(openSocket(desk, as));
  clients.push(client);
  return client;
}

async function contactOf(conversationId: string): Promise<string> {
  return (await desk.desk.store.conversation(conversationId))?.contactId ?? '';
}

const forget = (contactId: string, name: string) =>
  desk.call('POST', `/contacts/by-id/${contactId}/forget`, { name }, ada);

it('a forgotten contact leaves the queue, the panes, the unread and the drafts of everybody at once', async () => {
  const bobs = await customerWrites(desk, 'bob');
  const carols = await customerWrites(desk, 'carol');
  const contactId = await contactOf(bobs);
  await desk.call('POST', `/conversations/${bobs}/claim`, {}, bea);
  await desk.call(
    'PUT',
    `/conversations/${bobs}/draft`,
    { mode: 'reply', reply: 'Dear Bob', note: '' },
    bea,
  );
  await customerWrites(desk, 'bob', 'Are you there?');
  const [screen, other] = [await screenOf(bea), await screenOf(desk.tokens.read)];
  const queues = [new QueueFollower(screen, WHOLE_QUEUE), new QueueFollower(other, WHOLE_QUEUE)];
  for (const queue of queues) await queue.until(({ total }) => total === 2);
  const pane = new ConversationFollower(screen, bobs);
  await pane.until(({ messageTotal }) => messageTotal === 2);
  const elsewhere = new ConversationFollower(other, carols);
  await elsewhere.until(({ messageTotal }) => messageTotal === 1);
  const drafts = await new DraftFollower(screen).watch();
  expect(drafts.at(bobs)).toBe('Dear Bob | ');
  const unread = await new UnreadFollower(screen).watch();
  expect(unread.unread.map(({ conversationId }) => conversationId)).toEqual([bobs]);
  await screen.emitWithAck('contact:watch', { contactId });

  const ended = next(screen, 'conversation:ended');
  const changed = next(screen, 'contact:changed');
  const heardElsewhere: unknown[] = [];
  other.on('conversation:ended', (message) => heardElsewhere.push(message));
  expect((await forget(contactId, 'bob')).status).toBe(204);
  expect(await ended).toMatchObject({ conversationId: bobs, error: { code: 'not_found' } });
  expect(await changed).toEqual({ contactId, isForgotten: true });
  for (const queue of queues)
    await queue.until(({ entries }) => entries.every((row) => row.conversationId !== bobs));
  await drafts.until(bobs, null);
  await unread.until(({ conversationId, messages }) => conversationId === bobs && messages === 0);

  // Who watches somebody else goes on, and heard of nothing.
  await customerWrites(desk, 'carol', 'Hello?');
  await elsewhere.until(({ messageTotal }) => messageTotal === 2);
  expect(heardElsewhere).toEqual([]);
});

it('who was forgotten and writes again is somebody new, of whom nothing is known', async () => {
  const before = await customerWrites(desk, 'bob');
  const contactId = await contactOf(before);
  await desk.call('PATCH', `/contacts/by-id/${contactId}/attributes`, { values: { vip: true } });
  expect((await forget(contactId, 'Bob')).status).toBe(400);
  expect((await forget(contactId, ' bob ')).status).toBe(204);
  expect((await forget(contactId, 'bob')).status).toBe(404);
  const after = await customerWrites(desk, 'bob', 'It is me');
  expect(after).not.toBe(before);
  const { body } = await desk.call<{ values: unknown[]; messageTotal: number }>(
    'GET',
    `/conversations/${after}`,
  );
  expect(body).toMatchObject({ values: [], messageTotal: 1 });
});

it('what is written into a conversation as it goes is refused, and comes back nowhere', async () => {
  const conversation = await customerWrites(desk, 'bob');
  const contactId = await contactOf(conversation);
  const write = (n: number) =>
    desk.call('POST', `/conversations/${conversation}/notes`, { text: `Note ${n}` }, bea);
  const answers = await Promise.all([write(1), forget(contactId, 'bob'), write(2), write(3)]);
  for (const { status } of answers) expect([200, 201, 204, 404, 409]).toContain(status);
  const again = answers[1]?.status === 204 ? null : await forget(contactId, 'bob');
  if (again) expect(again.status).toBe(204);
  expect(await desk.desk.store.conversation(conversation)).toBeNull();
  expect((await write(4)).status).toBe(404);
  expect(
    (
      await desk.call(
        'PUT',
        `/conversations/${conversation}/draft`,
        { mode: 'note', reply: '', note: 'Hm' },
        bea,
      )
    ).status,
  ).toBe(404);
});
