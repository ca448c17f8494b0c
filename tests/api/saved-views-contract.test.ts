import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAX_SAVED_VIEWS } from '@/lib/desk/checks';
import type { SavedViewWire, SegmentWire } from '@/lib/desk/wire';
import { type RunningDesk, type SignedIn, startDesk } from '../running-desk';
import type { Refusal } from './bad-input';

let desk: RunningDesk;
let supervisor: SignedIn;
let agent: SignedIn;
let colleague: SignedIn;

beforeAll(async () => {
  desk = await startDesk();
  supervisor = await desk.person('supervisor');
  agent = await desk.person('agent');
  colleague = await desk.person('agent');
});

afterAll(async () => {
  await desk.close();
  expect(desk.errors).toEqual([]);
});

type Caller = SignedIn | string;

const post = <T = SavedViewWire>(name: string, more: object, caller: Caller = agent) =>
  desk.call<T>('POST', '/views', { name, ...more }, caller);
const share = (name: string, more: object = {}) =>
  post(name, { shared: true, ...more }, supervisor);
const patch = <T = Refusal>(id: string, body: object, caller: Caller = supervisor) =>
  desk.call<T>('PATCH', `/views/${id}`, body, caller);
const remove = (id: string, caller: Caller = supervisor) =>
  desk.call<Refusal>('DELETE', `/views/${id}`, undefined, caller);
const reorder = (shared: boolean, ids: string[], caller: Caller) =>
  desk.call<Refusal>('PUT', '/views/order', { shared, ids }, caller);
const viewsOf = async (caller: Caller) => {
  const { body } = await desk.call<SavedViewWire[]>('GET', '/views', undefined, caller);
  return body;
};
const namesOf = async (caller: Caller, shared: boolean) =>
  (await viewsOf(caller)).filter((view) => view.shared === shared).map(({ name }) => name);

