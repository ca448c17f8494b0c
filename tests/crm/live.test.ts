import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CrmLookupWire } from '@/lib/desk/wire';
import { arrives } from '../api/arrivals';
import { freshDatabase } from '../fresh-database';
import { ConversationFollower } from '../realtime/conversation-follower';
import { type Client, connected, openSocket } from '../realtime/socket-client';
import { type RunningDesk, startDesk } from '../running-desk';
import { crmOfTheirs, says } from './crm-of-theirs';

/** As long as a machine with much to do may take, in milliseconds. */
const PATIENT = 20_000;

let crm: Awaited<ReturnType<typeof crmOfTheirs>>;
beforeEach(async () => {
  crm = await crmOfTheirs(says({ loyalty: { tier: 'Gold' } }));
});
afterEach(() => crm.close());

describe('what comes of a lookup', () => {
  let desk: RunningDesk;
  const clients: Client[] = [];
  beforeEach(async () => {
    desk = await startDesk({ outgoingAllow: [crm.host] });
    await crm.connect(desk);
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.disconnect();
    await desk.close();
    expect(desk.errors).toEqual([]);
  });

  async function follows(conversationId: string) {
    const person = await desk.person('agent');
    const client = await connected(openSocket(desk, person));
    clients.push(client);
    return new ConversationFollower(client, conversationId);
  }

  test('is told to everybody who looks at the conversation, step by step, and to nobody else', async () => {
    let answer: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    crm.does(async (asked, response) => {
      await held;
      says({ loyalty: { tier: 'Gold' } })(asked, response);
    });
    const { body } = await arrives(desk, 'ann');
    const other = await arrives(desk, 'bob');
    const ada = await follows(body.conversationId);
    const bea = await follows(body.conversationId);
    const eve = await follows(other.body.conversationId);
    const shows = (satisfies: (shown: CrmLookupWire) => boolean) =>
      Promise.all(
        [ada, bea].map((one) => one.until(({ crm: shown }) => shown !== null && satisfies(shown))),
      );
    await shows(({ isWaiting }) => isWaiting);
    answer();
    const seen = await shows(({ isWaiting, isKnown }) => !isWaiting && isKnown === true);
    for (const { values } of seen)
      expect(values).toMatchObject([{ attribute: 'loyalty_status', value: 'Gold', source: 'crm' }]);
    const told = JSON.stringify(eve.messages);
    expect(told).not.toContain(body.contactId);
    expect(told).not.toContain(body.conversationId);
    expect([ada.asked, bea.asked]).toEqual([1, 1]);
  });

  test('is not told to a token that only brings messages', async () => {
    const { body } = await arrives(desk, 'ann');
    const press = desk.call(
      'POST',
      `/conversations/${body.conversationId}/lookup`,
      {},
      desk.tokens.ingest,
    );
    expect((await press).status).toBe(403);
    const socket = openSocket(desk, desk.tokens.ingest);
    clients.push(socket);
    const refused = await new Promise<Error>((resolve) => socket.once('connect_error', resolve));
    expect(refused.message).not.toBe('');
  });
});

test('two processes on one desk may both ask, and keep what they hear once', async () => {
  const database = freshDatabase();
  const options = { path: database.path, outgoingAllow: [crm.host] };
  const one = await startDesk(options);
  const other = await startDesk(options);
  await crm.connect(one);
  await vi.waitFor(() => expect(other.desk.memory.crm.connection).not.toBeNull(), PATIENT);
  const names = Array.from({ length: 30 }, (_, n) => `contact-${n}`);
  await Promise.all(names.map((name, n) => arrives(n % 2 === 0 ? one : other, name)));
  const kinds = async () => {
    const entries = await one.desk.store.entriesAfter(0, 1_000);
    return entries.map(({ kind }) => kind);
  };
  await vi.waitFor(
    async () =>
      expect((await kinds()).filter((kind) => kind === 'crmLookup.answered')).toHaveLength(30),
    PATIENT,
  );
  const all = await kinds();
  expect(all.filter((kind) => kind === 'contact.attributesChanged')).toHaveLength(30);
  expect(all.filter((kind) => kind === 'crmLookup.asked')).toHaveLength(30);
  expect(new Set(crm.asked.map(({ id }) => id)).size).toBe(30);
  expect(await one.desk.store.lookupsDue(Date.now() + 3_600_000, 10)).toEqual([]);
  await one.close();
  await other.close();
  database.remove();
  expect([...one.errors, ...other.errors]).toEqual([]);
});
