import { describe, expect, it } from 'vitest';
import type { CrmLookup } from '@/lib/desk/crm';
import type { EntryDraft } from '@/lib/desk/entry';
import { contactCreated, keep, NOON } from './facts-of-a-desk';
import type { OpenStore } from './opened-store';
import { openedStore } from './opened-store';

const conflict = expect.objectContaining({ name: 'DeskError', code: 'conflict' });

const advanced = (contactId: string, versions: Record<string, number>): EntryDraft => ({
  kind: 'crmStanding.versionsAdvanced',
  body: { contactId, versions },
});

const lookup = (changes: Partial<CrmLookup>) => ({
  askId: 'ask-1',
  askedAt: NOON,
  dueAt: null,
  failures: 0,
  answeredAt: null,
  isKnown: null,
  stale: [],
  ...changes,
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
        lookup: null,
        revision: last?.revision,
      });
    });

    it('knows how the contact was looked up, beside the versions', async () => {
      await keep(desk.store, [contactCreated('bob'), advanced('bob', { city: 3 })]);
      const after = lookup({ dueAt: NOON + 5, failures: 2 });
      const personal = { key: 'b', problem: 'It answered with 503.', refused: [] };
      const body = { contactId: 'bob', after };
      const [entry] = await keep(desk.store, [{ kind: 'crmLookup.failed', body, personal }]);
      await keep(desk.store, [advanced('bob', { vip: 1 })]);
      const again = await desk.reopen();
      expect(await again.crmStanding('bob')).toMatchObject({
        versions: { city: 3, vip: 1 },
        lookup: { ...after, ...personal },
      });
      expect(entry?.body).toEqual(body);
    });

    it('says which lookups are due, the first due first', async () => {
      const dueAt = { ann: NOON + 3, bob: NOON + 1, cas: null, dan: NOON + 9 };
      for (const [contactId, at] of Object.entries(dueAt)) {
        const body = { contactId, after: lookup({ dueAt: at }) };
        const personal = { key: null, problem: null, refused: [] };
        await keep(desk.store, [
          contactCreated(contactId),
          { kind: 'crmLookup.asked', body, personal },
        ]);
      }
      expect(await desk.store.lookupsDue(NOON + 3, 10)).toEqual(['bob', 'ann']);
      expect(await desk.store.lookupsDue(NOON + 9, 2)).toEqual(['bob', 'ann']);
      const body = { contactId: 'bob', after: lookup({ dueAt: null, answeredAt: NOON }) };
      const personal = { key: null, problem: null, refused: [] };
      await keep(desk.store, [{ kind: 'crmLookup.answered', body, personal }]);
      const again = await desk.reopen();
      expect(await again.lookupsDue(NOON + 3, 10)).toEqual(['ann']);
    });

    it('is found by what the CRM was asked by', async () => {
      for (const [contactId, key] of Object.entries({ ann: 'k-1', bob: 'k-1', cas: 'k-2' })) {
        const body = { contactId, after: lookup({ answeredAt: NOON }) };
        const personal = { key, problem: null, refused: [] };
        await keep(desk.store, [
          contactCreated(contactId),
          { kind: 'crmLookup.answered', body, personal },
        ]);
      }
      expect(await desk.store.contactsByCrmKey('k-1')).toEqual(['ann', 'bob']);
      expect(await desk.store.contactsByCrmKey('k-3')).toEqual([]);
    });

    it('remembers a push for a week, and refuses it a second time', async () => {
      const pushed = (webhookId: string): EntryDraft => ({
        kind: 'crmPush.received',
        body: { contactId: 'bob', webhookId, stale: ['city'] },
        personal: { refused: [{ attribute: 'vip', message: 'VIP is managed by agents.' }] },
      });
      await keep(desk.store, [contactCreated('bob'), pushed('p-1')]);
      await expect(keep(desk.store, [pushed('p-1')])).rejects.toEqual(conflict);
      const again = await desk.reopen();
      expect(await again.crmPushReceipt('p-1', 'bob')).toEqual({
        stale: ['city'],
        refused: [{ attribute: 'vip', message: 'VIP is managed by agents.' }],
      });
      expect(await again.crmPushReceipt('p-1', 'ann')).toBeNull();
      desk.time.now = NOON + 7 * 24 * 3_600_000 + 1;
      await keep(again, [pushed('p-2')]);
      expect(await again.crmPushReceipt('p-1', 'bob')).toBeNull();
      expect(await again.crmPushReceipt('p-2', 'bob')).not.toBeNull();
    });

    it('goes with its contact', async () => {
      const body = { contactId: 'bob', after: lookup({ dueAt: NOON }) };
      const personal = { key: 'bob@example.com', problem: null, refused: [] };
      await keep(desk.store, [
        contactCreated('bob'),
        { kind: 'crmLookup.asked', body, personal },
        {
          kind: 'crmPush.received',
          body: { contactId: 'bob', webhookId: 'p-1', stale: [] },
          personal: { refused: [] },
        },
      ]);
      const forgotten = { contactId: 'bob', namespace: 'desk', conversationIds: [] };
      await keep(desk.store, [{ kind: 'contact.forgotten', body: forgotten }]);
      expect(await desk.store.crmStanding('bob')).toBeNull();
      expect(await desk.store.lookupsDue(NOON, 10)).toEqual([]);
      expect(await desk.store.contactsByCrmKey('bob@example.com')).toEqual([]);
      expect(await desk.store.crmPushReceipt('p-1', 'bob')).toBeNull();
      const entries = await desk.store.entriesAfter(0, 100);
      expect(JSON.stringify(entries)).not.toContain('bob@example.com');
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
