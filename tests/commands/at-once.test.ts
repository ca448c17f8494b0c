import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSqliteStore } from '@/db/sqlite/sqlite-store';
import { deleteAttribute } from '@/lib/commands/attributes/delete-attribute';
import { assignConversation } from '@/lib/commands/conversations/assign-conversation';
import { claimConversation } from '@/lib/commands/conversations/claim-conversation';
import { setStatus } from '@/lib/commands/conversations/set-status';
import { takeNext } from '@/lib/commands/conversations/take-next';
import { changePerson } from '@/lib/commands/people/change-person';
import { createToken } from '@/lib/commands/tokens/create-token';
import { revokeToken } from '@/lib/commands/tokens/revoke-token';
import { SYSTEM } from '@/lib/desk/context';
import { Desk } from '@/lib/desk/desk';
import { Memory } from '@/lib/desk/memory';
import { arrives, read } from '../api/arrivals';
import { type Answer, type RunningDesk, startDesk } from '../running-desk';

let desk: RunningDesk;

beforeAll(async () => {
  desk = await startDesk();
  await desk.person('admin');
});

afterAll(async () => {
  await desk.close();
  expect(desk.errors).toEqual([]);
});

const times = <T>(count: number, make: (n: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, n) => make(n)));

const statuses = (answers: readonly Answer<unknown>[]) =>
  answers.map(({ status }) => status).sort();

const segment = (name: string, attribute = 'country') =>
  desk.call<{ id: string }>('POST', '/segments', {
    name,
    join: 'all',
    conditions: [{ attribute, operator: 'notEmpty' }],
  });

const attribute = (key: string) =>
  desk.call<{ position: number }>('POST', '/attributes', {
    key,
    label: key,
    format: 'text',
    manager: 'crm',
  });

/** What memory was folded to is what it would be loaded as. */
async function expectMemoryAsLoaded(): Promise<void> {
  const { memory, store } = desk.desk;
  const loaded = await Memory.load(store);
  const shown = ({ queue, revision, segments, attributes, prioritization }: Memory) => ({
    new: queue.window({}, 'priority', 0, 200),
    pending: queue.window({ status: 'pending' }, 'priority', 0, 200),
    revision,
    segments: new Map([...segments].sort()),
    attributes: new Map([...attributes].sort()),
    prioritization,
  });
  expect(shown(memory)).toEqual(shown(loaded));
}

describe('many admins at once', () => {
  test('make thirty attributes, each with a place of its own', async () => {
    const answers = await times(30, (n) => attribute(`many_${n}`));
    expect(statuses(answers)).toEqual(Array(30).fill(201));
    expect(new Set(answers.map(({ body }) => body.position))).toHaveProperty('size', 30);
  });

  test('toggle different segments, and no toggle is lost', async () => {
    const made = await times(12, (n) => segment(`toggled ${n}`));
    const ids = made.map(({ body }) => body.id);
    await Promise.all(ids.map((id) => desk.call('PUT', `/prioritization/${id}`)));
    const { body } = await desk.call<{ segmentIds: string[] }>('GET', '/prioritization');
    expect(body.segmentIds.sort()).toEqual(ids.sort());
  });

  test('save one name for two segments, and one of them gets it', async () => {
    expect(statuses(await times(5, () => segment('One name')))).toEqual([201, 409, 409, 409, 409]);
  });

  test('invite one address, and one person is made', async () => {
    const invite = () =>
      desk.call('POST', '/people', { name: 'Ben', email: 'ben@desk.example', role: 'agent' });
    expect(statuses(await times(5, invite))).toEqual([201, 409, 409, 409, 409]);
  });

  test('make one key, and one attribute is made', async () => {
    expect(statuses(await times(5, () => attribute('one_key')))).toEqual([201, 409, 409, 409, 409]);
  });

  test('revoke one token, and one of them does', async () => {
    const ctx = { desk: desk.desk, caller: SYSTEM };
    const { token } = await createToken({ ctx, input: { name: 'Short', scope: 'read' } });
    const ends = await Promise.allSettled(
      Array.from({ length: 5 }, () => revokeToken({ ctx, input: { id: token.id } })),
    );
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const end of ends)
      if (end.status === 'rejected') expect(end.reason).toMatchObject({ code: 'not_found' });
  });

  test('never leave a segment on an attribute that another has deleted', async () => {
    for (let round = 0; round < 10; round += 1) {
      const key = `race_${round}`;
      await attribute(key);
      const save = () => segment(key, key);
      const remove = () => desk.call('DELETE', `/attributes/${key}`);
      const calls = round % 2 === 0 ? [save(), remove()] : [remove(), save()];
      const ends = statuses(await Promise.all(calls));
      expect([[201, 409], [204, 400].sort()]).toContainEqual(ends);
    }
    await expectMemoryAsLoaded();
  });
});

