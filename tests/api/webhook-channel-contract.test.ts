import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningDesk, startDesk } from '../running-desk';
import { signedHeaders } from '../signed-webhook';
import { ID, read } from './arrivals';
import { UNDERSTANDABLE } from './bad-input';
import {
  newSecret,
  SOCIAL,
  sendSigned,
  sendWebhook,
  tweet,
  webhookChannel,
} from './webhook-channel';

let desk: RunningDesk;
let secret: string;

beforeAll(async () => {
  desk = await startDesk();
  secret = await webhookChannel(desk, 'social');
});

afterAll(async () => {
  await desk.close();
  expect(desk.errors).toEqual([]);
});

const MINUTE_MS = 60_000;
const valuesOf = async (conversationId: string | null) =>
  Object.fromEntries(
    (await read(desk, conversationId ?? '')).values.map(({ attribute, value }) => [
      attribute,
      value,
    ]),
  );

describe('a signed webhook', () => {
  test('brings a message, and what is known of who wrote it', async () => {
    const answer = await sendSigned(desk, 'social', secret, tweet('u1', 'Where is it?', 12_431));
    expect(answer).toEqual({
      status: 200,
      body: {
        contactId: expect.stringMatching(ID),
        conversationId: expect.stringMatching(ID),
        messageId: expect.stringMatching(ID),
        refused: [],
      },
    });
    const { conversationId } = answer.body;
    const conversation = await read(desk, conversationId ?? '');
    expect(conversation.messages).toMatchObject([{ kind: 'customer', text: 'Where is it?' }]);
    expect(await valuesOf(conversationId)).toEqual({
      name: 'Léa Fontaine',
      twitter_followers: 12_431,
    });
  });

  test('keeps the message when an attribute does not fit, and lists it', async () => {
    const payload = { ...tweet('u2', 'Hello', 'many'), links: [{ url: 7 }] };
    const { status, body } = await sendSigned(desk, 'social', secret, payload);
    expect(status).toBe(200);
    expect(body.refused).toEqual([
      { attribute: 'twitter_followers', message: 'This must be a number, not text.' },
      { attribute: 'page_url', message: 'This must be text, not a number.' },
    ]);
    const { messages } = await read(desk, body.conversationId ?? '');
    expect(messages).toMatchObject([{ text: 'Hello' }]);
  });

  test('without a message updates the contact alone, and re-ranks nobody else', async () => {
    const first = await sendSigned(desk, 'social', secret, tweet('u3', 'Hello', 5));
    const later = await sendSigned(desk, 'social', secret, tweet('u3', null, 9_000));
    expect(later).toEqual({
      status: 200,
      body: { ...first.body, conversationId: null, messageId: null },
    });
    expect(await read(desk, first.body.conversationId ?? '')).toMatchObject({ messageTotal: 1 });
    expect(await valuesOf(first.body.conversationId)).toMatchObject({ twitter_followers: 9_000 });
  });

  test('makes a contact who has not written yet, whom the first message finds', async () => {
    const known = await sendSigned(desk, 'social', secret, tweet('u4', null, 70));
    const writes = await sendSigned(desk, 'social', secret, tweet('u4', 'Hello'));
    expect(writes.body.contactId).toBe(known.body.contactId);
    expect(await valuesOf(writes.body.conversationId)).toMatchObject({ twitter_followers: 70 });
  });

  test('takes a value away where it says null', async () => {
    const { body } = await sendSigned(desk, 'social', secret, tweet('u5', 'Hello', 70));
    await sendSigned(desk, 'social', secret, tweet('u5', null, null));
    expect(await valuesOf(body.conversationId)).not.toHaveProperty('twitter_followers');
  });

  test('knows its customers by numbers, too, and only on its channel', async () => {
    const other = await webhookChannel(desk, 'other_social');
    const here = await sendSigned(desk, 'social', secret, tweet(42, 'Hello'));
    const again = await sendSigned(desk, 'social', secret, tweet('42', 'Hello again'));
    const there = await sendSigned(desk, 'other_social', other, tweet(42, 'Hello'));
    expect(again.body.contactId).toBe(here.body.contactId);
    expect(there.body.contactId).not.toBe(here.body.contactId);
  });

  test('shows what cannot be kept of a text as �', async () => {
    const raw = JSON.stringify(tweet('u6', 'a b')).replace('a b', 'a\\u0000b\\ud83d');
    const { body } = await sendWebhook(desk, 'social', raw, signedHeaders(secret, raw));
    const { messages } = await read(desk, body.conversationId ?? '');
    expect(messages).toMatchObject([{ text: 'a�b�' }]);
  });
});