describe('a saved view', () => {
  test('is an agent’s own unless told otherwise, and keeps filter, order and columns', async () => {
    const filter = { segments: ['vip', 'vip'], match: 'none', owner: 'mine', status: 'pending' };
    const columns = ['waiting', 'preview'];
    const { status, body } = await post('  My quiet ones ', { filter, order: 'oldest', columns });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String),
      name: 'My quiet ones',
      shared: false,
      filter: { segments: ['vip'], match: 'none', owner: 'mine', status: 'pending' },
      order: 'oldest',
      columns: ['preview', 'waiting'],
      position: 0,
      changedBy: expect.stringMatching(/\w/),
      changedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      revision: desk.desk.memory.revision,
    });
    expect(await viewsOf(agent)).toContainEqual(body);
  });

  test('that is personal is nobody else’s: not to list, change, delete or find in the journal', async () => {
    const name = 'Customers I dread';
    const admin = await desk.person('admin');
    const { body: own } = await post(name, { filter: { owner: 'mine' } });
    for (const other of [colleague, supervisor, admin, desk.tokens.admin, desk.tokens.read]) {
      expect(await namesOf(other, false)).toEqual([]);
      expect((await patch(own.id, { name: 'Mine now' }, other)).status).toBe(404);
      expect((await remove(own.id, other)).status).toBe(404);
    }
    const { body: renamed } = await patch<SavedViewWire>(own.id, { name: `${name} most` }, agent);
    expect((await remove(renamed.id, agent)).status).toBe(204);
    const after = `/journal?after=${own.revision - 1}`;
    const { body: journal } = await desk.call('GET', after, undefined, admin);
    const mark = { id: own.id, ownerId: agent.id };
    expect(journal).toMatchObject({
      entries: [
        { kind: 'savedView.saved', body: { before: null, after: mark } },
        { kind: 'savedView.saved', body: { before: mark, after: mark } },
        { kind: 'savedView.deleted', body: { before: mark } },
      ],
    });
    expect(JSON.stringify(journal)).not.toContain(name);
  });

  test('that is shared is everybody’s to see, and changed by supervisors and admins alone', async () => {
    const { body: shared } = await share('Unowned', { filter: { owner: 'unowned' } });
    for (const reader of [agent, colleague, desk.tokens.read])
      expect(await viewsOf(reader)).toContainEqual(shared);
    for (const refused of [
      await post<Refusal>('Ours', { shared: true }),
      await patch(shared.id, { name: 'Ours' }, agent),
      await patch(shared.id, { name: 'Ours' }, desk.tokens.read),
      await remove(shared.id, agent),
      await reorder(true, [shared.id], agent),
    ]) {
      expect(refused.status).toBe(403);
      expect(refused.body.error.message).toMatch(/may not change shared views\.$/);
    }
    expect((await patch(shared.id, { order: 'oldest' }, desk.tokens.admin)).status).toBe(200);
    expect((await remove(shared.id)).status).toBe(204);
  });

  test('is shared by a token or kept by a person: a token has none of its own', async () => {
    const mine = { filter: { owner: 'mine' } };
    expect((await post('Robot’s', mine, desk.tokens.admin)).status).toBe(403);
    const { status } = await post('Everyone’s', { ...mine, shared: true }, desk.tokens.admin);
    expect(status).toBe(201);
  });

  test('changes in part, and not at all when nothing is new', async () => {
    const { body: made } = await share('In part', { columns: [] });
    const { body } = await patch<SavedViewWire>(made.id, { filter: { channel: 'api' } });
    expect(body).toMatchObject({ name: 'In part', columns: [], filter: { channel: 'api' } });
    expect(body.revision).toBeGreaterThan(made.revision);
    const same = { name: 'In part', filter: { channel: 'api' }, expect: body.revision };
    expect(await patch<SavedViewWire>(made.id, same)).toMatchObject({ status: 200, body });
  });

  test('that two edit at once goes to the first, and the second is told who it was', async () => {
    const { body: made } = await share('Twice');
    const edits = ['Once', 'Again'].map((name) => patch(made.id, { name, expect: made.revision }));
    const answers = await Promise.all(edits);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body.error.message).toMatch(/ has saved this view meanwhile\.$/);
  });

  test('has a name that no other of the same owner has', async () => {
    await share('One of a kind');
    const taken = { status: 409, body: { error: { code: 'conflict', field: 'name' } } };
    expect(await share('ONE OF A KIND')).toMatchObject(taken);
    expect((await post('one of a kind', {})).status).toBe(201);
    expect((await post('One of a kind', {}, colleague)).status).toBe(201);
    expect(await post('One of a Kind', {})).toMatchObject(taken);
  });

  test('has the place it is given', async () => {
    const person = await desk.person('agent');
    const made = [];
    for (const name of ['c', 'a', 'b']) made.push((await post(name, {}, person)).body);
    expect(await namesOf(person, false)).toEqual(['c', 'a', 'b']);
    const ids = made.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ id }) => id);
    expect((await reorder(false, ids, person)).status).toBe(204);
    expect(await namesOf(person, false)).toEqual(['a', 'b', 'c']);
    for (const wrong of [ids.slice(1), [...ids, ids[0] ?? ''], []])
      expect(await reorder(false, wrong, person)).toMatchObject({
        status: 400,
        body: { error: { field: 'ids' } },
      });
    expect((await reorder(false, ids, desk.tokens.admin)).status).toBe(403);
  });

  test(`is one of ${MAX_SAVED_VIEWS} at most`, async () => {
    const person = await desk.person('agent');
    for (let place = 0; place < MAX_SAVED_VIEWS; place += 1) {
      expect((await post(`View ${place}`, {}, person)).status).toBe(201);
    }
    const refused = await post<Refusal>('One more', {}, person);
    expect(refused).toMatchObject({ status: 409, body: { error: { code: 'conflict' } } });
    const [first] = await viewsOf(person).then((all) => all.filter(({ shared }) => !shared));
    expect((await patch(first?.id ?? '', { name: 'Still mine' }, person)).status).toBe(200);
  });

  test('keeps a segment in use if it is shared, and outlives it if it is personal', async () => {
    const condition = { attribute: 'country', operator: 'eq', operand: 'Belgium' };
    const segment = { name: 'Belgians', join: 'all', conditions: [condition] };
    const { body: made } = await desk.call<SegmentWire>('POST', '/segments', segment);
    const filter = { segments: [made.id] };
    const { body: own } = await post('My Belgians', { filter });
    const { body: shared } = await share('Our Belgians', { filter });
    const refused = await desk.call<Refusal>('DELETE', `/segments/${made.id}`);
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toBe(
      'Belgians is used by Our Belgians. Change these shared views first.',
    );
    await remove(shared.id);
    expect((await desk.call('DELETE', `/segments/${made.id}`)).status).toBe(204);
    const renamed = await patch<SavedViewWire>(own.id, { name: 'No Belgians' }, agent);
    expect(renamed.body.filter.segments).toEqual([made.id]);
    expect((await patch(own.id, { filter }, agent)).status).toBe(400);
    const mended = await patch<SavedViewWire>(own.id, { filter: { segments: [] } }, agent);
    expect(mended.body.filter.segments).toEqual([]);
  });
});