describe('many on one conversation at once', () => {
  test('take a resolve back, and one of them does', async () => {
    const { body } = await arrives(desk, 'undone');
    await desk.call('POST', `/conversations/${body.conversationId}/status`, { status: 'resolved' });
    const undo = () => desk.call('POST', `/conversations/${body.conversationId}/undo`, {});
    expect(statuses(await times(5, undo))).toEqual([200, 409, 409, 409, 409]);
  });

  test('reply, note, and the customer writes: nothing is lost, and the row is as kept', async () => {
    const { body } = await arrives(desk, 'busy');
    const post = (verb: string) => (n: number) =>
      desk.call('POST', `/conversations/${body.conversationId}/${verb}`, { text: `${verb} ${n}` });
    const answers = await Promise.all([
      times(3, post('replies')),
      times(3, post('notes')),
      times(10, () => arrives(desk, 'busy')),
    ]);
    expect(statuses(answers.flat())).toEqual(Array(16).fill(201));
    expect((await read(desk, body.conversationId)).messageTotal).toBe(17);
    await expectMemoryAsLoaded();
  });

  test('it is not given to somebody who is being deactivated', async () => {
    const { body } = await arrives(desk, 'given');
    const { conversationId } = body;
    const ctx = { desk: desk.desk, caller: SYSTEM };
    for (const givenFirst of [true, false]) {
      const { id } = await desk.person('agent');
      const give = () => assignConversation({ ctx, input: { conversationId, personId: id } });
      const end = () => changePerson({ ctx, input: { id, active: false } });
      const { revision } = await desk.desk.store.head();
      await Promise.allSettled(givenFirst ? [give(), end()] : [end(), give()]);
      const kinds = (await desk.desk.store.entriesAfter(revision, 10)).map(({ kind }) => kind);
      expect(kinds).toContain('person.saved');
      expect(kinds.lastIndexOf('conversation.assigned')).toBeLessThan(
        kinds.indexOf('person.saved'),
      );
    }
  });

  test('it is not taken as next when another process has just made it Pending', async () => {
    const caller = { kind: 'person', id: 'p', name: 'Pat', role: 'agent' } as const;
    const other = await Desk.open({ store: await openSqliteStore({ path: desk.path }) });
    try {
      await desk.call('POST', '/channels', { key: 'slow', label: 'Slow' });
      const { body } = await arrives(desk, 'next', { channel: 'slow' });
      const input = { conversationId: body.conversationId, status: 'pending' } as const;
      await setStatus({ ctx: { desk: other, caller: SYSTEM }, input });
      const ctx = { desk: desk.desk, caller };
      const taken = takeNext({ ctx, input: { filter: { channel: 'slow' } } });
      await expect(taken).rejects.toMatchObject({ code: 'not_found' });
    } finally {
      await other.close();
    }
  });

  test('claim it on two processes, and one of them gets it', async () => {
    const other = await Desk.open({ store: await openSqliteStore({ path: desk.path }) });
    try {
      for (let round = 0; round < 5; round += 1) {
        const { body } = await arrives(desk, `two-${round}`);
        const claims = [desk.desk, other, desk.desk, other].map((where, n) => {
          const caller = {
            kind: 'person',
            id: `p${n}`,
            name: `Person ${n}`,
            role: 'agent',
          } as const;
          const input = { conversationId: body.conversationId };
          return claimConversation({ ctx: { desk: where, caller }, input });
        });
        const ends = await Promise.allSettled(claims);
        expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      }
      await desk.desk.lookForForeignEntries();
      await expectMemoryAsLoaded();
    } finally {
      await other.close();
    }
  });
});

describe('a customer’s message', () => {
  test('is kept whatever changes around it, and memory is as it would be loaded', async () => {
    await segment('Storm', 'page_url');
    const messages = times(60, (n) =>
      arrives(desk, `storm-${n % 5}`, { attributes: { page_url: `https://shop.example/${n}` } }),
    );
    const values = times(40, (n) =>
      desk.call('PUT', `/contacts/storm-${n % 5}`, {
        as: 'crm',
        values: { loyalty_status: `L${n}` },
      }),
    );
    const catalogue = times(40, (n) => attribute(`storm_${n}`));
    const toggles = times(20, (n) => desk.call(n % 2 ? 'PUT' : 'DELETE', '/prioritization/vip'));
    expect(statuses(await messages)).toEqual(Array(60).fill(201));
    for (const { status } of await values) expect([200, 201]).toContain(status);
    expect(statuses(await catalogue)).toEqual(Array(40).fill(201));
    expect(statuses(await toggles)).toEqual(Array(20).fill(200));
    const { entries } = (
      await desk.call<{ entries: { contact: { externalId: string } }[] }>('GET', '/queue?limit=200')
    ).body;
    expect(entries.filter(({ contact }) => contact.externalId.startsWith('storm-'))).toHaveLength(
      5,
    );
    await expectMemoryAsLoaded();
  });
});

test('a conversation that comes back brings no value of an attribute that is just deleted', async () => {
  await attribute('fleeting');
  const values = { as: 'crm', values: { fleeting: 'here' } };
  await desk.call('PUT', '/contacts/comes-back', values);
  const { conversationId, contactId } = (await arrives(desk, 'comes-back')).body;
  const ctx = { desk: desk.desk, caller: SYSTEM };
  await setStatus({ ctx, input: { conversationId, status: 'resolved' } });
  await Promise.all([
    deleteAttribute({ ctx, input: { key: 'fleeting' } }),
    setStatus({ ctx, input: { conversationId, status: 'new' } }),
  ]);
  const contact = desk.desk.memory.contacts.get(contactId);
  expect([...(contact?.values ?? ['nobody came back'])]).toEqual([]);
});