describe('the same webhook again', () => {
  test('gets the first answer and changes nothing, whatever its time', async () => {
    const payload = tweet('d1', 'Hello', 'many');
    const first = await sendSigned(desk, 'social', secret, payload, { id: 'again' });
    const before = await desk.desk.store.head();
    const at = new Date(Date.now() - 4 * MINUTE_MS);
    expect(await sendSigned(desk, 'social', secret, payload, { id: 'again', at })).toEqual(first);
    expect(await desk.desk.store.head()).toEqual(before);
  });

  test('does not bring back a value that a later one has changed', async () => {
    const { body } = await sendSigned(desk, 'social', secret, tweet('d2', 'Hello'));
    const send = (id: string, followers: number) =>
      sendSigned(desk, 'social', secret, tweet('d2', null, followers), { id });
    await send('older', 1);
    await send('newer', 2);
    await send('older', 1);
    expect(await valuesOf(body.conversationId)).toMatchObject({ twitter_followers: 2 });
  });

  test.each([
    ['with a message', 'Hello', 'many-1'],
    ['without one', null, 'many-2'],
  ])('a hundred times at once, %s, is kept once', async (_, text, id) => {
    const payload = tweet(`d3-${id}`, text, 'not a number');
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => sendSigned(desk, 'social', secret, payload, { id })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    const entries = await desk.desk.store.entriesAfter(0, 100_000);
    const received = entries.filter(
      ({ kind, body }) =>
        kind === 'webhook.received' && 'webhookId' in body && body.webhookId === id,
    );
    expect(received).toHaveLength(1);
  });

  test('is known by the message’s own id where the mapping has one', async () => {
    const mapping = { ...SOCIAL, messageId: 'message.id' };
    const key = await webhookChannel(desk, 'with_ids', mapping);
    const payload = { ...tweet('d4', 'Hello'), message: { text: 'Hello', id: 7 } };
    const first = await sendSigned(desk, 'with_ids', key, payload, { id: 'one' });
    expect(await sendSigned(desk, 'with_ids', key, payload, { id: 'another' })).toEqual(first);
    expect(await read(desk, first.body.conversationId ?? '')).toMatchObject({ messageTotal: 1 });
  });
});

describe('the secrets of a channel', () => {
  test('two are live, so that one takes over from the other', async () => {
    const old = await webhookChannel(desk, 'rotating');
    const { body: before } = await desk.call<{ id: string }[]>('GET', '/channels/rotating/secrets');
    const next = await newSecret(desk, 'rotating');
    const say = async (key: string) =>
      (await sendSigned(desk, 'rotating', key, tweet('r1', 'Hello'))).status;
    expect([await say(old), await say(next.secret)]).toEqual([200, 200]);
    const third = await desk.call('POST', '/channels/rotating/secrets', {});
    expect(third).toMatchObject({ status: 409, body: { error: { code: 'conflict' } } });
    const retired = `/channels/rotating/secrets/${before[0]?.id}`;
    expect((await desk.call('DELETE', retired)).status).toBe(204);
    expect((await desk.call('DELETE', retired)).status).toBe(404);
    expect([await say(old), await say(next.secret)]).toEqual([401, 200]);
  });

  test('are shown once, and are nowhere in what the desk keeps or tells', async () => {
    const made = await webhookChannel(desk, 'sealed');
    expect(made).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const { body } = await desk.call('GET', '/channels/sealed/secrets');
    const rows = await desk.desk.store.signingSecrets('channel:sealed');
    const journal = await desk.desk.store.entriesAfter(0, 100_000);
    for (const told of [body, rows, journal]) expect(JSON.stringify(told)).not.toContain(made);
  });

  test('may be the sender’s own', async () => {
    await desk.call('POST', '/channels', { key: 'theirs', label: 'Theirs', kind: 'webhook' });
    await desk.call('PUT', '/channels/theirs/webhook/mapping', SOCIAL);
    const theirs = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    await newSecret(desk, 'theirs', theirs);
    expect((await sendSigned(desk, 'theirs', theirs, tweet('t1', 'Hello'))).status).toBe(200);
  });

  test.each(['', 'secret', 'whsec_', 'whsec_c2hvcnQ=', 'whsec_*****', `whsec_${'A'.repeat(120)}`])(
    'are not “%s”',
    async (given) => {
      const answer = await desk.call('POST', '/channels/social/secrets', { secret: given });
      expect(answer).toMatchObject({ status: 400, body: { error: { field: 'secret' } } });
    },
  );
});

