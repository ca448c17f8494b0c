import { describe, expect, it } from 'vitest';
import type { EntryDraft, SavedViewInJournal } from '@/lib/desk/entry';
import type { SavedView } from '@/lib/desk/facts';
import { ADA, FOUNDATION, importer, keep, NOON } from './facts-of-a-desk';
import type { OpenStore } from './opened-store';
import { openedStore } from './opened-store';
import { snapshotOf } from './snapshot-of';

const conflict = expect.objectContaining({ name: 'DeskError', code: 'conflict' });

const VIPS: SavedView = {
  id: 'view-vips',
  name: 'VIPs',
  ownerId: null,
  filter: { segments: ['vip'], match: 'any', status: 'new' },
  order: 'priority',
  columns: ['preview', 'waiting'],
  position: 0,
};
const LATE: SavedView = { ...VIPS, id: 'view-late', name: 'Late', order: 'oldest', position: 1 };
const OWN: SavedView = { ...VIPS, id: 'view-own', ownerId: ADA.id, columns: [] };

const marked = (view: SavedView): SavedViewInJournal =>
  view.ownerId === null ? view : { id: view.id, ownerId: view.ownerId };
const saved = (before: SavedView | null, after: SavedView): EntryDraft => ({
  kind: 'savedView.saved',
  body: { before: before && marked(before), after: marked(after) },
  secret: { view: after },
});
const deleted = (before: SavedView): EntryDraft => ({
  kind: 'savedView.deleted',
  body: { before: marked(before) },
});

/** Saved views. */
export function describeSavedViews(open: OpenStore): void {
  describe('saved views', () => {
    const desk = openedStore(open, { foundation: true });
    const namesOf = async (ownerId: string | null) =>
      (await desk.store.savedViews(ownerId)).map(({ name }) => name);

    it('are kept with who changed them last, and when', async () => {
      expect(await desk.store.savedViews(null)).toEqual([]);
      const [made] = await keep(desk.store, [saved(null, VIPS)]);
      const kept = { ...VIPS, changedBy: 'Ada', changedAt: NOON, revision: made?.revision };
      expect(await desk.store.savedView(VIPS.id)).toStrictEqual(kept);
      desk.time.now = NOON + 1_000;
      const after: SavedView = { ...VIPS, name: 'All VIPs', filter: {}, columns: [] };
      const [change] = await keep(desk.store, [saved(VIPS, after)], { actor: importer });
      expect(await desk.store.savedView(VIPS.id)).toStrictEqual({
        ...after,
        changedBy: 'Import',
        changedAt: NOON + 1_000,
        revision: change?.revision,
      });
    });

    it('are given to whom they belong, in their order, also after the store was closed', async () => {
      await keep(desk.store, [saved(null, LATE), saved(null, VIPS), saved(null, OWN)]);
      expect(await namesOf(null)).toEqual(['VIPs', 'Late']);
      expect(await desk.store.savedViews(ADA.id)).toMatchObject([OWN]);
      expect(await namesOf('person-nobody')).toEqual([]);
      const again = await desk.reopen();
      expect(await again.savedViews(null)).toMatchObject([VIPS, LATE]);
      expect(await again.savedViews(ADA.id)).toMatchObject([OWN]);
    });

    it('say in the journal nothing of what one person keeps', async () => {
      const [entry] = await keep(desk.store, [saved(null, OWN)]);
      const revision = entry?.revision ?? 0;
      const [kept] = await desk.store.entriesAfter(revision - 1, 1);
      expect(kept).toStrictEqual(entry);
      expect(JSON.stringify(kept)).not.toContain(OWN.name);
    });

    it('are no part of the catalogue: rows are not judged by them', async () => {
      await keep(desk.store, [saved(null, VIPS), deleted(VIPS)]);
      const { catalogue, revision } = await snapshotOf(desk.store);
      expect(revision).toBe(FOUNDATION.length + 2);
      expect(catalogue.revision).toBe(FOUNDATION.length);
    });

    it('get other places without being changed', async () => {
      const [made] = await keep(desk.store, [saved(null, VIPS), saved(null, LATE)]);
      const before = [VIPS.id, LATE.id];
      const after = [LATE.id, VIPS.id];
      await keep(desk.store, [
        { kind: 'savedViews.reordered', body: { ownerId: null, before, after } },
      ]);
      expect(await namesOf(null)).toEqual(['Late', 'VIPs']);
      expect(await desk.store.savedView(VIPS.id)).toMatchObject({ revision: made?.revision });
      const gone = { ownerId: null, before, after: ['view-gone'] };
      await expect(
        keep(desk.store, [{ kind: 'savedViews.reordered', body: gone }]),
      ).rejects.toEqual(conflict);
    });

    it('are gone once deleted, and then neither saved nor deleted', async () => {
      await keep(desk.store, [saved(null, VIPS), saved(null, OWN), deleted(VIPS)]);
      expect(await desk.store.savedView(VIPS.id)).toBeNull();
      expect(await namesOf(null)).toEqual([]);
      expect(await namesOf(ADA.id)).toEqual(['VIPs']);
      await expect(keep(desk.store, [saved(VIPS, VIPS)])).rejects.toEqual(conflict);
      await expect(keep(desk.store, [deleted(VIPS)])).rejects.toEqual(conflict);
    });

    it('have names of their own among the shared ones, and among those of each person', async () => {
      await keep(desk.store, [saved(null, VIPS), saved(null, OWN), saved(null, LATE)]);
      const taken = { code: 'conflict', field: 'name' };
      const twin = { ...VIPS, id: 'view-twin', name: 'VIPS' };
      await expect(keep(desk.store, [saved(null, twin)])).rejects.toMatchObject(taken);
      await expect(
        keep(desk.store, [saved(null, { ...twin, ownerId: ADA.id })]),
      ).rejects.toMatchObject(taken);
      await expect(
        keep(desk.store, [saved(LATE, { ...LATE, name: 'vips' })]),
      ).rejects.toMatchObject(taken);
      await keep(desk.store, [saved(null, { ...twin, ownerId: 'person-bea' })]);
    });

    it('are saved by one of two who change the same at once', async () => {
      const none = { kind: 'savedView', id: VIPS.id, revision: 0 } as const;
      const [made] = await keep(desk.store, [saved(null, VIPS)], { expect: [none] });
      const seen = { ...none, revision: made?.revision ?? 0 };
      const edits = await Promise.allSettled(
        ['one', 'two'].map((name) =>
          keep(desk.store, [saved(VIPS, { ...VIPS, name })], { expect: [seen] }),
        ),
      );
      expect(edits.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
      expect(await desk.store.savedView(VIPS.id)).toMatchObject({ name: 'one' });
      await expect(keep(desk.store, [deleted(VIPS)], { expect: [seen] })).rejects.toEqual(conflict);
    });
  });
}
