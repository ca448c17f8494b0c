import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningDesk, startDesk } from '../running-desk';
import { arrives, ID, read } from './arrivals';

let desk: RunningDesk;

beforeAll(async () => {
  desk = await startDesk();
  await desk.call('POST', '/channels', { key: 'chat', label: 'Chat' });
  await desk.call('POST', '/channels', { key: 'mail', label: 'Mail' });
});

afterAll(async () => {
  await desk.close();
  expect(desk.errors).toEqual([]);
});

describe('the same message again', () => {
  test('answers 200 with the first result and changes nothing, whatever else it says', async () => {
    const first = await arrives(desk, 'i1', {
      externalMessageId: 'same',
      attributes: { loyalty_status: 'Gold' },
    });
    expect(first.status).toBe(201);
    expect(first.body).toEqual({
      contactId: expect.stringMatching(ID),
      conversationId: expect.stringMatching(ID),
      messageId: expect.stringMatching(ID),
      refused: [{ attribute: 'loyalty_status', message: 'Loyalty status is managed by the CRM.' }],
    });
    const before = await desk.desk.store.head();
    for (const externalId of ['i1', 'someone else']) {
      const again = await arrives(desk, externalId, {
        externalMessageId: 'same',
        text: 'Something else',
        attributes: { page_url: 'https://a.b' },
      });
      expect([again.status, again.body]).toEqual([200, first.body]);
    }
    expect(await desk.desk.store.head()).toEqual(before);
  });

  test('is another message on another channel', async () => {
    await arrives(desk, 'i2', { externalMessageId: 'shared' });
    const other = await arrives(desk, 'i2', { externalMessageId: 'shared', channel: 'chat' });
    expect(other.status).toBe(201);
  });

  test.each([
    ['of one contact', () => 'i3', 'p1'],
    ['of as many contacts', (n: number) => `i4-${n}`, 'p2'],
  ])('fifty times at once, %s, is kept once', async (_, externalId, externalMessageId) => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => arrives(desk, externalId(n), { externalMessageId })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(49);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body)))).toHaveProperty('size', 1);
    const conversationId = answers[0]?.body.conversationId ?? '';
    expect(await read(desk, conversationId)).toMatchObject({ messageTotal: 1 });
  });

  test('is another one when fifty different ones arrive at once for one contact', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => arrives(desk, 'i5')));
    expect(new Set(answers.map(({ body }) => body.conversationId))).toHaveProperty('size', 1);
    const [first] = answers;
    expect(await read(desk, first?.body.conversationId ?? '')).toMatchObject({ messageTotal: 50 });
  });
});

describe('a message whose attributes do not fit', () => {
  test('is kept with those that do, and tells of each that does not', async () => {
    const { status, body } = await arrives(desk, 'a1', {
      name: 'Ann',
      attributes: {
        page_url: 'https://shop.example/cart',
        twitter_followers: '12',
        vip: true,
        loyalty_status: 'Gold',
        customer_since: null,
        constructor: 'x',
        country: 'Belgium',
      },
    });
    expect(status).toBe(201);
    expect(body.refused.map(({ attribute }) => attribute).sort()).toEqual([
      'constructor',
      'loyalty_status',
      'twitter_followers',
      'vip',
    ]);
    const { values, messages } = await read(desk, body.conversationId);
    expect(values.map(({ attribute, value, source }) => [attribute, value, source])).toEqual([
      ['name', 'Ann', 'channel'],
      ['country', 'Belgium', 'channel'],
      ['page_url', 'https://shop.example/cart', 'channel'],
    ]);
    expect(messages).toMatchObject([{ kind: 'customer', text: 'Hello' }]);
  });

  test('never overwrites the name that an agent has given', async () => {
    await desk.call('PUT', '/contacts/a2', { name: 'Given by hand' });
    const { body } = await arrives(desk, 'a2', { name: 'Sent', attributes: { phone: '+32 2' } });
    expect(body.refused).toEqual([]);
    const { values } = await read(desk, body.conversationId);
    expect(values).toMatchObject([
      { attribute: 'name', value: 'Given by hand', source: 'agent' },
      { attribute: 'phone', value: '+32 2', source: 'channel' },
    ]);
  });
});

describe('who a contact is', () => {
  test('the channel api and the contacts API share one', async () => {
    const { body } = await desk.call<{ contactId: string }>('PUT', '/contacts/n1', {});
    expect((await arrives(desk, 'n1')).body.contactId).toBe(body.contactId);
  });

  test('every other channel has its own, so that two never merge strangers', async () => {
    const contacts = await Promise.all(
      ['api', 'chat', 'mail'].map((channel) => arrives(desk, 'n2', { channel })),
    );
    expect(new Set(contacts.map(({ body }) => body.contactId))).toHaveProperty('size', 3);
  });

  test.each(['a/b', 'ünï 東京', 'a b', '100%', 'a?b#c', '..', 'x'.repeat(200), '👩‍👩‍👧'])(
    'an id such as %s is kept as it is',
    async (externalId) => {
      const path = `/contacts/${encodeURIComponent(externalId).replaceAll('.', '%2E')}`;
      const { status, body } = await desk.call<{ externalId: string }>('PUT', path, {});
      if (externalId === '..') {
        // Every client takes dots for the folder above: such an id comes in by messages alone.
        expect(status).toBe(404);
        return;
      }
      expect([status, body.externalId]).toEqual([201, externalId]);
      const values = { as: 'agent', values: { vip: true } };
      expect((await desk.call('PATCH', `${path}/attributes`, values)).status).toBe(200);
      expect((await arrives(desk, externalId)).body).toMatchObject({ refused: [] });
      expect((await desk.call('PUT', path, {})).status).toBe(200);
    },
  );

  test('white space around an id means nothing, on every way in', async () => {
    const { body } = await desk.call<{ contactId: string }>('PUT', '/contacts/%20n3%20', {});
    const values = { as: 'agent', values: { vip: true } };
    const written = await desk.call('PATCH', '/contacts/%20n3/attributes', values);
    expect(written).toMatchObject({ status: 200, body: { contactId: body.contactId } });
    expect((await arrives(desk, 'n3 ')).body.contactId).toBe(body.contactId);
  });
});
