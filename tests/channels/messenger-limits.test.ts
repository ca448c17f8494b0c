import { SignJWT } from 'jose';
import type { Socket } from 'socket.io-client';
import { describe, expect, test, vi } from 'vitest';
import { openStranger } from '../realtime/socket-client';
import { messengerDesk, PAGE, valuesOf } from './messenger-desk';

const site = messengerDesk();

describe('a visitor cannot', () => {
  test('go on with another’s visit, on another channel, or with a token they made', async () => {
    const ann = site.visitor();
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
      expect(await site.visitor().begin(request)).toMatchObject({
        messages: [],
        identified: false,
      });
  });

  test('reach what people see: neither by the messenger’s socket nor by theirs', async () => {
    const tab = site.visitor();
    const { token } = await tab.begin();
    await tab.write('Let me in');
    const { conversationId } = (await site.conversationOf('Let me in')).header;
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
    const socket = openStranger(site.desk, token);
    const refused = await new Promise((resolve) => socket.once('connect_error', resolve));
    expect(refused).toMatchObject({ data: { code: 'unauthenticated' } });
    socket.close();
    for (const path of ['/queue', `/conversations/${conversationId}`, '/contacts'])
      expect((await site.desk.call('GET', path, undefined, token)).status).toBe(401);
  });

  test('ask anything before a visit has begun, nor anything that does not fit', async () => {
    const tab = site.visitor();
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
      const tab = site.visitor({ origin });
      const failed = await new Promise((resolve) => tab.socket.once('connect_error', resolve));
      expect(failed).toBeInstanceOf(Error);
    }
  });

  test('fill what only agents or the CRM fill, and is told so', async () => {
    const tab = site.visitor();
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
    expect(valuesOf(await site.conversationOf('Make me important'))).toEqual({
      device_platform: 'Web',
    });
  });

  test('begin as many as they like: first messages of one address are slowed down, those of a proxy are not', async () => {
    const first = async (address: string) => {
      const tab = site.visitor({ headers: { 'x-forwarded-for': `10.0.0.1, ${address}` } });
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
    const tab = site.visitor();
    await tab.begin({ page: PAGE });
    await tab.write('I run');
    const before = (await site.desk.desk.store.head()).revision;
    const pages = Array.from({ length: 100 }, (_, n) => ({
      url: `https://a.example/${n}`,
      referrer: '',
    }));
    await Promise.all(pages.map((page) => tab.ask('visitor:at', page)));
    const { conversationId } = (await site.conversationOf('I run')).header;
    await vi.waitFor(async () =>
      expect(valuesOf(await site.detail(conversationId)).page_url).toBe('https://a.example/99'),
    );
    expect((await site.desk.desk.store.head()).revision - before).toBeLessThan(80);
  });

  test('write what no store can keep: it is replaced, in memory as on the disk', async () => {
    const tab = site.visitor();
    await tab.begin();
    const { message } = await tab.write('half \ud83d\u0000 here');
    expect(message.text).toBe('half \uFFFD\uFFFD here');
    const { messages } = await site.conversationOf('half \uFFFD\uFFFD here');
    expect(messages.map(({ text }) => text)).toEqual([message.text]);
  });

  test('walk without end, nor fill the journal with pages one after the other', async () => {
    const tab = site.visitor();
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
    const tab = site.visitor();
    await tab.begin();
    const asked = await Promise.all(
      Array.from({ length: 120 }, () => tab.ask('visitor:values', {})),
    );
    expect(asked.filter(({ error }) => error?.code === 'too_many')).toHaveLength(21);
  });

  test('write without end', async () => {
    const tab = site.visitor();
    await tab.begin();
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => tab.write(`${n} more`)));
    const refused = answers.flatMap(({ error }) => error ?? []);
    expect(refused).toHaveLength(10);
    expect(refused[0]?.message).toMatch(/^That was a lot at once\. Please wait \d+ seconds\.$/);
  });
});