/** Refused with this status, in words, and nothing of it is kept. */
async function refused(
  send: () => ReturnType<typeof sendWebhook>,
  status: number,
  field?: string,
): Promise<void> {
  const before = await desk.desk.store.head();
  const answer = await send();
  expect(answer.status).toBe(status);
  expect(answer.body.error.field).toBe(field);
  expect(answer.body.error.message).toMatch(UNDERSTANDABLE);
  expect(await desk.desk.store.head()).toEqual(before);
}

describe('a webhook that nobody of the channel has signed', () => {
  const BODY = JSON.stringify(tweet('n1', 'Hello'));
  const headers = (changes: Record<string, string | null>) => {
    const all = { ...signedHeaders(secret, BODY), ...changes };
    return Object.fromEntries(
      Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
    );
  };

  test.each([
    ['no headers', { 'webhook-id': null, 'webhook-timestamp': null, 'webhook-signature': null }],
    ['no id', { 'webhook-id': null }],
    ['no time', { 'webhook-timestamp': null }],
    ['no signature', { 'webhook-signature': null }],
    ['another id', { 'webhook-id': 'other' }],
    ['another time', { 'webhook-timestamp': `${Math.floor(Date.now() / 1000) - 7}` }],
    ['a time that is none', { 'webhook-timestamp': 'now' }],
    ['a time in hexadecimal', { 'webhook-timestamp': '0x10' }],
    ['a negative time', { 'webhook-timestamp': '-5' }],
    ['an empty signature', { 'webhook-signature': ' ' }],
    ['a signature of no version', { 'webhook-signature': 'v1' }],
    ['a signature of another version', { 'webhook-signature': 'v9,AAAA' }],
    ['a wrong signature', { 'webhook-signature': `v1,${'A'.repeat(43)}=` }],
    ['a thousand signatures', { 'webhook-signature': 'v1,AAAA '.repeat(1_000) }],
    ['an id without end', { 'webhook-id': 'x'.repeat(4_000) }],
  ])('with %s, is refused', (_, changes) =>
    refused(() => sendWebhook(desk, 'social', BODY, headers(changes)), 401),
  );

  test('by another secret, is refused', async () => {
    const other = await webhookChannel(desk, 'stranger');
    await refused(() => sendWebhook(desk, 'social', BODY, signedHeaders(other, BODY)), 401);
  });

  test('of another body, is refused, be it by one space', () =>
    refused(() => sendWebhook(desk, 'social', `${BODY} `, signedHeaders(secret, BODY)), 401));

  test.each([
    ['six minutes ago', -6],
    ['in six minutes', 6],
  ])('signed %s, is refused, and says why', async (_, minutes) => {
    const at = new Date(Date.now() + minutes * MINUTE_MS);
    const send = () => sendWebhook(desk, 'social', BODY, signedHeaders(secret, BODY, { at }));
    await refused(send, 401);
    expect((await send()).body.error.message).toMatch(/five minutes/);
  });

  test('on a channel without secrets, of another kind or unknown, is refused', async () => {
    await desk.call('POST', '/channels', { key: 'bare', label: 'Bare', kind: 'webhook' });
    const signed = () => signedHeaders(secret, BODY);
    await refused(() => sendWebhook(desk, 'bare', BODY, signed()), 401);
    for (const key of ['api', 'nowhere', '__proto__'])
      await refused(() => sendWebhook(desk, key, BODY, signed()), 404, 'key');
  });
});

