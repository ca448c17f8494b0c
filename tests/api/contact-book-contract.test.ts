import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ContactDetail, FoundContacts, HistoryWire } from '@/lib/desk/wire-contacts';
import { type As, headersOf, type RunningDesk, type SignedIn, startDesk } from '../running-desk';

let desk: RunningDesk;
let agent: SignedIn;
let zoe: string;

beforeAll(async () => {
  desk = await startDesk();
  agent = await desk.person('agent', 'Ada');
  zoe = await known('zoe-1', { name: 'Zoë Müller', country: 'Belgium', vip: true });
  await known('max-1', { name: 'Max', country: 'France' });
  await known('kim-1', { name: 'Kim', country: 'Belgium' });
});

afterAll(async () => {
  await desk.close();
  expect(desk.errors).toEqual([]);
});

async function known(externalId: string, values: Record<string, unknown>): Promise<string> {
  type Made = { contactId: string };
  const { body } = await desk.call<Made>('PUT', `/contacts/${externalId}`, { values });
  return body.contactId;
}

/** The lines of an answer. */
async function find(body: Record<string, unknown>, as: As = agent): Promise<FoundContacts[]> {
  const answer = await fetch(`${desk.url}/api/v1/contacts/find`, {
    method: 'POST',
    headers: { ...headersOf(as), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
  const text = await answer.text();
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}
const names = (lines: readonly FoundContacts[]) =>
  lines.flatMap(({ contacts }) => contacts.map(({ name }) => name));
const history = async (query: Record<string, string> = {}) => {
  const path = `/contacts/by-id/${zoe}/history?${new URLSearchParams(query)}`;
  return (await desk.call<HistoryWire>('GET', path, undefined, agent)).body;
};

describe('finding contacts', () => {
  test('all of them, the newest first, a page at a time', async () => {
    const [first] = await find({ limit: 2 });
    expect(first).toMatchObject({ total: 3, found: 3, complete: true, done: true });
    expect(first?.contacts[0]).toEqual({
      contactId: expect.any(String),
      externalId: 'kim-1',
      name: 'Kim',
      email: null,
      segments: [],
      conversation: null,
    });
    expect(first && names([first])).toEqual(['Kim', 'Max']);
    const after = first?.contacts.at(-1)?.contactId;
    expect(names(await find({ limit: 2, after }))).toEqual(['Zoë Müller']);
  });

  test('by segment, by what is known, and by both', async () => {
    expect(names(await find({ filter: { segments: ['vip'] } }))).toEqual(['Zoë Müller']);
    const conditions = [{ attribute: 'country', operator: 'eq', operand: 'belgium' }];
    expect(names(await find({ filter: { conditions } }))).toEqual(['Kim', 'Zoë Müller']);
    const noVip = { segments: ['vip'], match: 'none', conditions };
    expect(names(await find({ filter: noVip }))).toEqual(['Kim']);
  });

  test('by words, and by what is known beside them', async () => {
    expect(names(await find({ query: 'zoe' }))).toEqual(['Zoë Müller']);
    const conditions = [{ attribute: 'country', operator: 'eq', operand: 'France' }];
    expect(names(await find({ query: 'zoe', filter: { conditions } }))).toEqual([]);
    expect(names(await find({ query: 'max', filter: { conditions } }))).toEqual(['Max']);
  });
});

describe('a contact', () => {
  test('is told with its values, their sources, its segments and conversations', async () => {
    const body = { contact: { externalId: 'zoe-1' }, text: 'Hello', externalMessageId: 'z-1' };
    await desk.call('POST', '/channels/api/messages', body);
    const answer = await desk.call<ContactDetail>(
      'GET',
      `/contacts/by-id/${zoe}`,
      undefined,
      agent,
    );
    expect(answer.body).toMatchObject({
      contactId: zoe,
      channel: 'api',
      externalId: 'zoe-1',
      name: 'Zoë Müller',
      segments: [{ id: 'vip' }],
      conversations: [{ channel: 'api', status: 'new', owner: null, preview: 'Hello' }],
    });
    expect(answer.body.values).toContainEqual({
      attribute: 'country',
      value: 'Belgium',
      source: 'agent',
      setAt: expect.stringMatching(/Z$/),
    });
  });

  test('has a history: what was said, done and changed, who did it, before and after', async () => {
    const { conversations } = (
      await desk.call<ContactDetail>('GET', `/contacts/by-id/${zoe}`, undefined, agent)
    ).body;
    const conversationId = conversations[0]?.conversationId;
    await desk.call('POST', `/conversations/${conversationId}/claim`, {}, agent);
    await desk.call('POST', `/conversations/${conversationId}/notes`, { text: 'Careful' }, agent);
    const { lines, next } = await history();
    expect(next).toBeNull();
    expect(lines.map(({ kind, by }) => [kind, by.name])).toEqual([
      ['note', 'Ada'],
      ['trail', 'Ada'],
      ['message', 'test admin'],
      ['opened', 'test admin'],
      ['values', 'test admin'],
      ['created', 'test admin'],
    ]);
    const first = await history({ limit: '4' });
    const rest = await history({ limit: '4', before: first.next ?? '' });
    expect([...first.lines, ...rest.lines]).toEqual(lines);
  });

  test('is written by hand, of one attribute the history tells, and it is taken back', async () => {
    const write = (country: string | null, as: As = agent) =>
      desk.call<{ revision: number }>(
        'PATCH',
        `/contacts/by-id/${zoe}/attributes`,
        { values: { country } },
        as,
      );
    await write('France');
    const { body } = await write(null);
    const undo = (as: As) =>
      desk.call('POST', `/contacts/by-id/${zoe}/undo`, { revision: body.revision }, as);
    expect((await undo(await desk.person('agent', 'Otto'))).status).toBe(403);
    expect((await undo(agent)).status).toBe(200);
    expect((await undo(agent)).status).toBe(409);
    const { lines } = await history({ attribute: 'country' });
    expect(lines.map((line) => line.kind === 'values' && [line.isUndo, line.changes])).toEqual([
      [true, [{ attribute: 'country', before: null, after: 'France' }]],
      [false, [{ attribute: 'country', before: 'France', after: null }]],
      [false, [{ attribute: 'country', before: 'Belgium', after: 'France' }]],
      [false, expect.arrayContaining([{ attribute: 'country', before: null, after: 'Belgium' }])],
    ]);
  });

  test('takes nothing back that is no change of its values, and nothing twice', async () => {
    const undo = (revision: number) =>
      desk.call('POST', `/contacts/by-id/${zoe}/undo`, { revision }, agent);
    expect((await undo(1)).status).toBe(400);
    const head = await desk.desk.store.head();
    expect((await undo(head.revision)).status).toBe(409);
    expect((await undo(head.revision + 100)).status).toBe(400);
  });
});

describe('a contact that is to be forgotten', () => {
  test('is told with what goes, and takes its files along', async () => {
    const body = {
      contact: { externalId: 'gone-1', name: 'Gundula' },
      text: 'Hello',
      externalMessageId: 'g-1',
    };
    type Arrived = { contactId: string; conversationId: string };
    const arrived = await desk.call<Arrived>('POST', '/channels/api/messages', body);
    const { contactId, conversationId } = arrived.body;
    const upload = await fetch(`${desk.url}/api/v1/attachments?name=a.txt`, {
      method: 'POST',
      headers: { ...headersOf(agent), 'content-type': 'application/octet-stream' },
      body: 'Some text of hers',
    });
    const { id }: { id: string } = await upload.json();
    const reply = { text: 'Here', attachmentIds: [id] };
    await desk.call('POST', `/conversations/${conversationId}/replies`, reply, agent);
    const admin = await desk.person('admin');
    const path = `/contacts/by-id/${contactId}`;
    const counted = await desk.call('GET', `${path}/belongings`, undefined, admin);
    expect(counted.body).toEqual({
      values: 1,
      conversations: 1,
      messages: 2,
      files: 1,
      drafts: 0,
      entries: expect.any(Number),
    });
    const wrong = await desk.call('POST', `${path}/forget`, { name: 'Gundul' }, admin);
    expect(wrong).toMatchObject({ status: 400, body: { error: { field: 'name' } } });
    expect((await desk.call('POST', `${path}/forget`, { name: 'Gundula' }, admin)).status).toBe(
      204,
    );
    for (const gone of [path, `${path}/history`, `${path}/belongings`])
      expect((await desk.call('GET', gone, undefined, admin)).status).toBe(404);
    expect((await desk.call('GET', `/attachments/${id}`, undefined, admin)).status).toBe(404);
    expect(await desk.desk.store.files.read(id)).toBeNull();
  });
});
