import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { migrateDatabase } from '@/db/sqlite/migrate';
import type { VisitorBegun, VisitorMessage } from '@/lib/channels/messenger/protocol';
import type { ConversationDetail, QueueEntry } from '@/lib/desk/wire';
import { PresenceFollower } from '../realtime/presence-follower';
import { openSocket } from '../realtime/socket-client';
import { startDesk } from '../running-desk';
import { LEFT_AFTER_MS, messengerDesk, PAGE, valuesOf } from './messenger-desk';
import { Visitor } from './visitor';

const BROWSER = { language: 'fr-BE', platform: 'iOS 19', timeZone: 'Europe/Brussels' };

const site = messengerDesk();

describe('a visitor', () => {
  test('writes, is answered at once in every tab, and never sees a note', async () => {
    const [first, second, stranger] = [site.visitor(), site.visitor(), site.visitor()];
    const { token } = await first.begin({ page: PAGE, browser: BROWSER });
    await second.begin({ token });
    await stranger.begin();
    const { message } = await first.write('Do you have this in red?');
    expect(message).toMatchObject({ from: 'visitor', text: 'Do you have this in red?' });
    const conversation = await site.conversationOf('Do you have this in red?');
    const { conversationId } = conversation.header;
    await site.desk.call(
      'POST',
      `/conversations/${conversationId}/notes`,
      { text: 'A secret' },
      site.kim,
    );
    await site.reply(conversationId, 'Yes, in two sizes.');

    const said = (messages: VisitorMessage[]) =>
      messages.map(({ from, name, text }) => [from, name, text]);
    const both = [
      ['visitor', null, 'Do you have this in red?'],
      ['desk', 'Kim', 'Yes, in two sizes.'],
    ];
    for (const tab of [first, second])
      await vi.waitFor(() => expect(said(tab.messages)).toEqual(both));
    const later = site.visitor();
    const begun = await later.begin({ token });
    expect(said(begun.messages)).toEqual(both);
    expect(begun).toMatchObject({ hasEarlier: false, identified: false });
    expect(stranger.messages).toEqual([]);
  });

  test('is known by page, referrer, language, device, time zone and country from the first message on', async () => {
    const tab = site.visitor({ headers: { 'cf-ipcountry': 'BE' } });
    await tab.begin({ page: PAGE, browser: BROWSER, values: { twitter_followers: 12, vip: true } });
    await tab.write('Bonjour');
    expect(valuesOf(await site.conversationOf('Bonjour'))).toEqual({
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
    const tab = site.visitor();
    await tab.begin({ browser: BROWSER, page: PAGE });
    await tab.write('Who am I?');
    await tab.write('Nobody');
    const { header } = await site.conversationOf('Nobody');
    const { externalId, name } = header.contact;
    expect(name).toMatch(/^Visitor [0-9A-F]{5}$/);
    expect(externalId.toUpperCase().endsWith(name.slice(-5))).toBe(true);
    const entries = await site.desk.desk.store.entriesAfter(0, 1_000);
    const written = entries.flatMap((entry) =>
      entry.kind === 'conversation.messageReceived' && entry.personal?.text === 'Nobody'
        ? [entry.personal.refused]
        : [],
    );
    expect(written).toEqual([[]]);
  });

  test('is nobody to the desk before the first message', async () => {
    const before = await site.desk.desk.store.head();
    const tab = site.visitor();
    await tab.begin({ page: PAGE, browser: BROWSER });
    await tab.ask('visitor:at', { url: 'https://shop.example/cart', referrer: '' });
    await tab.ask('visitor:values', { twitter_followers: 5 });
    expect(await site.desk.desk.store.head()).toEqual(before);
  });

  test('is followed from page to page, and their page is forgotten once the last tab is closed for a while', async () => {
    const [tab, other] = [site.visitor(), site.visitor()];
    const { token } = await tab.begin({ page: PAGE });
    await other.begin({ token });
    await tab.write('I look around');
    const { conversationId } = (await site.conversationOf('I look around')).header;
    const page = async () => valuesOf(await site.detail(conversationId)).page_url;
    await tab.ask('visitor:at', { url: 'https://shop.example/checkout', referrer: '' });
    expect(valuesOf(await site.detail(conversationId))).toEqual({
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
    const [tab, gone] = [site.visitor(), site.visitor()];
    const { token } = await tab.begin({ page: PAGE });
    await tab.write('I reload');
    await gone.begin({ page: PAGE });
    await gone.write('I leave');
    const { conversationId } = (await site.conversationOf('I reload')).header;
    const left = (await site.conversationOf('I leave')).header.conversationId;
    tab.close();
    const again = site.visitor();
    await again.begin({ token, page: { url: 'https://shop.example/again', referrer: '' } });
    gone.close();
    await vi.waitFor(async () => expect(valuesOf(await site.detail(left))).toEqual({}), {
      timeout: 5_000,
    });
    expect(valuesOf(await site.detail(conversationId))).toEqual({
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
    const [tab, other] = [site.visitor(), site.visitor()];
    await tab.begin();
    await other.begin();
    const messageId = crypto.randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => tab.write('Only once', { messageId })),
    );
    expect(new Set(answers.map(({ message }) => message.id)).size).toBe(1);
    const theirs = await other.write('Mine', { messageId });
    expect(theirs.message).toMatchObject({ text: 'Mine', sentAs: messageId });
    expect((await site.conversationOf('Only once')).messages).toHaveLength(1);
  });

  test('sees who writes an answer and not who writes a note, and is seen writing by the team alone', async () => {
    const [tab, stranger] = [site.visitor(), site.visitor()];
    const heard: (string | null)[] = [];
    tab.socket.on('visitor:answering', ({ name }) => heard.push(name));
    stranger.socket.on('visitor:answering', () => heard.push('heard by a stranger'));
    await tab.begin({ values: {} });
    await stranger.begin();
    await stranger.write('I am another');
    await tab.write('Anybody there?');
    const { conversationId } = (await site.conversationOf('Anybody there?')).header;
    const socket = openSocket(site.desk, site.kim);
    const team = await new PresenceFollower(openSocket(site.desk, site.desk.tokens.read)).watch();
    const here = (more: object) =>
      socket.emitWithAck('presence:here', { conversationId, typing: true, ...more });
    await here({ note: true });
    await team.until(conversationId, ['Kim typing']);
    await here({});
    await vi.waitFor(() => expect(heard).toEqual(['Kim']));
    await here({ typing: false });
    await vi.waitFor(() => expect(heard).toEqual(['Kim', null]));
    tab.socket.emit('visitor:typing', { typing: true });
    const name = (await site.detail(conversationId)).header.contact.name;
    await team.until(conversationId, ['Kim', `${name} typing`]);
    tab.close();
    await team.until(conversationId, ['Kim']);
    socket.close();
    team.close();
  });

  test('reads earlier messages page by page', async () => {
    const tab = site.visitor();
    const { token } = await tab.begin();
    const id = (await tab.write('0')) && (await site.conversationOf('0')).header.conversationId;
    for (let n = 1; n < 60; n += 1) await site.reply(id, `${n}`);
    const begun = await site.visitor().begin({ token });
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
    const tab = site.visitor();
    await tab.begin();
    await tab.write('Send me the list');
    const { conversationId } = (await site.conversationOf('Send me the list')).header;
    const files = await Promise.all(
      ['list', 'secret'].map(async (name) => {
        const answer = await fetch(`${site.desk.url}/api/v1/attachments?name=${name}.txt`, {
          method: 'POST',
          headers: { ...site.kim.headers, 'content-type': 'application/octet-stream' },
          body: `The ${name}`,
        });
        const file: { id: string } = await answer.json();
        return file.id;
      }),
    );
    const attachmentIds = [files[0]];
    await site.desk.call(
      'POST',
      `/conversations/${conversationId}/replies`,
      { text: '', attachmentIds },
      site.kim,
    );
    await vi.waitFor(() => expect(tab.messages).toHaveLength(2));
    const url = tab.messages[1]?.files[0]?.url ?? '';
    const answer = await fetch(`${site.desk.url}${url}`);
    expect([answer.status, await answer.text()]).toEqual([200, 'The list']);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    for (const bad of [
      url.replace(/pass=.*/, ''),
      url.replace(/pass=.*/, 'pass=x'),
      url.replace(files[0] ?? '', files[1] ?? ''),
    ])
      expect((await fetch(`${site.desk.url}${bad}`)).status).toBe(404);
  });
});

describe('the frame', () => {
  test('is shown on the sites that its messenger names, and knows no cookie', async () => {
    await site.desk.call('PATCH', '/channels/website/messenger', {
      origins: ['https://shop.example'],
      greeting: '</script><script>alert(1)</script>',
    });
    const answer = await fetch(`${site.desk.url}/messenger/website`);
    expect(answer.status).toBe(200);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("frame-ancestors 'self' https://shop.example");
    expect(policy).toContain("default-src 'none'");
    expect(answer.headers.get('set-cookie')).toBeNull();
    const html = await answer.text();
    expect(html).not.toContain('<script>alert');
    for (const path of ['/messenger/api', '/messenger/nothing', '/messenger/__proto__'])
      expect((await fetch(`${site.desk.url}${path}`)).status).toBe(404);
  });
});
