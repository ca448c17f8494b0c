import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CannedReplyWire } from '@/lib/desk/wire';
import { type As, type RunningDesk, startDesk } from '../running-desk';
import type { Refusal } from './bad-input';

let desk: RunningDesk;
let supervisor: As;
let agent: As;

beforeAll(async () => {
  desk = await startDesk();
  supervisor = await desk.person('supervisor');
  agent = await desk.person('agent');
});

afterAll(async () => {
  await desk.close();
  expect(desk.errors).toEqual([]);
});

const post = (title: string, text: string) =>
  desk.call<CannedReplyWire>('POST', '/canned-replies', { title, text }, supervisor);
const patch = <T = Refusal>(id: string, body: Record<string, unknown>) =>
  desk.call<T>('PATCH', `/canned-replies/${id}`, body, supervisor);
const titles = async (caller: As = agent) => {
  const { body } = await desk.call<CannedReplyWire[]>('GET', '/canned-replies', undefined, caller);
  return body.map(({ title }) => title);
};

describe('canned replies', () => {
  test('are made by a supervisor, and read by agents in the order of their titles', async () => {
    const { status, body } = await post('  Where is it  ', 'Hello {{name|there}}\n{{my_name}}\n');
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String),
      title: 'Where is it',
      text: 'Hello {{name|there}}\n{{my_name}}',
      changedBy: expect.stringMatching(/\w/),
      changedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      revision: desk.desk.memory.revision,
    });
    await post('a refund', 'Soon');
    await post('Éclair', 'Sweet');
    expect(await titles()).toEqual(['a refund', 'Éclair', 'Where is it']);
    expect(await titles(desk.tokens.read)).toHaveLength(3);
  });

  test('change in part, and say by whom', async () => {
    const { body: made } = await post('Thanks', 'Thank you, {{name}}');
    const { body } = await patch<CannedReplyWire>(made.id, { text: 'Thanks, {{name}}' });
    expect(body).toMatchObject({ id: made.id, title: 'Thanks', text: 'Thanks, {{name}}' });
    expect(body.revision).toBeGreaterThan(made.revision);
    const same = await patch<CannedReplyWire>(made.id, { title: 'Thanks', expect: body.revision });
    expect(same).toMatchObject({ status: 200, body });
  });

  test('of two who edit the same, the second is told who was quicker', async () => {
    const { body: made } = await post('Twice', 'First');
    const edits = ['One', 'Two'].map((text) => patch(made.id, { text, expect: made.revision }));
    const answers = await Promise.all(edits);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body.error.message).toMatch(/ has saved this canned reply meanwhile\.$/);
  });

  test('have a title that no other has', async () => {
    const { body: made } = await post('One of a kind', 'x');
    const taken = { status: 409, body: { error: { code: 'conflict', field: 'title' } } };
    expect(await post('ONE OF A KIND', 'y')).toMatchObject(taken);
    expect(await patch(made.id, { title: 'Twice' })).toMatchObject(taken);
    expect((await patch(made.id, { title: 'One of a Kind' })).status).toBe(200);
  });

  test('keep a placeholder whose attribute was disabled since, but take no new one', async () => {
    const plan = { key: 'plan', label: 'Plan', format: 'text', manager: 'crm' };
    await desk.call('POST', '/attributes', plan);
    const { body: made } = await post('Your plan', 'You have {{plan}}');
    await desk.call('PATCH', '/attributes/plan', { enabled: false });
    expect((await patch(made.id, { text: 'You have {{plan|none}}' })).status).toBe(200);
    expect(await post('Another plan', '{{plan}}')).toMatchObject({
      status: 400,
      body: { error: { field: 'text', message: 'Plan is disabled.' } },
    });
    expect(await desk.call('DELETE', '/attributes/plan')).toMatchObject({
      status: 409,
      body: { error: { message: expect.stringContaining('the canned reply Your plan') } },
    });
    expect((await patch(made.id, { text: 'You have none' })).status).toBe(200);
    expect((await desk.call('DELETE', '/attributes/plan')).status).toBe(204);
    const refused = await patch(made.id, { text: 'Now {{plan}}' });
    expect(refused.body.error.message).toContain('There is no attribute “plan”.');
  });

  test('are deleted, and stand in the journal with who did it', async () => {
    const { body: made } = await post('Gone soon', 'x');
    const path = `/canned-replies/${made.id}`;
    expect((await desk.call('DELETE', path, undefined, supervisor)).status).toBe(204);
    expect(await titles()).not.toContain('Gone soon');
    expect((await desk.call('DELETE', path, undefined, supervisor)).status).toBe(404);
    type Journal = { entries: { kind: string; body: unknown }[] };
    const after = `/journal?after=${made.revision - 1}`;
    const { body } = await desk.call<Journal>('GET', after, undefined, supervisor);
    const definition = { id: made.id, title: 'Gone soon', text: 'x' };
    expect(body.entries).toMatchObject([
      { kind: 'cannedReply.saved', body: { before: null, after: definition } },
      { kind: 'cannedReply.deleted', body: { before: definition } },
    ]);
  });

  test('change no row: the queue is what it was, at the same revisions', async () => {
    await desk.call('POST', '/channels/api/messages', {
      contact: { externalId: 'ann' },
      text: 'Hello',
      externalMessageId: 'first',
    });
    const queue = async () => {
      const { body } = await desk.call<{ entries: unknown[] }>('GET', '/queue');
      return body.entries;
    };
    const before = await queue();
    await post('Quiet', 'x');
    expect(before).toHaveLength(1);
    expect(await queue()).toEqual(before);
  });
});
