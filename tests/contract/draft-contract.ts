import { describe, expect, it } from 'vitest';
import { ADA, bobWrites, contactCreated, draftFor, keep, NOON, opened } from './facts-of-a-desk';
import type { OpenStore } from './opened-store';
import { openedStore } from './opened-store';

const conflict = expect.objectContaining({ name: 'DeskError', code: 'conflict' });

const HELLO = draftFor('bob', { reply: 'Hello  Bob,\n😀', note: 'Ask Kim', after: 'message-1' });

/** Drafts, and with them whatever belongs to one person alone. */
export function describeDrafts(open: OpenStore): void {
  describe('a draft', () => {
    const desk = openedStore(open, { foundation: true });

    it('is kept for its person and conversation, also after the store was closed and opened', async () => {
      await keep(desk.store, bobWrites());
      expect(await desk.store.draft(ADA.id, HELLO.conversationId)).toBeNull();
      expect(await desk.store.keepDraft(HELLO)).toBe(true);
      expect(await desk.store.draft(ADA.id, HELLO.conversationId)).toStrictEqual(HELLO);
      const again = await desk.reopen();
      expect(await again.draftsOf(ADA.id)).toStrictEqual([HELLO]);
    });

    it('is one person’s: another has their own there, or none', async () => {
      await keep(desk.store, [...bobWrites(), contactCreated('carol'), opened('carol')]);
      const later = draftFor('carol', { note: 'Later', mode: 'note', writtenAt: NOON + 1 });
      const kims = { ...HELLO, personId: 'person-kim', reply: 'Kim here' };
      for (const draft of [HELLO, later, kims]) await desk.store.keepDraft(draft);
      expect(await desk.store.draftsOf(ADA.id)).toStrictEqual([later, HELLO]);
      expect(await desk.store.draftsOf('person-kim')).toStrictEqual([kims]);
      expect(await desk.store.draftsOf('person-sam')).toEqual([]);
    });

    it('gives way to what was written after it, and to nothing written before', async () => {
      await keep(desk.store, bobWrites());
      const newer = { ...HELLO, reply: 'Dear Bob', mode: 'note' as const, writtenAt: NOON + 2 };
      const older = { ...HELLO, reply: 'Hi', writtenAt: NOON + 1 };
      await desk.store.keepDraft(HELLO);
      expect(await desk.store.keepDraft(newer)).toBe(true);
      expect(await desk.store.keepDraft(older)).toBe(false);
      expect(await desk.store.keepDraft({ ...older, reply: '', note: '' })).toBe(false);
      expect(await desk.store.draftsOf(ADA.id)).toStrictEqual([newer]);
    });

    it('is gone once both its texts are empty', async () => {
      await keep(desk.store, bobWrites());
      const emptied = { ...HELLO, reply: '', note: '', writtenAt: NOON + 1 };
      expect(await desk.store.keepDraft(emptied)).toBe(false);
      await desk.store.keepDraft(HELLO);
      await desk.store.keepDraft({ ...HELLO, reply: '' });
      expect(await desk.store.draftsOf(ADA.id)).toStrictEqual([{ ...HELLO, reply: '' }]);
      expect(await desk.store.keepDraft(emptied)).toBe(true);
      expect(await desk.store.draftsOf(ADA.id)).toEqual([]);
    });

    it('is no fact: neither a revision nor an entry comes of it', async () => {
      await keep(desk.store, bobWrites());
      const before = await desk.store.head();
      await desk.store.keepDraft(HELLO);
      expect(await desk.store.head()).toEqual(before);
      expect(await desk.store.entriesAfter(before.revision, 10)).toEqual([]);
      const [next] = await keep(desk.store, [contactCreated('carol')]);
      expect(next?.revision).toBe(before.revision + 1);
    });

    it('is refused for a conversation that is not there, and what waits beside it is kept', async () => {
      await keep(desk.store, bobWrites());
      const { revision } = await desk.store.head();
      const ends = await Promise.allSettled([
        keep(desk.store, [contactCreated('carol')]),
        desk.store.keepDraft(draftFor('nobody', { reply: 'Hello?' })),
        desk.store.keepDraft(HELLO),
        keep(desk.store, [contactCreated('carol')]),
        keep(desk.store, [contactCreated('dave')]),
      ]);
      expect(ends.map(({ status }) => status)).toEqual([
        'fulfilled',
        'rejected',
        'fulfilled',
        'rejected',
        'fulfilled',
      ]);
      expect(ends[1]).toMatchObject({ reason: conflict });
      expect((await desk.store.head()).revision).toBe(revision + 2);
      expect(await desk.store.draftsOf(ADA.id)).toStrictEqual([HELLO]);
    });

    it('is kept in the order it was asked for, whatever is committed meanwhile', async () => {
      await keep(desk.store, bobWrites());
      await Promise.all(
        Array.from({ length: 30 }, async (_, n) => {
          const commit = keep(desk.store, [contactCreated(`contact-${n}`)]);
          await desk.store.keepDraft({ ...HELLO, reply: `Draft ${n}` });
          await commit;
        }),
      );
      expect(await desk.store.draftsOf(ADA.id)).toStrictEqual([{ ...HELLO, reply: 'Draft 29' }]);
      expect(await desk.store.countContacts()).toBe(31);
    });
  });
}
