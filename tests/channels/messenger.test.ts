import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { SignJWT } from 'jose';
import type { Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { migrateDatabase } from '@/db/sqlite/migrate';
import type { VisitorBegun, VisitorMessage } from '@/lib/channels/messenger/protocol';
import type { ConversationDetail, QueueEntry } from '@/lib/desk/wire';
import { PresenceFollower } from '../realtime/presence-follower';
import { openSocket, openStranger } from '../realtime/socket-client';
import { type RunningDesk, type SignedIn, startDesk } from '../running-desk';
import { Visitor } from './visitor';

const LEFT_AFTER_MS = 300;
const PAGE = { url: 'https://shop.example/bikes', referrer: 'https://search.example/?q=bikes' };
const BROWSER = { language: 'fr-BE', platform: 'iOS 19', timeZone: 'Europe/Brussels' };

let desk: RunningDesk;
let kim: SignedIn;
let visitors: Visitor[] = [];

beforeAll(async () => {
  desk = await startDesk({ leftAfterMs: LEFT_AFTER_MS });
  kim = await desk.person('agent', 'Kim');
  for (const key of ['website', 'other'])
    await desk.call('POST', '/channels', { key, label: `The ${key}`, kind: 'messenger' });
});

afterEach(() => {
  for (const visitor of visitors) visitor.close();
  visitors = [];
});

afterAll(async () => {
  await desk.close();
  expect(desk.errors).toEqual([]);
});

function visitor(options?: ConstructorParameters<typeof Visitor>[1]): Visitor {
  const made = new Visitor(desk, options);
  visitors.push(made);
  return made;
}

/** The conversation of whose last message has this text, as an agent sees it. */
async function conversationOf(text: string): Promise<ConversationDetail> {
  const { body } = await desk.call<{ entries: QueueEntry[] }>('GET', '/queue?limit=200');
  const row = body.entries.find(({ preview }) => preview === text);
  if (!row) throw new Error(`No conversation shows “${text}”`);
  return detail(row.conversationId);
}
const detail = async (id: string) =>
  (await desk.call<ConversationDetail>('GET', `/conversations/${id}`)).body;
const valuesOf = ({ values }: ConversationDetail) =>
  Object.fromEntries(values.map(({ attribute, value }) => [attribute, value]));
const reply = (id: string, text: string) =>
  desk.call('POST', `/conversations/${id}/replies`, { text }, kim);

type Signing = {
  secret: string;
  audience?: string;
  ageS?: number;
  lastsS?: number;
  jti?: string | null;
};

/** What a site's server signs for Ada. */
async function identity(
  claims: Record<string, unknown>,
  { secret, audience = `${desk.url}/messenger/website`, ageS = 0, lastsS = 300, jti }: Signing,
): Promise<string> {
  const at = Math.floor(Date.now() / 1_000) - ageS;
  const token = new SignJWT({ sub: 'ada', ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(audience)
    .setIssuedAt(at)
    .setExpirationTime(at + lastsS);
  if (jti !== null) token.setJti(jti ?? crypto.randomUUID());
  return token.sign(new TextEncoder().encode(secret));
}

describe('a visitor', () => {
  test('writes, is answered at once in every tab, and never sees a note', async () => {
    const [first, second, stranger] = [visitor(), visitor(), visitor()];
    const { token } = await first.begin({ page: PAGE, browser: BROWSER });
    await second.begin({ token });
    await stranger.begin();
    const { message } = await first.write('Do you have this in red?');
    expect(message).toMatchObject({ from: 'visitor', text: 'Do you have this in red?' });
    const conversation = await conversationOf('Do you have this in red?');
    const { conversationId } = conversation.header;
    await desk.call('POST', `/conversations/${conversationId}/notes`, { text: 'A secret' }, kim);
    await reply(conversationId, 'Yes, in two sizes.');

    const said = (messages: VisitorMessage[]) =>
      messages.map(({ from, name, text }) => [from, name, text]);
    const both = [
      ['visitor', null, 'Do you have this in red?'],
      ['desk', 'Kim', 'Yes, in two sizes.'],
    ];
    for (const tab of [first, second])
      await vi.waitFor(() => expect(said(tab.messages)).toEqual(both));
    const later = visitor();
    const begun = await later.begin({ token });
    expect(said(begun.messages)).toEqual(both);
    expect(begun).toMatchObject({ hasEarlier: false, identified: false });
    expect(stranger.messages).toEqual([]);
  });

  test('is known by page, referrer, language, device, time zone and country from the first message on', async () => {
    const tab = visitor({ headers: { 'cf-ipcountry': 'BE' } });
    await tab.begin({ page: PAGE, browser: BROWSER, values: { twitter_followers: 12, vip: true } });
    await tab.write('Bonjour');
    expect(valuesOf(await conversationOf('Bonjour'))).toEqual({
      page_url: PAGE.url,
      referrer: PAGE.referrer,
      language: 'fr-BE',
      device_platform: 'iOS 19',
      time_zone: 'Europe/Brussels',
      country: 'Belgium',
      twitter_followers: 12,
    });
  });

  test('is called by a number while nobody knows a name, and what stays as it is, is not told again', async () => {
    const tab = visitor();
    await tab.begin({ browser: BROWSER, page: PAGE });
    await tab.write('Who am I?');
    await tab.write('Nobody');
    const { header } = await conversationOf('Nobody');
    const { externalId, name } = header.contact;
    expect(name).toMatch(/^Visitor [0-9A-F]{5}$/);
    expect(externalId.toUpperCase().endsWith(name.slice(-5))).toBe(true);
    const entries = await desk.desk.store.entriesAfter(0, 1_000);
    const written = entries.flatMap((entry) =>
      entry.kind === 'conversation.messageReceived' && entry.personal?.text === 'Nobody'
        ? [entry.personal.refused]
        : [],
    );
    expect(written).toEqual([[]]);
  });

  test('is nobody to the desk before the first message', async () => {
    const before = await desk.desk.store.head();
    const tab = visitor();
    await tab.begin({ page: PAGE, browser: BROWSER });
    await tab.ask('visitor:at', { url: 'https://shop.example/cart', referrer: '' });
    await tab.ask('visitor:values', { twitter_followers: 5 });
    expect(await desk.desk.store.head()).toEqual(before);
  });

  test('is followed from page to page, and their page is forgotten once the last tab is closed for a while', async () => {
    const [tab, other] = [visitor(), visitor()];
    const { token } = await tab.begin({ page: PAGE });
    await other.begin({ token });
    await tab.write('I look around');
    const { conversationId } = (await conversationOf('I look around')).header;
    const page = async () => valuesOf(await detail(conversationId)).page_url;
    await tab.ask('visitor:at', { url: 'https://shop.example/checkout', referrer: '' });
    expect(valuesOf(await detail(conversationId))).toEqual({
      page_url: 'https://shop.example/checkout',
    });
    const closedAt = performance.now();
    tab.close();
    await other.ask('visitor:at', { url: 'https://shop.example/thanks', referrer: '' });
    other.close();
    await vi.waitFor(async () => expect(await page()).toBeUndefined(), { timeout: 5_000 });
    expect(performance.now() - closedAt).toBeGreaterThan(LEFT_AFTER_MS);
  });

  test('who comes back in time keeps their page', async () => {
    const [tab, gone] = [visitor(), visitor()];
    const { token } = await tab.begin({ page: PAGE });
    await tab.write('I reload');
    await gone.begin({ page: PAGE });
    await gone.write('I leave');
    const { conversationId } = (await conversationOf('I reload')).header;
    const left = (await conversationOf('I leave')).header.conversationId;
    tab.close();
    const again = visitor();
    await again.begin({ token, page: { url: 'https://shop.example/again', referrer: '' } });
    gone.close();
    await vi.waitFor(async () => expect(valuesOf(await detail(left))).toEqual({}), {
      timeout: 5_000,
    });
    expect(valuesOf(await detail(conversationId))).toEqual({
      page_url: 'https://shop.example/again',
    });
  });

  test('who left while the desk was down is waited for, and then forgotten too', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'frontrow-')), 'desk.db');
    migrateDatabase(path);
    const before = await startDesk({ path });
    await before.call('POST', '/channels', { key: 'website', label: 'W', kind: 'messenger' });
    const [gone, back] = [new Visitor(before), new Visitor(before)];
    await gone.begin({ page: PAGE });
    await gone.write('Gone');
    const { token } = await back.begin({ page: PAGE });
    await back.write('Back');
    // It was not told that anybody left: the desk was closed first.
    await before.close();
    gone.close();
    back.close();
    const after = await startDesk({ path, leftAfterMs: LEFT_AFTER_MS });
    const again = new Visitor(after);
    await again.begin({ token, page: PAGE });
    const pages = async () => {
      const { body } = await after.call<{ entries: QueueEntry[] }>('GET', '/queue');
      const details = body.entries.map(({ conversationId }) =>
        after.call<ConversationDetail>('GET', `/conversations/${conversationId}`),
      );
      return (await Promise.all(details)).map(({ body }) => valuesOf(body).page_url);
    };
    await vi.waitFor(async () => expect(await pages()).toEqual([undefined, PAGE.url]), {
      timeout: 5_000,
    });
    again.close();
    await after.close();
    expect([...before.errors, ...after.errors]).toEqual([]);
    await rm(dirname(path), { recursive: true });
  });

  test('sends a message once, however often the browser sends it, and cannot ask for another’s', async () => {
    const [tab, other] = [visitor(), visitor()];
    await tab.begin();
    await other.begin();
    const messageId = crypto.randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => tab.write('Only once', { messageId })),
    );
    expect(new Set(answers.map(({ message }) => message.id)).size).toBe(1);
    const theirs = await other.write('Mine', { messageId });
    expect(theirs.message).toMatchObject({ text: 'Mine', sentAs: messageId });
    expect((await conversationOf('Only once')).messages).toHaveLength(1);
  });

  test('sees who writes an answer and not who writes a note, and is seen writing by the team alone', async () => {
    const [tab, stranger] = [visitor(), visitor()];
    const heard: (string | null)[] = [];
    tab.socket.on('visitor:answering', ({ name }) => heard.push(name));
    stranger.socket.on('visitor:answering', () => heard.push('heard by a stranger'));
    await tab.begin({ values: {} });
    await stranger.begin();
    await stranger.write('I am another');
    await tab.write('Anybody there?');
    const { conversationId } = (await conversationOf('Anybody there?')).header;
    const socket = openSocket(desk, kim);
    const team = await new PresenceFollower(openSocket(desk, desk.tokens.read)).watch();
    const here = (more: object) =>
      socket.emitWithAck('presence:here', { conversationId, typing: true, ...more });
    await here({ note: true });
    await team.until(conversationId, ['Kim typing']);
    await here({});
    await vi.waitFor(() => expect(heard).toEqual(['Kim']));
    await here({ typing: false });
    await vi.waitFor(() => expect(heard).toEqual(['Kim', null]));
    tab.socket.emit('visitor:typing', { typing: true });
    const name = (await detail(conversationId)).header.contact.name;
    await team.until(conversationId, ['Kim', `${name} typing`]);
    tab.close();
    await team.until(conversationId, ['Kim']);
    socket.close();
    team.close();
  });

  test('reads earlier messages page by page', async () => {
    const tab = visitor();
    const { token } = await tab.begin();
    const id = (await tab.write('0')) && (await conversationOf('0')).header.conversationId;
    for (let n = 1; n < 60; n += 1) await reply(id, `${n}`);
    const begun = await visitor().begin({ token });
    expect(begun.messages.map(({ text }) => text)).toEqual(
      Array.from({ length: 50 }, (_, n) => `${n + 10}`),
    );
    const earlier = await tab.ask<VisitorBegun>('visitor:begin', { channel: 'website', token });
    expect(earlier.hasEarlier).toBe(true);
    const page = await tab.ask<VisitorBegun>('visitor:earlier', { before: begun.messages[0]?.id });
    expect(page.messages.map(({ text }) => text)).toEqual(
      Array.from({ length: 10 }, (_, n) => `${n}`),
    );
    expect(page.hasEarlier).toBe(false);
  });

  test('gets the files of a reply by a pass that opens nothing else', async () => {
    const tab = visitor();
    await tab.begin();
    await tab.write('Send me the list');
    const { conversationId } = (await conversationOf('Send me the list')).header;
    const files = await Promise.all(
      ['list', 'secret'].map(async (name) => {
        const answer = await fetch(`${desk.url}/api/v1/attachments?name=${name}.txt`, {
          method: 'POST',
          headers: { ...kim.headers, 'content-type': 'application/octet-stream' },
          body: `The ${name}`,
        });
        const file: { id: string } = await answer.json();
        return file.id;
      }),
    );
    const attachmentIds = [files[0]];
    await desk.call(
      'POST',
      `/conversations/${conversationId}/replies`,
      { text: '', attachmentIds },
      kim,
    );
    await vi.waitFor(() => expect(tab.messages).toHaveLength(2));
    const url = tab.messages[1]?.files[0]?.url ?? '';
    const answer = await fetch(`${desk.url}${url}`);
    expect([answer.status, await answer.text()]).toEqual([200, 'The list']);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    for (const bad of [
      url.replace(/pass=.*/, ''),
      url.replace(/pass=.*/, 'pass=x'),
      url.replace(files[0] ?? '', files[1] ?? ''),
    ])
      expect((await fetch(`${desk.url}${bad}`)).status).toBe(404);
  });
});

