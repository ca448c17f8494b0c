import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningDesk, startDesk } from '../running-desk';
import { BAD_CATALOGUE_INPUT } from './bad-catalogue-input';
import { BAD_CHANNEL_INPUT } from './bad-channel-input';
import { BAD_CONFIGURATION_INPUT } from './bad-configuration-input';
import { BAD_CONTACT_INPUT } from './bad-contact-input';
import { BAD_CONVERSATION_INPUT, CONVERSATION } from './bad-conversation-input';
import { BAD_CRM_INPUT } from './bad-crm-input';
import { type BadInput, type Refusal, sendRaw, UNDERSTANDABLE } from './bad-input';
import { BAD_SEGMENT_INPUT } from './bad-segment-input';
import { ENDPOINTS, methodOf } from './endpoints';

let desk: RunningDesk;
let conversation: string;

beforeAll(async () => {
  desk = await startDesk();
  await desk.call('POST', '/channels', { key: 'website', label: 'Website', kind: 'messenger' });
  await desk.call('PUT', '/contacts/ann', { values: { name: 'Ann' } });
  const { body } = await desk.call<{ conversationId: string }>('POST', '/channels/api/messages', {
    contact: { externalId: 'ann' },
    text: 'Hello',
    externalMessageId: 'first',
  });
  conversation = body.conversationId;
});

afterAll(async () => {
  await desk.close();
  expect(desk.errors).toEqual([]);
});

/** Refused with this code and field, in words, and nothing of it is kept. */
async function refused(
  ask: () => Promise<{ status: number; body: Refusal }>,
  { status = 400, code = 'invalid', field }: Pick<BadInput, 'status' | 'code' | 'field'>,
): Promise<void> {
  const before = await desk.desk.store.head();
  const answer = await ask();
  expect(answer).toMatchObject({ status, body: { error: { code } } });
  const { error } = answer.body;
  expect(error.field).toBe(field);
  expect(error.message).toMatch(UNDERSTANDABLE);
  expect(await desk.desk.store.head()).toEqual(before);
}

describe.each([
  ['the catalogue', BAD_CATALOGUE_INPUT],
  ['channels', BAD_CHANNEL_INPUT],
  ['segments', BAD_SEGMENT_INPUT],
  ['contacts', BAD_CONTACT_INPUT],
  ['the CRM', BAD_CRM_INPUT],
  ['the configuration', BAD_CONFIGURATION_INPUT],
  ['the queue and conversations', BAD_CONVERSATION_INPUT],
])('%s', (_, table) => {
  const rows = table.map((row) => [`${row.method} ${row.path} with ${row.what}`, row] as const);
  test.each(rows)('refuses %s', async (_, row) => {
    const path = row.path.replace(CONVERSATION, conversation);
    await refused(() => desk.call<Refusal>(row.method, path, row.body), row);
  });
});

const WRITES = ENDPOINTS.flatMap((endpoint) => {
  const fits = endpoint.body?.('fits', 'admin');
  if (fits === undefined) return [];
  return [{ route: endpoint.route, method: methodOf(endpoint), path: endpoint.path('fits'), fits }];
});

const JSON_TYPE = 'application/json';

describe.each(WRITES.map((write) => [write.route, write] as const))('%s', (_, write) => {
  const { method, path, fits } = write;
  const send = (body: BodyInit, contentType = JSON_TYPE) =>
    sendRaw(desk, { method, path, body, contentType });
  const json = JSON.stringify(fits);
  /** The same body with something more in it, written as it would be on the wire. */
  const withMore = (more: string) =>
    json === '{}' ? `{${more}}` : `${json.slice(0, -1)},${more}}`;

  test.each([
    ['half of JSON', '{"name": '],
    ['JSON with a comma too many', '{"name": "x",}'],
    ['JSON twice', '{}{}'],
    ['plain words', 'hello'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a number', '5'],
    ['text', '"{}"'],
  ])('refuses %s', (_, body) => refused(() => send(body), {}));

  test('refuses bytes that are no UTF-8', () =>
    refused(() => send(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])), {}));

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'text/json', 'application/jsonp'])(
    'refuses a body called %s',
    (type) => refused(() => send(json === '{}' ? '{ }' : json, type), { field: 'content-type' }),
  );

  test('refuses a body called nothing', () =>
    refused(() => sendRaw(desk, { method, path, body: Buffer.from(json) }), {
      field: 'content-type',
    }));

  test('refuses a field it does not know', () =>
    refused(() => send(withMore('"unheard_of":1')), { field: 'unheard_of' }));

  test.each(['"__proto__":{"x":1}', '"\\u005f_proto__":1', '"a":[{"__proto__":null}]'])(
    'refuses %s',
    (more) => refused(() => send(withMore(more)), { field: '__proto__' }),
  );

  test.each([
    ['NUL', '"unheard_of":"a\\u0000"', 'unheard_of'],
    ['half a character', '"unheard_of":["\\ud83d"]', 'unheard_of.0'],
    ['the other half', '"unheard_of":{"a":"\\ude00"}', 'unheard_of.a'],
    ['NUL in a name', '"unheard\\u0000of":1', undefined],
  ])('refuses text with %s', (_, more, field) => refused(() => send(withMore(more)), { field }));

  test('refuses what nests without end', () =>
    refused(() => send(withMore(`"a":${'['.repeat(100_000)}${']'.repeat(100_000)}`)), {
      field: `a${'.0'.repeat(19)}`,
    }));
});

describe('a body of more than 1 MB', () => {
  const text = JSON.stringify({ text: 'x'.repeat(1_000_000) });
  const path = '/conversations/any/notes';
  const tooLarge = { status: 413, code: 'too_large' };

  test('is refused when it says its length', () =>
    refused(
      () => sendRaw(desk, { method: 'POST', path, body: text, contentType: JSON_TYPE }),
      tooLarge,
    ));

  test('is refused when it does not', () =>
    refused(() => {
      const body = new Blob([text]).stream();
      return sendRaw(desk, { method: 'POST', path, body, contentType: JSON_TYPE });
    }, tooLarge));

  test('is refused however large it is', async () => {
    const body = Buffer.alloc(20_000_000, 'x');
    const request = { method: 'POST', path, body, contentType: JSON_TYPE };
    await refused(() => sendRaw(desk, request), tooLarge);
  });

  test('is refused at the sign-in too', async () => {
    const answer = await fetch(`${desk.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': JSON_TYPE },
      body: text,
    });
    expect(answer.status).toBe(413);
  });

  test('is one byte more than fits', async () => {
    const fits = JSON.stringify({ text: 'x'.repeat(1_000_000 - 11) });
    expect(fits.length).toBe(1_000_000);
    const request = { method: 'POST', path, contentType: JSON_TYPE };
    await refused(() => sendRaw(desk, { ...request, body: fits }), { field: 'text' });
    await refused(() => sendRaw(desk, { ...request, body: `${fits} ` }), tooLarge);
  });
});
