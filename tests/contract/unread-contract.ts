import { describe, expect, it } from 'vitest';
import type { Unread } from '@/lib/desk/facts';
import {
  ADA,
  about,
  bobWrites,
  keep,
  NEW,
  noted,
  OWNED,
  RESOLVED,
  received,
  replied,
  stateChanged,
} from './facts-of-a-desk';
import { type OpenStore, openedStore } from './opened-store';

const BOBS = 'conversation-bob';
const CY = { id: 'person-cy', name: 'Cy' };
const DI = { kind: 'person', id: 'person-di', name: 'Di' } as const;
const nothing = {
  owned: false,
  looked: false,
  messages: 0,
  firstMessageId: null,
  mentioned: false,
  assigned: false,
};
const unread = (personId: string, more: Partial<Unread>): Unread => ({
  ...nothing,
  personId,
  conversationId: BOBS,
  ...more,
});

/** How far people have looked, and what they have not looked at. */
export function describeUnread(open: OpenStore): void {
  describe('what somebody has not looked at', () => {
    const desk = openedStore(open, { foundation: true });
    const head = async () => (await desk.store.head()).revision;
    const look = (personId: string, revision: number) =>
      desk.store.keepSight({ personId, conversationId: BOBS, revision });

    it('is what others wrote since they looked, also after the store was closed and opened', async () => {
      await keep(desk.store, bobWrites());
      expect(await desk.store.unreadOf(CY.id)).toEqual([]);
      expect(await look(CY.id, await head())).toBe(true);
      expect(await desk.store.unreadOf(CY.id)).toEqual([]);
      await keep(desk.store, [replied('bob', 'by-ada', 'Hello')]);
      await keep(desk.store, [received('bob', 'message-2', 'Thanks')]);
      const cys = unread(CY.id, { looked: true, messages: 2, firstMessageId: 'by-ada' });
      // A reply of hers is nothing new to Ada, who has it now and never looked.
      const adas = unread(ADA.id, { owned: true, messages: 2, firstMessageId: 'message-1' });
      expect(await desk.store.unreadOf(CY.id)).toStrictEqual([cys]);
      await keep(desk.store, [stateChanged('conversation.claimed', 'bob', NEW, OWNED)]);
      expect(await desk.store.unreadIn(BOBS)).toStrictEqual([adas, cys]);
      const again = await desk.reopen();
      expect(await again.unreadOf(CY.id)).toStrictEqual([cys]);
      expect(await again.unreadOf(ADA.id)).toStrictEqual([adas]);
    });

    it('is nothing once they looked, and nobody unsees', async () => {
      await keep(desk.store, bobWrites());
      const first = await head();
      await keep(desk.store, [noted('bob', 'note-1', 'Careful')]);
      await look(CY.id, first);
      expect(await desk.store.unreadOf(CY.id)).toHaveLength(1);
      expect(await look(CY.id, await head())).toBe(true);
      expect(await look(CY.id, await head())).toBe(false);
      expect(await look(CY.id, first)).toBe(false);
      expect(await desk.store.unreadOf(CY.id)).toEqual([]);
    });

    it('is a mention by somebody else, until they looked, also once it is resolved', async () => {
      await keep(desk.store, bobWrites());
      await keep(desk.store, [noted('bob', 'note-1', '@Cy', [CY])]);
      await keep(desk.store, [noted('bob', 'note-2', '@Ada', [ADA])]);
      await keep(desk.store, [stateChanged('conversation.statusChanged', 'bob', OWNED, RESOLVED)]);
      const mentioned = { mentioned: true, messages: 3, firstMessageId: 'message-1' };
      expect(await desk.store.unreadOf(CY.id)).toStrictEqual([unread(CY.id, mentioned)]);
      expect(await desk.store.unreadOf(ADA.id)).toEqual([]);
      await look(CY.id, await head());
      expect(await desk.store.unreadIn(BOBS)).toStrictEqual([unread(CY.id, { looked: true })]);
    });

    it('is a conversation that somebody else gave them, until they looked or it is not theirs', async () => {
      await keep(desk.store, bobWrites());
      const give = (ownerId: string | null, before = NEW) =>
        keep(
          desk.store,
          [
            {
              kind: 'conversation.assigned',
              body: about('bob', before, { ...NEW, ownerId }),
              personal: { note: null },
            },
          ],
          { actor: DI },
        );
      await give(CY.id);
      const given = { owned: true, assigned: true, messages: 1, firstMessageId: 'message-1' };
      expect(await desk.store.unreadOf(CY.id)).toStrictEqual([unread(CY.id, given)]);
      await look(CY.id, await head());
      expect(await desk.store.unreadOf(CY.id)).toEqual([]);
      await give(DI.id, { ...NEW, ownerId: CY.id });
      await give(CY.id, { ...NEW, ownerId: DI.id });
      expect(await desk.store.unreadOf(CY.id)).toMatchObject([{ assigned: true, messages: 0 }]);
      // Whoever takes it was not given it.
      expect(await desk.store.unreadOf(DI.id)).toEqual([]);
      await give(null, { ...NEW, ownerId: CY.id });
      expect(await desk.store.unreadOf(CY.id)).toEqual([]);
    });

    it('is kept without a revision, and of no conversation that is not there', async () => {
      await keep(desk.store, bobWrites());
      const before = await desk.store.head();
      await look(CY.id, before.revision);
      expect(await desk.store.head()).toEqual(before);
      await expect(
        desk.store.keepSight({ personId: CY.id, conversationId: 'none', revision: 1 }),
      ).rejects.toMatchObject({ code: 'conflict' });
    });
  });
}
