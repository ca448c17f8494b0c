import { describe, expect, it } from 'vitest';
import type { EntryDraft } from '@/lib/desk/entry';
import { contactCreated, keep } from './facts-of-a-desk';
import type { OpenStore } from './opened-store';
import { openedStore } from './opened-store';

const conflict = expect.objectContaining({ name: 'DeskError', code: 'conflict' });

const advanced = (contactId: string, versions: Record<string, number>): EntryDraft => ({
  kind: 'crmStanding.versionsAdvanced',
  body: { contactId, versions },
});

/** Where contacts stand with the CRM. */
export function describeCrm(open: OpenStore): void {
  describe('the standing of a contact with the CRM', () => {
    const desk = openedStore(open, { foundation: true });

    it('is none until the CRM has said something', async () => {
      await keep(desk.store, [contactCreated('bob')]);
      expect(await desk.store.crmStanding('bob')).toBeNull();
    });

    it('keeps the newest version of each attribute, also after the store was closed and opened', async () => {
      await keep(desk.store, [contactCreated('bob'), advanced('bob', { city: 3 })]);
      const microseconds = 1_772_444_123_456_789;
      const [, last] = await keep(desk.store, [
        advanced('bob', { constructor: 7 }),
        advanced('bob', { city: microseconds }),
      ]);
      const again = await desk.reopen();
      expect(await again.crmStanding('bob')).toStrictEqual({
        contactId: 'bob',
        versions: { city: microseconds, constructor: 7 },
        revision: last?.revision,
      });
    });

    it('is changed by one of two who change it at once', async () => {
      await keep(desk.store, [contactCreated('bob')]);
      const asNew = { kind: 'crmStanding', id: 'bob', revision: 0 } as const;
      const both = [1, 2].map((version) =>
        keep(desk.store, [advanced('bob', { city: version })], { expect: [asNew] }),
      );
      const statuses = (await Promise.allSettled(both)).map(({ status }) => status);
      expect(statuses).toEqual(['fulfilled', 'rejected']);
      expect((await desk.store.crmStanding('bob'))?.versions).toEqual({ city: 1 });
    });

    it('is of a contact that exists', async () => {
      await expect(keep(desk.store, [advanced('nobody', { city: 1 })])).rejects.toEqual(conflict);
    });
  });
}