describe('what is asked before the first message', () => {
  beforeAll(async () => {
    const preChat = [
      { attribute: 'email', required: true },
      { attribute: 'twitter_followers', required: false },
    ];
    await desk.call('PATCH', '/channels/other/messenger', { preChat });
  });

  test('is refused at its field, with nothing sent, and fills attributes once it fits', async () => {
    const tab = visitor();
    expect(await tab.begin({ channel: 'other' })).toMatchObject({ asks: true });
    const before = await desk.desk.store.head();
    const refused = async (answers: Record<string, string>) =>
      (await tab.write('Hi there', { answers })).error;
    expect(await refused({})).toMatchObject({
      message: 'Please fill in Email.',
      field: 'answers.email',
    });
    expect(await refused({ email: 'a@b.example', twitter_followers: 'many' })).toMatchObject({
      field: 'answers.twitter_followers',
    });
    expect(await desk.desk.store.head()).toEqual(before);
    await tab.write('Hi there', { answers: { email: 'a@b.example', twitter_followers: '7' } });
    expect(valuesOf(await conversationOf('Hi there'))).toEqual({
      email: 'a@b.example',
      twitter_followers: 7,
    });
    expect((await tab.write('And again')).error).toBeUndefined();
  });
});

describe('whom a site signed in', () => {
  let secret: string;
  beforeAll(async () => {
    const made = await desk.call<{ secret: string }>('POST', '/channels/website/secrets');
    secret = made.body.secret;
  });

  test('is who they are on every device, with what the site’s server says of them', async () => {
    const [phone, laptop] = [visitor(), visitor()];
    const claims = { name: 'Ada', email: 'ada@shop.example', attributes: { twitter_followers: 9 } };
    const begun = await phone.begin({ identity: await identity(claims, { secret }) });
    expect(begun).toMatchObject({ identified: true, messages: [] });
    await phone.write('It is me');
    const conversation = await conversationOf('It is me');
    expect(conversation.header.contact).toMatchObject({ externalId: 'user-ada', name: 'Ada' });
    expect(valuesOf(conversation)).toMatchObject({
      email: 'ada@shop.example',
      twitter_followers: 9,
    });
    const elsewhere = await laptop.begin({ identity: await identity({}, { secret }) });
    expect(elsewhere.messages.map(({ text }) => text)).toEqual(['It is me']);
    const again = await visitor().begin({ token: begun.token });
    expect(again).toMatchObject({ identified: true, messages: [{ text: 'It is me' }] });
  });

  test('is what the site’s server signed, whatever a page says, on later pages of the visit too', async () => {
    const tab = visitor();
    const claims = { sub: 'grace', attributes: { twitter_followers: 5 } };
    const { token } = await tab.begin({
      identity: await identity(claims, { secret }),
      values: { twitter_followers: 999_999 },
    });
    await tab.write('Hello from Grace');
    const page = visitor();
    await page.begin({ token, values: { twitter_followers: 999_999 } });
    for (const one of [tab, page]) {
      const { refused } = await one.ask<{ refused: object[] }>('visitor:values', {
        twitter_followers: 999_999,
        device_platform: 'Web',
      });
      expect(refused).toEqual([
        {
          attribute: 'twitter_followers',
          message: 'The site’s server has signed Twitter followers.',
        },
      ]);
    }
    expect(valuesOf(await conversationOf('Hello from Grace'))).toMatchObject({
      twitter_followers: 5,
      device_platform: 'Web',
    });
  });

  test('is gone from a tab in which somebody signs out while they are signed in', async () => {
    const tab = visitor();
    const signedIn = tab.begin({ identity: await identity({ sub: 'heidi' }, { secret }) });
    const signedOut = tab.begin();
    expect((await signedIn).identified).toBe(true);
    expect((await signedOut).identified).toBe(false);
    await tab.write('I am nobody');
    const { contact } = (await conversationOf('I am nobody')).header;
    expect(contact.externalId).toMatch(/^visitor-/);
  });

  test('is nobody with a token that is used, old, for another audience, or signed by another', async () => {
    const used = await identity({}, { secret });
    await visitor().begin({ identity: used });
    const other = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    const unsigned = `${btoa('{"alg":"none"}').replaceAll('=', '')}.${used.split('.')[1]}.`;
    const cases: [string, RegExp][] = [
      [used, /used already/],
      [await identity({}, { secret, ageS: 900 }), /expired/],
      [await identity({}, { secret, ageS: 700, lastsS: 7_200 }), /expired|iat/],
      [await identity({}, { secret, audience: `${desk.url}/messenger/other` }), /audience/],
      [await identity({}, { secret, jti: null }), /jti/],
      [await identity({ sub: '' }, { secret }), /sub/],
      [await identity({ sub: 'ada ' }, { secret }), /sub/],
      [await identity({ name: 'half \ud83d' }, { secret }), /name/],
      [await identity({}, { secret: other }), /not signed/],
      [unsigned, /not signed/],
      ['nonsense', /not signed/],
    ];
    for (const [token, words] of cases) {
      const { error } = await visitor().begin({ identity: token });
      expect(error).toMatchObject({ code: 'forbidden', field: 'identity' });
      expect(error?.message).toMatch(words);
    }
    const { error } = await visitor().begin({
      channel: 'other',
      identity: await identity({}, { secret }),
    });
    expect(error?.message).toMatch(/no secret/);
  });

  test('is taken with either of two live secrets, until one is retired', async () => {
    const second = await desk.call<{ id: string; secret: string }>(
      'POST',
      '/channels/website/secrets',
    );
    const begin = async () =>
      (await visitor().begin({ identity: await identity({}, { secret: second.body.secret }) }))
        .error;
    expect(await begin()).toBeUndefined();
    expect(
      (await visitor().begin({ identity: await identity({}, { secret }) })).error,
    ).toBeUndefined();
    await desk.call('DELETE', `/channels/website/secrets/${second.body.id}`);
    expect(await begin()).toMatchObject({ code: 'forbidden' });
  });
});

