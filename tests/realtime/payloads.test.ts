import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningDesk, startDesk } from '../running-desk';
import { customerWrites } from './desk-traffic';
import { WHOLE_QUEUE } from './queue-follower';
import { connected, openStranger } from './socket-client';

describe('a message that does not fit', () => {
  let desk: RunningDesk;
  let client: ReturnType<typeof openStranger>;
  beforeAll(async () => {
    desk = await startDesk();
    client = await connected(openStranger(desk, desk.tokens.read));
  });
  afterAll(async () => {
    client.disconnect();
    await desk.close();
    expect(desk.errors).toEqual([]);
  });

  const WINDOW = { filter: {}, offset: 0, limit: 50 };
  const proto: unknown = JSON.parse('{"filter":{"__proto__":{}},"offset":0,"limit":50}');

  it.each<[string, string, unknown, string | undefined]>([
    ['no payload at all', 'queue:watch', null, undefined],
    ['text', 'queue:watch', 'everything', undefined],
    ['a list', 'queue:watch', [WINDOW], undefined],
    ['no filter', 'queue:watch', { offset: 0, limit: 50 }, 'filter'],
    ['an unknown key', 'queue:watch', { ...WINDOW, sort: 'name' }, 'sort'],
    [
      'an unknown key of the filter',
      'queue:watch',
      { ...WINDOW, filter: { vip: 1 } },
      'filter.vip',
    ],
    ['a __proto__', 'queue:watch', proto, 'filter.__proto__'],
    ['a limit of 0', 'queue:watch', { ...WINDOW, limit: 0 }, 'limit'],
    ['a limit of 201', 'queue:watch', { ...WINDOW, limit: 201 }, 'limit'],
    ['half a row', 'queue:watch', { ...WINDOW, limit: 1.5 }, 'limit'],
    ['a limit in words', 'queue:watch', { ...WINDOW, limit: '50' }, 'limit'],
    ['no limit', 'queue:watch', { filter: {}, offset: 0 }, 'limit'],
    ['a negative offset', 'queue:watch', { ...WINDOW, offset: -1 }, 'offset'],
    ['an offset of null', 'queue:watch', { ...WINDOW, offset: null }, 'offset'],
    ['an unknown order', 'queue:watch', { ...WINDOW, order: 'newest' }, 'order'],
    [
      'an unknown status',
      'queue:watch',
      { ...WINDOW, filter: { status: 'open' } },
      'filter.status',
    ],
    [
      'resolved ones',
      'queue:watch',
      { ...WINDOW, filter: { status: 'resolved' } },
      'filter.status',
    ],
    ['an unknown match', 'queue:watch', { ...WINDOW, filter: { match: 'most' } }, 'filter.match'],
    [
      'segments in text',
      'queue:watch',
      { ...WINDOW, filter: { segments: 'vip' } },
      'filter.segments',
    ],
    [
      'a segment that is none',
      'queue:watch',
      { ...WINDOW, filter: { segments: ['vip', 7] } },
      'filter.segments.1',
    ],
    [
      'an unknown segment',
      'queue:watch',
      { ...WINDOW, filter: { segments: ['vip', 'gone'] } },
      'filter.segments',
    ],
    [
      'an unknown channel',
      'queue:watch',
      { ...WINDOW, filter: { channel: 'fax' } },
      'filter.channel',
    ],
    ['an unknown owner', 'queue:watch', { ...WINDOW, filter: { owner: 'nobody' } }, 'filter.owner'],
    ['mine of a token', 'queue:watch', { ...WINDOW, filter: { owner: 'mine' } }, 'filter.owner'],
    ['no watch', 'queue:unwatch', {}, 'watchId'],
    ['a number', 'queue:unwatch', { watchId: 1 }, 'watchId'],
    ['no contact', 'contact:watch', {}, 'contactId'],
    ['an empty contact', 'contact:watch', { contactId: '' }, 'contactId'],
    ['a list of contacts', 'contact:unwatch', { contactId: ['a'] }, 'contactId'],
    ['no conversation', 'conversation:watch', {}, 'conversationId'],
    ['an empty id', 'conversation:watch', { conversationId: '' }, 'conversationId'],
    ['one more key', 'conversation:watch', { conversationId: 'a', limit: 1 }, 'limit'],
    ['a list', 'conversation:unwatch', { conversationId: ['a'] }, 'conversationId'],
    ['a filter', 'load:watch', { filter: {} }, 'filter'],
    ['a person', 'draft:watch', { personId: 'a' }, 'personId'],
    ['a person', 'arrival:watch', { personId: 'a' }, 'personId'],
    ['a person', 'unread:watch', { personId: 'a' }, 'personId'],
    ['a conversation', 'presence:watch', { conversationId: 'a' }, 'conversationId'],
    ['no conversation', 'presence:here', { typing: false }, 'conversationId'],
    ['no word on typing', 'presence:here', { conversationId: 'a' }, 'typing'],
    ['typing nowhere', 'presence:here', { conversationId: null, typing: true }, 'typing'],
    ['a name', 'presence:here', { conversationId: 'a', typing: true, name: 'Kim' }, 'name'],
  ])('with %s is refused by %s, naming what is wrong', async (_, event, payload, field) => {
    const { error } = await client.timeout(5_000).emitWithAck(event, payload);
    expect(error).toEqual({ code: 'invalid', message: expect.any(String), field });
    expect(error.message).not.toBe('');
  });

  it('is refused for a conversation that does not exist', async () => {
    const watched = await client.emitWithAck('conversation:watch', { conversationId: 'gone' });
    expect(watched).toMatchObject({ error: { code: 'not_found' } });
    const left = await client.emitWithAck('conversation:unwatch', { conversationId: 'gone' });
    expect(left).toMatchObject({ error: { code: 'not_found', field: 'conversationId' } });
  });

  it('throws nothing when nobody waits for the answer, and the connection stays', async () => {
    for (const event of [
      'queue:watch',
      'queue:unwatch',
      'conversation:watch',
      'conversation:unwatch',
      'load:watch',
      'presence:watch',
      'presence:here',
      'made:up',
      '__proto__',
      'constructor',
    ]) {
      for (const sent of [[], [null], [WINDOW], ['a', 'b', 'c'], [{ conversationId: 'x' }]])
        client.emit(event, ...sent);
    }
    client.emit('queue:watch', new Uint8Array(10));
    expect(await client.emitWithAck('load:watch', {})).toHaveProperty('waiting');
    expect(client.connected).toBe(true);
  });

  it('is answered all the same when it fits but nobody waits for the answer', async () => {
    const other = await connected(openStranger(desk, desk.tokens.read));
    other.emit('queue:watch', WHOLE_QUEUE);
    const told = new Promise((resolve) => other.once('queue:changed', resolve));
    await customerWrites(desk, 'ann');
    expect(await told).toMatchObject({ total: 1 });
    other.disconnect();
  });

  it('that is too large ends its connection, and nobody else’s', async () => {
    const other = await connected(openStranger(desk, desk.tokens.read));
    const gone = new Promise((resolve) => other.once('disconnect', resolve));
    other.emit('queue:watch', { filter: { channel: 'x'.repeat(70_000) } });
    await gone;
    other.disconnect();
    expect(client.connected).toBe(true);
  });
});
