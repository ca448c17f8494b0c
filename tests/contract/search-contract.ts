import { describe, expect, it } from 'vitest';
import type { SearchRequest } from '@/lib/desk/search';
import { UNOWNED } from '@/lib/ranking/filter';
import {
  ADA,
  about,
  bobWrites,
  contactCreated,
  keep,
  NEW,
  NOON,
  noted,
  OWNED,
  opened,
  RESOLVED,
  received,
  replied,
  stateChanged,
  valuesChanged,
  written,
} from './facts-of-a-desk';
import type { OpenStore } from './opened-store';
import { openedStore } from './opened-store';

/** Search over contacts and what was said. */
export function describeSearch(open: OpenStore): void {
  describe('search', () => {
    const desk = openedStore(open, { foundation: true });
    const find = (query: string, more: Partial<SearchRequest> = {}) =>
      desk.store.search({ query, offset: 0, limit: 50, ...more });
    /** What was found, by the ids of messages and contacts. */
    const ids = async (query: string, more: Partial<SearchRequest> = {}) =>
      (await find(query, more)).hits.map((hit) =>
        hit.kind === 'contact' ? hit.contact.id : hit.message.id,
      );
    const writesIn = (contactId: string, messageId: string, text: string) => [
      contactCreated(contactId),
      opened(contactId),
      received(contactId, messageId, text),
    ];

    it('finds what a customer wrote, at once, with the words marked in plain text', async () => {
      await keep(desk.store, bobWrites('<b>Where</b> is my parcel?'));
      const { revision } = await desk.store.head();
      expect(await find('PARCEL where')).toStrictEqual({
        revision,
        indexed: 1,
        total: 1,
        complete: true,
        hits: [
          {
            kind: 'message',
            contact: await desk.store.contact('bob'),
            conversation: await desk.store.conversation('conversation-bob'),
            message: await desk.store.message('message-1'),
            more: 0,
            snippet: [
              { text: '<b>', hit: false },
              { text: 'Where', hit: true },
              { text: '</b> is my ', hit: false },
              { text: 'parcel', hit: true },
              { text: '?', hit: false },
            ],
          },
        ],
      });
    });

    it('finds replies and notes, of which one stands for its conversation', async () => {
      await keep(desk.store, bobWrites('A refund, please'));
      desk.time.now = NOON + 1_000;
      await keep(desk.store, [replied('bob', 'message-2', 'Your refund is a refund.')]);
      await keep(desk.store, [noted('bob', 'message-3', 'No refund before March')]);
      const { hits, total } = await find('refund');
      expect(total).toBe(1);
      expect(hits).toMatchObject([{ message: { id: 'message-2' }, more: 2 }]);
      expect(await ids('refund', { kind: 'note' })).toEqual(['message-3']);
      expect(await ids('refund march', { kind: 'message' })).toEqual([]);
      expect(await ids('refund march')).toEqual(['message-3']);
    });

    it('finds contacts by external id and by any value, as they are now', async () => {
      await keep(desk.store, bobWrites());
      await keep(desk.store, [valuesChanged('bob', { city: written('Zürich') })]);
      expect(await ids('zurich')).toEqual(['bob']);
      expect((await find('zurich')).hits).toMatchObject([
        { kind: 'contact', attribute: 'city', conversation: { id: 'conversation-bob' } },
      ]);
      expect((await find('bob')).hits).toMatchObject([{ kind: 'contact', attribute: null }]);
      expect(await ids('bob zur')).toEqual(['bob']);
      await keep(desk.store, [valuesChanged('bob', { city: written('Geneva') })]);
      expect(await ids('zurich')).toEqual([]);
      await keep(desk.store, [valuesChanged('bob', { city: null })]);
      expect(await ids('geneva')).toEqual([]);
    });

    it('finds a contact whom nobody has talked with', async () => {
      await keep(desk.store, [contactCreated('quiet', 'customer-77')]);
      expect((await find('customer-77')).hits).toMatchObject([
        { kind: 'contact', contact: { id: 'quiet' }, conversation: null },
      ]);
      expect(await ids('customer-77', { status: 'open' })).toEqual([]);
    });

    it('wants every word, and takes the last for a beginning until something follows it', async () => {
      await keep(desk.store, bobWrites('My order came broken'));
      expect(await ids('order bro')).toEqual(['message-1']);
      expect(await ids('order bro ')).toEqual([]);
      expect(await ids('ord broken')).toEqual([]);
      expect(await ids('order missing')).toEqual([]);
    });

    it('puts contacts who are called so first, then what answers best, then what is newest', async () => {
      await keep(desk.store, writesIn('a', 'm-a', `Mint ${'and more '.repeat(40)}`));
      await keep(desk.store, writesIn('b', 'm-b', 'Mint'));
      desk.time.now = NOON + 3_000;
      await keep(desk.store, writesIn('c', 'm-c', 'Mint'));
      await keep(desk.store, writesIn('mint', 'm-d', 'Hello'));
      expect(await ids('mint')).toEqual(['mint', 'm-c', 'm-b', 'm-a']);
      expect(await ids('mint', { offset: 1, limit: 2 })).toEqual(['m-c', 'm-b']);
      expect(await ids('mint', { offset: 4, limit: 2 })).toEqual([]);
      expect((await find('mint', { offset: 1, limit: 2 })).total).toBe(4);
    });

    it('keeps to a status, a channel and an owner', async () => {
      for (const id of ['open', 'owned', 'resolved'])
        await keep(desk.store, writesIn(id, `m-${id}`, 'Lamp'));
      await keep(desk.store, [
        { kind: 'conversation.claimed', body: about('owned', NEW, OWNED) },
        stateChanged('conversation.statusChanged', 'resolved', NEW, RESOLVED),
      ]);
      const sorted = async (more: Partial<SearchRequest>) => (await ids('lamp', more)).sort();
      expect(await sorted({})).toEqual(['m-open', 'm-owned', 'm-resolved']);
      expect(await sorted({ status: 'open' })).toEqual(['m-open', 'm-owned']);
      expect(await sorted({ status: 'resolved' })).toEqual(['m-resolved']);
      expect(await sorted({ owner: ADA.id })).toEqual(['m-owned']);
      expect(await sorted({ owner: UNOWNED, status: 'new' })).toEqual(['m-open']);
      expect(await sorted({ channel: 'api' })).toHaveLength(3);
      expect(await sorted({ channel: 'chat' })).toEqual([]);
      expect(await ids('owned', { owner: UNOWNED })).toEqual([]);
    });

    it('finds again what it found before the store was closed', async () => {
      await keep(desk.store, bobWrites('Where is my parcel?'));
      expect(await ids('parcel')).toEqual(['message-1']);
      const again = await desk.reopen();
      await keep(again, [noted('bob', 'message-2', 'A parcel of ours')]);
      const { hits } = await again.search({ query: 'parcel', offset: 0, limit: 50 });
      expect(hits).toMatchObject([{ more: 1 }]);
    });

    it('looks for nothing that nobody waits for', async () => {
      const gone = AbortSignal.abort(new Error('gone'));
      const request = { query: 'parcel', offset: 0, limit: 50 };
      await expect(desk.store.search(request, gone)).rejects.toThrow('gone');
      const leaving = new AbortController();
      const first = desk.store.search(request);
      const second = desk.store.search(request, leaving.signal);
      leaving.abort(new Error('left'));
      await expect(second).rejects.toThrow('left');
      expect((await first).hits).toEqual([]);
    });
  });
}
