import { describe, expect, it } from 'vitest';
import type { EntryDraft } from '@/lib/desk/entry';
import type { CannedReply } from '@/lib/desk/facts';
import { FOUNDATION, importer, keep, NOON } from './facts-of-a-desk';
import type { OpenStore } from './opened-store';
import { openedStore } from './opened-store';
import { snapshotOf } from './snapshot-of';

const conflict = expect.objectContaining({ name: 'DeskError', code: 'conflict' });

const HELLO: CannedReply = { id: 'canned-hello', title: 'Hello', text: 'Hello {{name|there}}\n—' };
const BYE: CannedReply = { id: 'canned-bye', title: 'Bye', text: 'Bye' };

const saved = (before: CannedReply | null, after: CannedReply): EntryDraft => ({
  kind: 'cannedReply.saved',
  body: { before, after },
});
const deleted = (before: CannedReply): EntryDraft => ({
  kind: 'cannedReply.deleted',
  body: { before },
});

/** Canned replies. */
export function describeCannedReplies(open: OpenStore): void {
  describe('canned replies', () => {
    const desk = openedStore(open, { foundation: true });

    it('are kept with who changed them last, and when', async () => {
      expect(await desk.store.cannedReplies()).toEqual([]);
      const [made] = await keep(desk.store, [saved(null, HELLO)]);
      const kept = { ...HELLO, changedBy: 'Ada', changedAt: NOON, revision: made?.revision };
      expect(await desk.store.cannedReply(HELLO.id)).toStrictEqual(kept);
      desk.time.now = NOON + 1_000;
      const after = { ...HELLO, title: 'Hi', text: 'Hi {{name}}' };
      const [change] = await keep(desk.store, [saved(HELLO, after)], { actor: importer });
      expect(await desk.store.cannedReply(HELLO.id)).toStrictEqual({
        ...after,
        changedBy: 'Import',
        changedAt: NOON + 1_000,
        revision: change?.revision,
      });
    });

    it('are given by id, and again after the store was closed and opened', async () => {
      await keep(desk.store, [saved(null, HELLO), saved(null, BYE)]);
      const replies = await desk.store.cannedReplies();
      expect(replies.map(({ id }) => id)).toEqual([BYE.id, HELLO.id]);
      const again = await desk.reopen();
      expect(await again.cannedReplies()).toStrictEqual(replies);
    });

    it('are no part of the catalogue: rows are not judged by them', async () => {
      await keep(desk.store, [saved(null, HELLO), deleted(HELLO)]);
      const { catalogue, revision } = await snapshotOf(desk.store);
      expect(revision).toBe(FOUNDATION.length + 2);
      expect(catalogue.revision).toBe(FOUNDATION.length);
    });

    it('are gone once deleted, and then neither saved nor deleted', async () => {
      await keep(desk.store, [saved(null, HELLO), saved(null, BYE), deleted(HELLO)]);
      expect(await desk.store.cannedReply(HELLO.id)).toBeNull();
      expect((await desk.store.cannedReplies()).map(({ id }) => id)).toEqual([BYE.id]);
      await expect(keep(desk.store, [saved(HELLO, HELLO)])).rejects.toEqual(conflict);
      await expect(keep(desk.store, [deleted(HELLO)])).rejects.toEqual(conflict);
    });

    it('have titles of their own, however they are written', async () => {
      await keep(desk.store, [saved(null, HELLO), saved(null, BYE)]);
      const taken = { code: 'conflict', field: 'title' };
      const twin = { ...BYE, id: 'canned-twin', title: 'HELLO' };
      await expect(keep(desk.store, [saved(null, twin)])).rejects.toMatchObject(taken);
      await expect(
        keep(desk.store, [saved(BYE, { ...BYE, title: 'hello' })]),
      ).rejects.toMatchObject(taken);
      await expect(keep(desk.store, [saved(null, HELLO)])).rejects.toEqual(conflict);
    });

    it('are saved by one of two who change the same at once', async () => {
      const none = { kind: 'cannedReply', id: HELLO.id, revision: 0 } as const;
      const [made] = await keep(desk.store, [saved(null, HELLO)], { expect: [none] });
      const seen = { ...none, revision: made?.revision ?? 0 };
      const edits = await Promise.allSettled(
        ['one', 'two'].map((text) =>
          keep(desk.store, [saved(HELLO, { ...HELLO, text })], { expect: [seen] }),
        ),
      );
      expect(edits.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
      expect(await desk.store.cannedReply(HELLO.id)).toMatchObject({ text: 'one' });
      await expect(keep(desk.store, [deleted(HELLO)], { expect: [seen] })).rejects.toEqual(
        conflict,
      );
      await expect(keep(desk.store, [saved(null, BYE)], { expect: [none] })).rejects.toEqual(
        conflict,
      );
    });
  });
}
