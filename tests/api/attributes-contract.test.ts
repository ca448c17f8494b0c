import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

  test('one that segments use is not deleted, and they are named; then it goes with its values', async () => {
    type Dependents = { segments: { id: string; name: string }[]; contacts: number };
    const { body } = await desk.call<Dependents>('GET', '/attributes/plan/dependents');
    expect(body).toMatchObject({ contacts: 1 });
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

  test('are put in another order by naming all of them', async () => {
    const keys = async () =>
      (await desk.call<{ key: string }[]>('GET', '/attributes')).body.map(({ key }) => key);
    const reversed = (await keys()).reverse();
    expect((await desk.call('PUT', '/attributes/order', { keys: reversed })).status).toBe(204);
    expect(await keys()).toEqual(reversed);
  });
});