describe('a signed webhook that says nothing the desk can keep', () => {
  const sendRaw = (body: string) => sendWebhook(desk, 'social', body, signedHeaders(secret, body));
  const deep = `${'{"user":'.repeat(50_000)}1${'}'.repeat(50_000)}`;

  test.each([
    ['no JSON', 'hello', undefined],
    ['half of JSON', '{"user":', undefined],
    ['a list', '[]', 'externalId'],
    ['null', 'null', 'externalId'],
    ['text', '"text"', 'externalId'],
    ['an empty object', '{}', 'externalId'],
    ['nesting without end', deep, 'externalId'],
    [
      'an id that is an object',
      JSON.stringify(tweet('x', 'Hi')).replace('"x"', '{}'),
      'externalId',
    ],
    ['an id that is no whole number', '{"user":{"id":1.5},"message":{"text":"a"}}', 'externalId'],
    ['an id longer than a number', '{"user":{"id":12345678901234567890}}', 'externalId'],
    ['an id of white space', '{"user":{"id":"  "},"message":{"text":"a"}}', 'externalId'],
    ['an id with NUL', '{"user":{"id":"a\\u0000"},"message":{"text":"a"}}', 'externalId'],
    ['an id too long', JSON.stringify(tweet('x'.repeat(201), 'Hi')), 'externalId'],
    ['an id that every object inherits', '{"__proto__":{"user":{"id":1}}}', 'externalId'],
    ['a text that is a list', '{"user":{"id":"x"},"message":{"text":["a"]}}', 'text'],
    ['a text that is a number', '{"user":{"id":"x"},"message":{"text":5}}', 'text'],
    ['a text too long', JSON.stringify(tweet('x', 'x'.repeat(20_001))), 'text'],
    ['neither a message nor an attribute', '{"user":{"id":"x"}}', 'text'],
  ])('but %s, is refused', (_, body, field) => refused(() => sendRaw(body), 400, field));

  test('because its bytes are no UTF-8, is refused', () =>
    refused(() => {
      const bytes = Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]);
      return sendWebhook(desk, 'social', bytes, signedHeaders(secret, bytes.toString()));
    }, 400));

  test('because it has more than 1 MB, is refused', () =>
    refused(() => sendRaw(JSON.stringify(tweet('x', 'x'.repeat(1_000_000)))), 413));

  test('with 1 MB that nobody asked for beside the message, is kept', async () => {
    const payload = { ...tweet('large', 'Hello'), more: 'x'.repeat(900_000) };
    expect((await sendSigned(desk, 'social', secret, payload)).status).toBe(200);
  });

  test('because nobody has said how it is read, is refused until somebody has', async () => {
    const key = await webhookChannel(desk, 'unmapped', null);
    const body = JSON.stringify(tweet('x', 'Hello'));
    const headers = signedHeaders(key, body);
    await refused(() => sendWebhook(desk, 'unmapped', body, headers), 409);
    await desk.call('PUT', '/channels/unmapped/webhook/mapping', SOCIAL);
    expect((await sendWebhook(desk, 'unmapped', body, headers)).status).toBe(200);
  });

  test('at a time that is none, is kept without it', async () => {
    const payload = { ...tweet('late', 'Hello'), message: { text: 'Hello', created_at: 'noon' } };
    const { status, body } = await sendSigned(desk, 'social', secret, payload);
    expect([status, body.refused.map(({ attribute }) => attribute)]).toEqual([200, ['sentAt']]);
  });
});

describe('a mapping', () => {
  const put = (mapping: object) => desk.call('PUT', '/channels/social/webhook/mapping', mapping);

  test.each([
    ['no path to the contact', { ...SOCIAL, externalId: ' ' }, 'externalId'],
    ['a path with an empty name', { ...SOCIAL, name: 'user..name' }, 'name'],
    ['a path that ends in a dot', { ...SOCIAL, name: 'user.' }, 'name'],
    ['a path that is not closed', { ...SOCIAL, name: 'user[0' }, 'name'],
    ['a path with a negative place', { ...SOCIAL, name: 'user[-1]' }, 'name'],
    ['a path with a sum', { ...SOCIAL, name: 'user[1+1]' }, 'name'],
    ['a path to the prototype', { ...SOCIAL, text: 'user.__proto__.x' }, 'text'],
    ['a quoted path to the prototype', { ...SOCIAL, text: '["__proto__"]' }, 'text'],
    ['a path without end', { ...SOCIAL, text: 'a.'.repeat(30).concat('a') }, 'text'],
    ['nothing but who it is', { ...SOCIAL, name: null, text: null, attributes: [] }, 'text'],
    [
      'an attribute there is not',
      { ...SOCIAL, attributes: [{ attribute: 'shoe_size', path: 'a' }] },
      'attributes.0.attribute',
    ],
    [
      'an attribute that the CRM manages',
      { ...SOCIAL, attributes: [{ attribute: 'loyalty_status', path: 'a' }] },
      'attributes.0.attribute',
    ],
    [
      'an attribute twice',
      { ...SOCIAL, attributes: [...SOCIAL.attributes, ...SOCIAL.attributes] },
      'attributes.2.attribute',
    ],
  ])('with %s, is refused', async (_, mapping, field) => {
    const answer = await put(mapping);
    expect(answer).toMatchObject({ status: 400, body: { error: { field } } });
  });

  test('that somebody else has saved in the meantime is not written over', async () => {
    await webhookChannel(desk, 'edited');
    const path = '/channels/edited/webhook';
    const { body } = await desk.call<{ revision: number }>('GET', path);
    const expectSeen = { ...SOCIAL, expect: body.revision };
    expect((await desk.call('PUT', `${path}/mapping`, expectSeen)).status).toBe(200);
    expect((await desk.call('PUT', `${path}/mapping`, expectSeen)).status).toBe(409);
  });
});
