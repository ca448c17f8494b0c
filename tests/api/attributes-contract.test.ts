import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AttributeDependents, AttributePreview } from '@/lib/desk/wire-attributes';
import { type RunningDesk, startDesk } from '../running-desk';
import { arrives, read } from './arrivals';

let desk: RunningDesk;

beforeAll(async () => {
  desk = await startDesk();
});

afterAll(async () => {
  await desk.close();
  expect(desk.errors).toEqual([]);
});

const condition = (operator: string, operand?: string) => ({
  attribute: 'plan',
  operator,
  ...(operand === undefined ? {} : { operand }),
});

describe('attributes', () => {
  test('the standard ones are there, in their order and shape', async () => {
    const { body } = await desk.call<{ key: string }[]>('GET', '/attributes');
    expect(body.map(({ key }) => key).join(' ')).toBe(
      'vip name email phone language country page_url referrer device_platform twitter_followers loyalty_status customer_since',
    );
    expect(body[0]).toEqual({
      key: 'vip',
      label: 'VIP',
      format: 'boolean',
      manager: 'agent',
      enabled: true,
      standard: true,
      position: 0,
    });
  });

  test('a new one stands at the end, also one with the key of an object’s own', async () => {
    for (const [key, position] of [
      ['plan', 12],
      ['constructor', 13],
    ] as const) {
      const body = { key, label: ` ${key} `, format: 'text', manager: 'crm' };
      expect(await desk.call('POST', '/attributes', body)).toMatchObject({
        status: 201,
        body: { ...body, label: key, enabled: true, standard: false, position },
      });
    }
    const values = { as: 'crm', values: { constructor: 'Ford' } };
    await desk.call('PUT', '/contacts/henry', {});
    expect(await desk.call('PATCH', '/contacts/henry/attributes', values)).toMatchObject({
      body: { values: [{ attribute: 'constructor', value: 'Ford' }] },
    });
  });

  test('a disabled one keeps its values and holds for nobody; enabling it brings all back', async () => {
    const { body } = await arrives(desk, 'd1');
    const { body: empty } = await arrives(desk, 'd2');
    await desk.call('PATCH', '/contacts/d1/attributes', { as: 'crm', values: { plan: 'Gold' } });
    const conditions = [
      condition('eq', 'gold'),
      condition('notEmpty'),
      condition('ne', 'silver'),
      condition('notContains', 'x'),
      condition('isEmpty'),
    ];
    for (const one of conditions)
      await desk.call('POST', '/segments', { name: one.operator, join: 'all', conditions: [one] });
    const names = async (id: string) =>
      (await read(desk, id)).segments.map(({ name }) => name).sort();
    const all = ['eq', 'ne', 'notContains', 'notEmpty'];
    expect(await names(body.conversationId)).toEqual(all);
    expect(await names(empty.conversationId)).toEqual(['isEmpty', 'ne', 'notContains']);

    await desk.call('PATCH', '/attributes/plan', { enabled: false });
    expect(await names(body.conversationId)).toEqual([]);
    expect(await names(empty.conversationId)).toEqual([]);
    expect((await read(desk, body.conversationId)).values).toMatchObject([
      { attribute: 'plan', value: 'Gold' },
    ]);
    const again = { name: 'new', join: 'all', conditions: [condition('eq', 'gold')] };
    expect(await desk.call('POST', '/segments', again)).toMatchObject({
      status: 400,
      body: { error: { field: 'conditions.0.attribute', message: 'plan is disabled.' } },
    });

    await desk.call('PATCH', '/attributes/plan', { enabled: true });
    expect(await names(body.conversationId)).toEqual(all);
    expect(await names(empty.conversationId)).toEqual(['isEmpty', 'ne', 'notContains']);
  });

  test('who would move if one were disabled is told before, to the place, and nothing is changed by asking', async () => {
    const { body: waits } = await arrives(desk, 'w1');
    const { body: gold } = await arrives(desk, 'w2', { name: 'Goldie' });
    await desk.call('PATCH', '/contacts/w2/attributes', { as: 'crm', values: { plan: 'Gold' } });
    const segment = { name: 'Golden', join: 'all', conditions: [condition('eq', 'gold')] };
    const { body: golden } = await desk.call<{ id: string }>('POST', '/segments', segment);
    await desk.call('PUT', `/prioritization/${golden.id}`);
    const queue = async () => {
      const { body } = await desk.call<{ entries: { conversationId: string }[] }>('GET', '/queue');
      return body.entries.map(({ conversationId }) => conversationId);
    };
    const before = await queue();
    const preview = await desk.call<AttributePreview>('POST', '/attributes/plan/preview', {
      enabled: false,
    });
    expect(await queue()).toEqual(before);
    const mark = { id: golden.id, name: 'Golden', highPriority: true };
    expect(preview.status).toBe(200);
    // Those of the test before are golden, too.
    const matching = preview.body.segments.find(({ id }) => id === golden.id)?.from ?? 0;
    expect(preview.body.segments).toContainEqual({ ...mark, from: matching, to: 0 });
    expect(preview.body.conversations).toBe(matching);
    await desk.call('PATCH', '/attributes/plan', { enabled: false });
    const after = await queue();
    expect(preview.body.moves).toContainEqual({
      conversationId: gold.conversationId,
      name: 'Goldie',
      from: before.indexOf(gold.conversationId) + 1,
      to: after.indexOf(gold.conversationId) + 1,
    });
    expect(after.indexOf(waits.conversationId)).toBeLessThan(after.indexOf(gold.conversationId));

    const back = await desk.call('POST', '/attributes/plan/preview', { enabled: true });
    expect(back.body).toMatchObject({ conversations: matching });
    await desk.call('PATCH', '/attributes/plan', { enabled: true });
    expect(await queue()).toEqual(before);
    await desk.call('DELETE', `/segments/${golden.id}`);
  });

  test('one that segments use is not deleted, and they are named; then it goes with its values', async () => {
    const { body } = await desk.call<AttributeDependents>('GET', '/attributes/plan/dependents');
    expect(body).toMatchObject({ contacts: 2 });
    const names = body.segments.map(({ name }) => name);
    expect(names).toHaveLength(5);
    const refused = await desk.call<{ error: { message: string } }>('DELETE', '/attributes/plan');
    expect(refused.status).toBe(409);
    for (const name of names) expect(refused.body.error.message).toContain(name);
    for (const { id } of body.segments) await desk.call('DELETE', `/segments/${id}`);
    expect((await desk.call('DELETE', '/attributes/plan')).status).toBe(204);
    const made = { key: 'plan', label: 'Plan', format: 'number', manager: 'agent' };
    expect((await desk.call('POST', '/attributes', made)).status).toBe(201);
    expect((await desk.call('PUT', '/contacts/d1', {})).body).toMatchObject({ values: [] });
  });

  test('one that a canned reply, a channel or the CRM uses is not deleted either, until none does', async () => {
    const made = { key: 'size', label: 'Size', format: 'text', manager: 'channel' };
    await desk.call('POST', '/attributes', made);
    await desk.call('POST', '/channels', { key: 'shop', label: 'Shop', kind: 'messenger' });
    await desk.call('POST', '/channels', { key: 'orders', label: 'Orders', kind: 'webhook' });
    const mapping = { externalId: 'id', name: null, text: 'text', messageId: null, sentAt: null };
    const crm = { enabled: false, url: 'https://crm.example/lookup', versionPath: null };
    const read = { fields: [], push: null, channels: [] };
    const asked = { ...crm, ...read, timeoutMs: 1_000, freshMinutes: 60 };
    const reply = { title: 'Fits', text: 'Is {{size|it}} right?' };
    const { body: fits } = await desk.call<{ id: string }>('POST', '/canned-replies', reply);
    const name = async (attribute: string | null) => {
      const named = attribute === null ? [] : [attribute];
      const preChat = named.map((key) => ({ attribute: key, required: false }));
      const attributes = named.map((key) => ({ attribute: key, path: 'size' }));
      await desk.call('PATCH', '/channels/shop/messenger', { preChat });
      await desk.call('PUT', '/channels/orders/webhook/mapping', { ...mapping, attributes });
      return desk.call('PUT', '/crm', { ...asked, keyAttribute: attribute });
    };
    expect((await name('size')).status).toBe(200);
    const dependents = () => desk.call<AttributeDependents>('GET', '/attributes/size/dependents');
    expect((await dependents()).body).toEqual({
      segments: [],
      cannedReplies: [{ id: fits.id, title: 'Fits' }],
      mappings: [{ channel: 'orders', label: 'Orders' }],
      messengers: [{ channel: 'shop', label: 'Shop' }],
      crm: true,
      contacts: 0,
    });
    const refused = await desk.call<{ error: { message: string } }>('DELETE', '/attributes/size');
    expect([refused.status, refused.body.error.message]).toEqual([
      409,
      'Size is used by the canned reply Fits, the webhook mapping of Orders, the messenger of Shop, the CRM connection. Change these first.',
    ]);
    await name(null);
    expect((await desk.call('DELETE', '/attributes/size')).status).toBe(409);
    await desk.call('DELETE', `/canned-replies/${fits.id}`);
    expect((await dependents()).body).toMatchObject({ cannedReplies: [], crm: false });
    expect((await desk.call('DELETE', '/attributes/size')).status).toBe(204);
  });

  test('are put in another order by naming all of them', async () => {
    const keys = async () =>
      (await desk.call<{ key: string }[]>('GET', '/attributes')).body.map(({ key }) => key);
    const reversed = (await keys()).reverse();
    expect((await desk.call('PUT', '/attributes/order', { keys: reversed })).status).toBe(204);
    expect(await keys()).toEqual(reversed);
  });
});
