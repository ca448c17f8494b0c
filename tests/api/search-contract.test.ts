import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SearchWire } from '@/lib/desk/wire-search';
import { type As, headersOf, type RunningDesk, type SignedIn, startDesk } from '../running-desk';

let desk: RunningDesk;
let agent: SignedIn;
let parcel: string;

beforeAll(async () => {
  desk = await startDesk();
  agent = await desk.person('agent', 'Ada');
  await desk.call('PUT', '/contacts/zoe-1', {
    values: { name: 'Zoë Müller', email: 'zoe@mail.example' },
  });
  parcel = await arrives('zoe-1', 'Where is my <i>parcel</i>?', 'first');
  await arrives('max-1', 'My parcel came broken', 'second');
  await desk.call('POST', `/conversations/${parcel}/claim`, {}, agent);
  await desk.call(
    'POST',
    `/conversations/${parcel}/notes`,
    { text: 'Parcel is at customs' },
    agent,
  );
});

afterAll(async () => {
  await desk.close();
  expect(desk.errors).toEqual([]);
});

async function arrives(externalId: string, text: string, externalMessageId: string) {
  const body = { contact: { externalId }, text, externalMessageId };
  const answer = await desk.call<{ conversationId: string }>(
    'POST',
    '/channels/api/messages',
    body,
  );
  return answer.body.conversationId;
}
const search = async (query: Record<string, string>, as: As = agent) => {
  const path = `/search?${new URLSearchParams(query)}`;
  return (await desk.call<SearchWire>('GET', path, undefined, as)).body;
};
const names = ({ hits }: SearchWire) => hits.map(({ contact }) => contact.name);

describe('search', () => {
  test('answers who, where, when and why, in plain text', async () => {
    const { hits, total, complete, indexed, revision } = await search({ q: 'where parc' });
    const head = await desk.desk.store.head();
    expect({ total, complete, indexed, revision }).toEqual({
      total: 1,
      complete: true,
      indexed: 1,
      revision: head.revision,
    });
    expect(hits).toEqual([
      {
        kind: 'message',
        contact: { id: expect.any(String), externalId: 'zoe-1', name: 'Zoë Müller' },
        conversation: {
          conversationId: parcel,
          channel: 'api',
          status: 'new',
          owner: { id: agent.id, name: 'Ada' },
        },
        messageId: expect.any(String),
        attribute: null,
        at: expect.stringMatching(/^\d{4}-.*Z$/),
        more: 0,
        snippet: [
          { text: 'Where', hit: true },
          { text: ' is my <i>', hit: false },
          { text: 'parc', hit: true },
          { text: 'el</i>?', hit: false },
        ],
      },
    ]);
  });

  test('finds people by name, e-mail and external id', async () => {
    for (const q of ['zoe mul', 'ZOË', 'zoe@mail.example', 'zoe-1'])
      expect(names(await search({ q }))).toContain('Zoë Müller');
    const { hits } = await search({ q: 'müller', in: 'contact' });
    expect(hits).toMatchObject([
      {
        kind: 'contact',
        attribute: 'name',
        messageId: null,
        conversation: { conversationId: parcel },
      },
    ]);
  });

  test('keeps to what is asked for', async () => {
    expect(names(await search({ q: 'parcel', owner: 'mine' }))).toEqual(['Zoë Müller']);
    expect(names(await search({ q: 'parcel', owner: 'unowned' }))).toEqual(['max-1']);
    expect(names(await search({ q: 'parcel', in: 'note' }))).toEqual(['Zoë Müller']);
    expect(names(await search({ q: 'parcel', status: 'resolved' }))).toEqual([]);
    expect(names(await search({ q: 'parcel', status: 'open', channel: 'api' }))).toHaveLength(2);
    const [first] = names(await search({ q: 'parcel', limit: '1' }));
    const [second] = names(await search({ q: 'parcel', limit: '1', offset: '1' }));
    expect([first, second].sort()).toEqual(['Zoë Müller', 'max-1']);
  });

  test('is dropped for who does not wait, and answered to who does', async () => {
    const leaving = new AbortController();
    const asked = Array.from({ length: 5 }, () =>
      fetch(`${desk.url}/api/v1/search?q=parcel`, {
        headers: headersOf(agent),
        signal: leaving.signal,
      }),
    );
    leaving.abort();
    for (const one of await Promise.allSettled(asked)) expect(one.status).toBe('rejected');
    expect((await search({ q: 'parcel' })).total).toBe(2);
  });

  test('reads a hostile query as words', async () => {
    for (const q of ['"', '*', 'parcel" OR "1', 'NEAR(parcel)', "'; drop table messages; --"])
      expect((await search({ q })).hits).toEqual([]);
    expect((await search({ q: '"parcel" *' })).total).toBe(2);
  });
});
