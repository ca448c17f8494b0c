import { describe, expect, it } from 'vitest';
import {
  about,
  bobWrites,
  contactCreated,
  importer,
  keep,
  NEW,
  NOON,
  noted,
  OWNED,
  opened,
  PENDING,
  RESOLVED,
  received,
  replied,
  stateChanged,
  desk as system,
  valuesChanged,
  written,
} from './facts-of-a-desk';
import type { OpenStore } from './opened-store';
import { openedStore } from './opened-store';

const BOBS = 'conversation-bob';

/** Conversations and their messages. */
const CY = { id: 'person-cy', name: 'Cy' };

export function describeConversations(open: OpenStore): void {
  describe('a conversation', () => {
    const desk = openedStore(open, { foundation: true });
    const bobs = () => desk.store.conversation(BOBS);

    it('is opened by a first message, and shows its beginning in one line', async () => {
      const text = `Hello,\n\n  where is my order? ${'x'.repeat(200)}`;
      const [, , last] = await keep(desk.store, bobWrites(text));
      expect(await bobs()).toStrictEqual({
        ...NEW,
        id: BOBS,
        contactId: 'bob',
        channel: 'api',
        openedAt: NOON,
        preview: `Hello, where is my order? ${'x'.repeat(114)}`,
        revision: last?.revision,
      });
      expect(await desk.store.conversationOf('bob', 'api')).toStrictEqual(await bobs());
      expect(await desk.store.conversationOf('bob', 'chat')).toBeNull();
      expect(await desk.store.conversation('none')).toBeNull();
    });

    it('is the only one of its contact on its channel', async () => {
      await keep(desk.store, bobWrites());
      const body = { ...about('bob', null, NEW), conversationId: 'another' };
      await expect(
        keep(desk.store, [
          {
            kind: 'conversation.opened',
            body,
            personal: { contact: { externalId: 'bob', values: {} } },
          },
        ]),
      ).rejects.toMatchObject({ code: 'conflict' });
    });

    it.each([
      'conversation.claimed',
      'conversation.released',
      'conversation.assigned',
      'conversation.statusChanged',
    ] as const)('has the state that %s says, and its preview as before', async (kind) => {
      await keep(desk.store, bobWrites());
      const after = { ...PENDING, lastActivityAt: NOON + 7 };
      const [entry] = await keep(desk.store, [stateChanged(kind, 'bob', NEW, after)]);
      expect(await bobs()).toMatchObject({ ...after, preview: 'Hello', revision: entry?.revision });
    });

    it('shows a reply in its preview, but not a note', async () => {
      await keep(desk.store, bobWrites());
      await keep(desk.store, [replied('bob', 'message-2', 'On its way.')]);
      const [note] = await keep(desk.store, [noted('bob', 'message-3', 'A patient man.')]);
      expect(await bobs()).toMatchObject({
        ...OWNED,
        preview: 'On its way.',
        revision: note?.revision,
      });
    });

    it('is reopened where it was', async () => {
      await keep(desk.store, bobWrites());
      await keep(desk.store, [stateChanged('conversation.statusChanged', 'bob', NEW, RESOLVED)]);
      desk.time.now = NOON + 1_000;
      const after = { ...NEW, waitingSince: NOON + 1_000, lastActivityAt: NOON + 1_000 };
      await keep(desk.store, [
        {
          kind: 'conversation.reopened',
          body: { ...about('bob', RESOLVED, after), openedAt: NOON },
          personal: { contact: { externalId: 'bob', values: {} }, preview: 'Again' },
        },
      ]);
      expect(await bobs()).toMatchObject({ ...after, openedAt: NOON, preview: 'Again' });
    });

    it('is given with its contact and its last messages, oldest first, and who wrote them', async () => {
      await keep(desk.store, bobWrites());
      await keep(desk.store, [
        noted('bob', 'a-note', '@Cy, by Ada', [CY]),
        valuesChanged('bob', { city: written('Rome') }),
      ]);
      desk.time.now = NOON + 1_000;
      await keep(desk.store, [replied('bob', 'z-reply', 'By a token')], { actor: importer });
      await keep(desk.store, [noted('bob', 'b-note', 'By the desk')], { actor: system });
      const found = await desk.store.conversationWithMessages(BOBS, 3);
      const common = { conversationId: BOBS };
      expect(found).toStrictEqual({
        revision: (await desk.store.head()).revision,
        conversation: await bobs(),
        contact: await desk.store.contact('bob'),
        messages: [
          {
            ...common,
            id: 'a-note',
            kind: 'note',
            authorId: 'person-ada',
            authorName: 'Ada',
            text: '@Cy, by Ada',
            mentions: [CY],
            attachments: [],
            at: NOON,
          },
          {
            ...common,
            id: 'z-reply',
            kind: 'reply',
            authorId: null,
            authorName: 'Import',
            text: 'By a token',
            mentions: [],
            attachments: [],
            at: NOON + 1_000,
          },
          {
            ...common,
            id: 'b-note',
            kind: 'note',
            authorId: null,
            authorName: 'Frontrow',
            text: 'By the desk',
            mentions: [],
            attachments: [],
            at: NOON + 1_000,
          },
        ],
        crmStanding: null,
        messageTotal: 4,
        trail: [expect.objectContaining({ kind: 'conversation.replied' })],
      });
      const all = await desk.store.conversationWithMessages(BOBS, 50);
      expect(all?.messages[0]).toStrictEqual({
        ...common,
        id: 'message-1',
        kind: 'customer',
        authorId: null,
        authorName: null,
        text: 'Hello',
        mentions: [],
        attachments: [],
        at: NOON,
      });
      expect(await desk.store.conversationWithMessages('none', 3)).toBeNull();
    });

    it('gives the messages before one that a screen has, oldest first', async () => {
      await keep(desk.store, bobWrites());
      // Ids that do not sort as the messages came: the journal's order counts.
      for (const id of ['m-9', 'm-3', 'm-7', 'm-1']) await keep(desk.store, [noted('bob', id, id)]);
      const earlier = async (messageId: string, limit: number, conversationId = BOBS) =>
        (await desk.store.messagesBefore(conversationId, messageId, limit)).messages.map(
          ({ id }) => id,
        );
      expect(await earlier('m-1', 2)).toEqual(['m-3', 'm-7']);
      expect(await earlier('m-3', 10)).toEqual(['message-1', 'm-9']);
      expect(await earlier('message-1', 10)).toEqual([]);
      expect(await earlier('unknown', 10)).toEqual([]);
      expect(await earlier('m-1', 10, 'conversation-other')).toEqual([]);
    });

    it('gives the messages around one, and says whether there are more on either side', async () => {
      await keep(desk.store, bobWrites());
      for (const id of ['m-9', 'm-3', 'm-7', 'm-1']) await keep(desk.store, [noted('bob', id, id)]);
      const around = async (messageId: string, limit: number, conversationId = BOBS) => {
        const found = await desk.store.messagesAround(conversationId, messageId, limit);
        return found && [found.messages.map(({ id }) => id), found.hasEarlier, found.hasLater];
      };
      expect(await around('m-3', 2)).toEqual([['m-9', 'm-3'], true, true]);
      expect(await around('m-3', 3)).toEqual([['m-9', 'm-3', 'm-7'], true, true]);
      expect(await around('m-3', 50)).toEqual([
        ['message-1', 'm-9', 'm-3', 'm-7', 'm-1'],
        false,
        false,
      ]);
      expect(await around('message-1', 4)).toEqual([['message-1', 'm-9'], false, true]);
      expect(await around('m-1', 1)).toEqual([['m-1'], true, false]);
      expect(await around('unknown', 10)).toBeNull();
      expect(await around('m-1', 10, 'conversation-other')).toBeNull();
    });

    it('has a trail of what was done between its messages, and none of what was before them', async () => {
      await keep(desk.store, bobWrites());
      await keep(desk.store, [stateChanged('conversation.claimed', 'bob', NEW, OWNED)]);
      await keep(desk.store, [noted('bob', 'first-note', 'Early')]);
      const away = { ...OWNED, status: 'pending' as const, returnsAt: NOON + 5_000 };
      await keep(desk.store, [
        {
          kind: 'conversation.boomeranged',
          body: about('bob', OWNED, away),
          personal: { note: 'Soon' },
        },
      ]);
      await keep(desk.store, [noted('bob', 'second-note', 'Late')]);
      await keep(desk.store, [stateChanged('conversation.cameBack', 'bob', away, OWNED)]);
      expect(await bobs()).toMatchObject({ status: 'new', returnsAt: null });
      const kinds = (entries: readonly { kind: string }[] = []) => entries.map(({ kind }) => kind);
      const all = await desk.store.conversationWithMessages(BOBS, 50);
      expect(kinds(all?.trail)).toEqual([
        'conversation.claimed',
        'conversation.boomeranged',
        'conversation.cameBack',
      ]);
      expect(all?.trail[1]).toMatchObject({ personal: { note: 'Soon' } });
      const last = await desk.store.conversationWithMessages(BOBS, 1);
      expect(kinds(last?.trail)).toEqual(['conversation.cameBack']);
      const earlier = await desk.store.messagesBefore(BOBS, 'second-note', 1);
      expect(kinds(earlier.trail)).toEqual(['conversation.boomeranged']);
      const first = await desk.store.messagesBefore(BOBS, 'first-note', 10);
      expect(kinds(first.trail)).toEqual(['conversation.claimed']);
    });

    it('is known to a bulk act that has done something to it', async () => {
      for (const id of ['carol', 'dave']) await keep(desk.store, [contactCreated(id), opened(id)]);
      const inBulk = (bulkId: string, id: string, kind: 'claimed' | 'released') =>
        desk.store.commit({
          actor: system,
          cause: `bulk:${bulkId}`,
          expect: [],
          entries: [
            kind === 'claimed'
              ? stateChanged('conversation.claimed', id, NEW, OWNED)
              : stateChanged('conversation.released', id, OWNED, NEW),
          ],
        });
      const first = await inBulk('one', 'carol', 'claimed');
      await inBulk('other', 'carol', 'released');
      await keep(desk.store, [stateChanged('conversation.claimed', 'carol', NEW, OWNED)]);
      const second = await inBulk('one', 'dave', 'claimed');
      const [{ revision: atFirst = 0 } = {}] = first;
      const [{ revision: atSecond = 0 } = {}] = second;
      const acts = [
        { conversationId: 'conversation-carol', revision: atFirst },
        { conversationId: 'conversation-dave', revision: atSecond },
      ];
      expect(await desk.store.actsOfBulk('one', 0, 10)).toEqual(acts);
      expect(await desk.store.actsOfBulk('one', 0, 1)).toEqual(acts.slice(0, 1));
      expect(await desk.store.actsOfBulk('one', atFirst, 10)).toEqual(acts.slice(1));
      expect(await desk.store.actsOfBulk('none', 0, 10)).toEqual([]);
      expect(await desk.store.entriesOfBulk('one', 0, 10)).toEqual([...first, ...second]);
      expect(await desk.store.entriesOfBulk('one', atFirst, 10)).toEqual(second);
      expect(await desk.store.entriesOfBulk('none', 0, 10)).toEqual([]);
    });

    it('answers a message that arrives again with its first receipt', async () => {
      await keep(desk.store, bobWrites());
      expect(await desk.store.receipt('api', 'external-message-1')).toStrictEqual({
        contactId: 'bob',
        conversationId: BOBS,
        messageId: 'message-1',
        refused: [{ attribute: 'city', message: 'City is managed by agents.' }],
      });
      expect(await desk.store.receipt('chat', 'external-message-1')).toBeNull();
      expect(await desk.store.receipt('api', 'external-message-2')).toBeNull();
      await expect(
        keep(desk.store, [received('bob', 'message-2', 'Hello', 'external-message-1')]),
      ).rejects.toMatchObject({ code: 'conflict', field: 'externalMessageId' });
    });

    it('is listed once resolved, last activity first', async () => {
      const resolvedAt = { a: NOON + 1, b: NOON + 3, c: NOON + 2, d: NOON + 2 };
      for (const [id, lastActivityAt] of Object.entries(resolvedAt)) {
        await keep(desk.store, [
          contactCreated(id),
          opened(id),
          stateChanged('conversation.statusChanged', id, NEW, { ...RESOLVED, lastActivityAt }),
        ]);
      }
      await keep(desk.store, bobWrites());
      const { total, conversations } = await desk.store.resolvedConversations({
        offset: 1,
        limit: 2,
      });
      expect(total).toBe(4);
      expect(conversations.map(({ contactId }) => contactId)).toEqual(['d', 'c']);
      const all = await desk.store.resolvedConversations({ offset: 0, limit: 10 });
      expect(all.conversations.map(({ contactId }) => contactId)).toEqual(['b', 'd', 'c', 'a']);
    });
  });
}
