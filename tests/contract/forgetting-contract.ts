import { describe, expect, it } from 'vitest';
import type { EntryDraft } from '@/lib/desk/entry';
import { newId } from '@/lib/desk/ids';
import {
  ADA,
  bobWrites,
  contactCreated,
  draftFor,
  keep,
  NOON,
  noted,
  opened,
  received,
  replied,
  valuesChanged,
  written,
} from './facts-of-a-desk';
import type { OpenStore } from './opened-store';
import { openedStore } from './opened-store';
import { snapshotOf } from './snapshot-of';

const forgets = (contactId: string): EntryDraft => ({
  kind: 'contact.forgotten',
  body: { contactId, namespace: 'desk', conversationIds: [`conversation-${contactId}`] },
});

/** Contacts that are deleted for good. */
export function describeForgetting(open: OpenStore): void {
  describe('a contact that is forgotten', () => {
    const desk = openedStore(open, { foundation: true });
    const file = { id: newId(NOON), name: 'a.txt', type: 'text/plain', bytes: 5 };

    async function bobAndCarol(): Promise<void> {
      await keep(desk.store, [
        ...bobWrites(),
        valuesChanged('bob', { city: written('Rome'), vip: written(true) }),
        noted('bob', 'message-2', 'Call @Ada', [{ id: ADA.id, name: ADA.name }]),
      ]);
      await desk.store.keepUpload({
        ...file,
        uploaderId: ADA.id,
        messageId: null,
        uploadedAt: NOON,
      });
      await keep(desk.store, [
        replied('bob', 'message-3', 'Hello Bob', [file]),
        contactCreated('carol'),
        valuesChanged('carol', { city: written('Oslo') }),
        opened('carol'),
        received('carol', 'message-4', 'Hello'),
      ]);
      for (const whom of ['bob', 'carol'])
        await desk.store.keepDraft(draftFor(whom, { reply: `Dear ${whom}` }));
      await desk.store.keepSight({
        personId: ADA.id,
        conversationId: 'conversation-bob',
        revision: 1,
      });
    }

    it('is told with what belongs to it, counted', async () => {
      await bobAndCarol();
      expect(await desk.store.belongingsOf('bob')).toEqual({
        values: 2,
        conversations: 1,
        messages: 3,
        drafts: 1,
        entries: 6,
        fileIds: [file.id],
      });
      expect(await desk.store.belongingsOf('nobody')).toEqual({
        values: 0,
        conversations: 0,
        messages: 0,
        drafts: 0,
        entries: 0,
        fileIds: [],
      });
    });

    it('takes all of it along, and leaves what is somebody else’s', async () => {
      await bobAndCarol();
      await keep(desk.store, [forgets('bob')]);
      expect(await desk.store.contact('bob')).toBeNull();
      expect(await desk.store.contactByExternalId('desk', 'bob')).toBeNull();
      expect(await desk.store.conversation('conversation-bob')).toBeNull();
      expect(await desk.store.message('message-1')).toBeNull();
      expect(await desk.store.receipt('api', 'external-message-1')).toBeNull();
      expect(await desk.store.upload(file.id)).toBeNull();
      expect(await desk.store.draftsOf(ADA.id)).toEqual([
        draftFor('carol', { reply: 'Dear carol' }),
      ]);
      expect(await desk.store.unreadIn('conversation-bob')).toEqual([]);
      const place = { place: null, limit: 10 };
      expect((await desk.store.historyOfContact('bob', place)).entries).toEqual([]);
      expect(await desk.store.belongingsOf('bob')).toMatchObject({ entries: 0 });
      expect(await desk.store.countValues('city')).toBe(1);
      const { contacts } = await snapshotOf(desk.store);
      expect(contacts.map(({ id }) => id)).toEqual(['carol']);
      expect(await desk.store.message('message-4')).toMatchObject({ text: 'Hello' });
    });

    it('is somebody new when they come again', async () => {
      await bobAndCarol();
      await keep(desk.store, [forgets('bob')]);
      await keep(desk.store, [contactCreated('bob-again', 'bob')]);
      const again = await desk.store.contactByExternalId('desk', 'bob');
      expect(again).toMatchObject({ id: 'bob-again', values: {} });
    });

    it('is refused where it has changed meanwhile, and the second time', async () => {
      await bobAndCarol();
      const bob = await desk.store.contact('bob');
      const expectation = { kind: 'contact' as const, id: 'bob', revision: bob?.revision ?? 0 };
      await keep(desk.store, [valuesChanged('bob', { city: written('Paris') })]);
      const conflict = expect.objectContaining({ code: 'conflict' });
      await expect(keep(desk.store, [forgets('bob')], { expect: [expectation] })).rejects.toThrow(
        conflict,
      );
      expect(await desk.store.contact('bob')).not.toBeNull();
      await keep(desk.store, [forgets('bob')]);
      await expect(keep(desk.store, [forgets('bob')])).rejects.toThrow(conflict);
    });
  });
}