describe('a visitor cannot', () => {
  test('go on with another’s visit, on another channel, or with a token they made', async () => {
    const ann = visitor();
    const { token } = await ann.begin();
    await ann.write('Ann’s secret');
    const forged = await new SignJWT({ sub: 'visitor-1', aud: 'visit website' })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode('a secret of at least thirty-two characters'));
    for (const request of [
      { token: `${token}x` },
      { token: forged },
      { channel: 'other', token },
      { token: '' },
    ])
      expect(await visitor().begin(request)).toMatchObject({ messages: [], identified: false });
  });

  test('reach what people see: neither by the messenger’s socket nor by theirs', async () => {
    const tab = visitor();
    const { token } = await tab.begin();
    await tab.write('Let me in');
    const { conversationId } = (await conversationOf('Let me in')).header;
    const heard: unknown[] = [];
    const stranger: Socket = tab.socket;
    for (const event of ['queue:watch', 'conversation:watch', 'presence:watch'])
      stranger.emit(
        event,
        { conversationId, filter: {}, offset: 0, limit: 50 },
        (answer: unknown) => heard.push(answer),
      );
    await tab.ask('visitor:at', PAGE);
    expect(heard).toEqual([]);
    const socket = openStranger(desk, token);
    const refused = await new Promise((resolve) => socket.once('connect_error', resolve));
    expect(refused).toMatchObject({ data: { code: 'unauthenticated' } });
    socket.close();
    for (const path of ['/queue', `/conversations/${conversationId}`, '/contacts'])
      expect((await desk.call('GET', path, undefined, token)).status).toBe(401);
  });

  test('ask anything before a visit has begun, nor anything that does not fit', async () => {
    const tab = visitor();
    const fits = {
      'visitor:write': { messageId: crypto.randomUUID(), text: 'x' },
      'visitor:typing': { typing: true },
      'visitor:at': PAGE,
      'visitor:values': {},
      'visitor:earlier': { before: 'x' },
    };
    for (const [event, request] of Object.entries(fits))
      expect((await tab.ask(event, request)).error).toMatchObject({ code: 'invalid' });
    const bad: [string, unknown, string?][] = [
      ['visitor:begin', null],
      ['visitor:begin', { channel: 5 }, 'channel'],
      ['visitor:begin', { channel: 'website', admin: true }, 'admin'],
      [
        'visitor:begin',
        { channel: 'website', page: { url: 'x'.repeat(4_001), referrer: '' } },
        'page.url',
      ],
      ['visitor:begin', { channel: 'website', values: { vip: { deep: 1 } } }, 'values.vip'],
      ['visitor:write', { messageId: 'x', text: 'Hi' }, 'messageId'],
      ['visitor:write', { messageId: crypto.randomUUID(), text: '' }, 'text'],
      ['visitor:write', { messageId: crypto.randomUUID(), text: ' ' }, 'text'],
      ['visitor:write', { messageId: crypto.randomUUID(), text: 'x'.repeat(20_001) }, 'text'],
      ['visitor:at', { url: 5, referrer: '' }, 'url'],
      ['visitor:at', { url: 'https://a.example/\0', referrer: '' }, 'url'],
      ['visitor:values', { device_platform: 'half \ud83d' }, 'device_platform'],
      ['visitor:values', 'x'],
    ];
    await tab.begin();
    for (const [event, request, field] of bad) {
      const { error } = await tab.ask(event, request);
      expect([event, error?.code, error?.field]).toEqual([event, 'invalid', field]);
    }
    for (const channel of ['api', 'nothing', '__proto__'])
      expect((await tab.begin({ channel })).error).toMatchObject({ code: 'not_found' });
  });

  test('connect from a page that the desk did not serve', async () => {
    for (const origin of ['https://evil.example', 'null', null]) {
      const tab = visitor({ origin });
      const failed = await new Promise((resolve) => tab.socket.once('connect_error', resolve));
      expect(failed).toBeInstanceOf(Error);
    }
  });

  test('fill what only agents or the CRM fill, and is told so', async () => {
    const tab = visitor();
    await tab.begin();
    await tab.write('Make me important');
    const { refused } = await tab.ask<{ refused: { attribute: string }[] }>('visitor:values', {
      vip: true,
      loyalty_status: 'Platinum',
      nothing: 1,
      twitter_followers: 'many',
      device_platform: 'Web',
    });
    expect(refused.map(({ attribute }) => attribute)).toEqual([
      'vip',
      'loyalty_status',
      'nothing',
      'twitter_followers',
    ]);
    expect(valuesOf(await conversationOf('Make me important'))).toEqual({ device_platform: 'Web' });
  });

  test('begin as many as they like: first messages of one address are slowed down, those of a proxy are not', async () => {
    const first = async (address: string) => {
      const tab = visitor({ headers: { 'x-forwarded-for': `10.0.0.1, ${address}` } });
      await tab.begin();
      return (await tab.write('First')).error?.code;
    };
    const many = (address: string) => Promise.all(Array.from({ length: 22 }, () => first(address)));
    const codes = await many('1.2.3.4');
    expect(codes.filter((code) => code === 'too_many')).toHaveLength(2);
    expect(await first('5.6.7.8')).toBeUndefined();
    expect((await many('192.168.1.1')).filter((code) => code !== undefined)).toEqual([]);
    const household = Array.from({ length: 21 }, (_, n) => first(`2a02:1810::${n}`));
    expect((await Promise.all(household)).filter((code) => code === 'too_many')).toHaveLength(1);
  });

  test('write a page a thousand times a second into the journal', async () => {
    const tab = visitor();
    await tab.begin({ page: PAGE });
    await tab.write('I run');
    const before = (await desk.desk.store.head()).revision;
    const pages = Array.from({ length: 100 }, (_, n) => ({
      url: `https://a.example/${n}`,
      referrer: '',
    }));
    await Promise.all(pages.map((page) => tab.ask('visitor:at', page)));
    const { conversationId } = (await conversationOf('I run')).header;
    await vi.waitFor(async () =>
      expect(valuesOf(await detail(conversationId)).page_url).toBe('https://a.example/99'),
    );
    expect((await desk.desk.store.head()).revision - before).toBeLessThan(80);
  });

  test('write what no store can keep: it is replaced, in memory as on the disk', async () => {
    const tab = visitor();
    await tab.begin();
    const { message } = await tab.write('half \ud83d\u0000 here');
    expect(message.text).toBe('half \uFFFD\uFFFD here');
    const { messages } = await conversationOf('half \uFFFD\uFFFD here');
    expect(messages.map(({ text }) => text)).toEqual([message.text]);
  });

  test('walk without end, nor fill the journal with pages one after the other', async () => {
    const tab = visitor();
    await tab.begin({ page: PAGE });
    await tab.write('I walk');
    const codes: (string | undefined)[] = [];
    for (let n = 0; n < 130; n += 1) {
      const { error } = await tab.ask('visitor:at', {
        url: `https://a.example/${n}`,
        referrer: '',
      });
      codes.push(error?.code);
    }
    expect(codes.filter((code) => code === 'too_many')).toHaveLength(10);
  });

  test('ask without end', async () => {
    const tab = visitor();
    await tab.begin();
    const asked = await Promise.all(
      Array.from({ length: 120 }, () => tab.ask('visitor:values', {})),
    );
    expect(asked.filter(({ error }) => error?.code === 'too_many')).toHaveLength(21);
  });

  test('write without end', async () => {
    const tab = visitor();
    await tab.begin();
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => tab.write(`${n} more`)));
    const refused = answers.flatMap(({ error }) => error ?? []);
    expect(refused).toHaveLength(10);
    expect(refused[0]?.message).toMatch(/^That was a lot at once\. Please wait \d+ seconds\.$/);
  });
});

describe('the frame', () => {
  test('is shown on the sites that its messenger names, and knows no cookie', async () => {
    await desk.call('PATCH', '/channels/website/messenger', {
      origins: ['https://shop.example'],
      greeting: '</script><script>alert(1)</script>',
    });
    const answer = await fetch(`${desk.url}/messenger/website`);
    expect(answer.status).toBe(200);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("frame-ancestors 'self' https://shop.example");
    expect(policy).toContain("default-src 'none'");
    expect(answer.headers.get('set-cookie')).toBeNull();
    const html = await answer.text();
    expect(html).not.toContain('<script>alert');
    for (const path of ['/messenger/api', '/messenger/nothing', '/messenger/__proto__'])
      expect((await fetch(`${desk.url}${path}`)).status).toBe(404);
  });
});
