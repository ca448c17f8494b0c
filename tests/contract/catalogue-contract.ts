import { describe, expect, it } from 'vitest';
import type { CrmConnection } from '@/lib/desk/crm';
import type { EntryDraft } from '@/lib/desk/entry';
import type { Person } from '@/lib/desk/facts';
import { type Segment, VIP_SEGMENT } from '@/lib/segments/segment';
import {
  ADA,
  ATTRIBUTES,
  attribute,
  contactCreated,
  FOUNDATION,
  importer,
  keep,
  NOON,
  valuesChanged,
  written,
} from './facts-of-a-desk';
import type { OpenStore } from './opened-store';
import { openedStore } from './opened-store';
import { snapshotOf } from './snapshot-of';

const conflict = expect.objectContaining({ name: 'DeskError', code: 'conflict' });

const ROMANS: Segment = {
  id: 'segment-romans',
  name: 'Romans',
  join: 'any',
  conditions: [
    { attribute: 'city', operator: 'anyOf', operand: ['Rome', 'Roma'] },
    { attribute: 'city', operator: 'notEmpty' },
  ],
};
const CRM: CrmConnection = {
  enabled: true,
  url: 'https://crm.example/lookup',
  keyAttribute: null,
  versionPath: 'updatedAt',
  fields: [{ path: 'tier', attribute: 'city' }],
  push: null,
  channels: ['api'],
  timeoutMs: 5_000,
  freshMinutes: 60,
};
const saved = (before: Segment | null, after: Segment): EntryDraft => ({
  kind: 'segment.saved',
  body: { before, after },
});

/** Attributes, segments, prioritization, settings, channels and people. */
export function describeCatalogue(open: OpenStore): void {
  describe('the catalogue', () => {
    const desk = openedStore(open, { foundation: true });
    const catalogue = async () => (await snapshotOf(desk.store)).catalogue;

    it('is made through entries alone', async () => {
      expect(await catalogue()).toStrictEqual({
        revision: FOUNDATION.length,
        attributes: ATTRIBUTES,
        segments: [{ ...VIP_SEGMENT, changedBy: 'Ada', changedAt: NOON, revision: 4 }],
        prioritization: { segmentIds: [], revision: 0 },
        settings: { timeZone: 'UTC', autoResolveAfterHours: null },
        crm: { connection: null, revision: 0 },
        channels: [{ key: 'api', label: 'API', kind: 'api' }],
        people: [ADA],
      });
    });

    it('changes the label of an attribute and disables it', async () => {
      const before = attribute('city', 1);
      const after = { ...before, label: 'Town', enabled: false };
      await keep(desk.store, [{ kind: 'attribute.changed', body: { before, after } }]);
      expect((await catalogue()).attributes[1]).toStrictEqual(after);
    });

    it('gives attributes back in the order an admin put them in', async () => {
      const before = ['vip', 'city', 'constructor'];
      const after = ['constructor', 'vip', 'city'];
      await keep(desk.store, [{ kind: 'attributes.reordered', body: { before, after } }]);
      const { attributes } = await catalogue();
      expect(attributes.map(({ key, position }) => [key, position])).toEqual([
        ['constructor', 0],
        ['vip', 1],
        ['city', 2],
      ]);
    });

    it('forgets the values of an attribute that is deleted, and no others', async () => {
      await keep(desk.store, [
        contactCreated('bob'),
        valuesChanged('bob', { city: written('Rome'), vip: written(true) }),
      ]);
      const revision = (await desk.store.contact('bob'))?.revision;
      await keep(desk.store, [
        { kind: 'attribute.deleted', body: { before: attribute('city', 1) } },
      ]);
      expect((await catalogue()).attributes.map(({ key }) => key)).toEqual(['vip', 'constructor']);
      expect(await desk.store.contact('bob')).toMatchObject({
        values: { vip: written(true) },
        revision,
      });
      expect(await desk.store.countValues('city')).toBe(0);
    });

    it('refuses a value for an attribute that was deleted meanwhile', async () => {
      await keep(desk.store, [
        contactCreated('bob'),
        { kind: 'attribute.deleted', body: { before: attribute('city', 1) } },
      ]);
      await expect(
        keep(desk.store, [valuesChanged('bob', { city: written('Rome') })]),
      ).rejects.toEqual(conflict);
    });

    it('refuses a second attribute with the same key', async () => {
      const again: EntryDraft = {
        kind: 'attribute.created',
        body: { after: attribute('city', 3) },
      };
      await expect(keep(desk.store, [again])).rejects.toMatchObject({
        code: 'conflict',
        field: 'key',
      });
    });

    it('keeps a segment with who changed it last, and when', async () => {
      const [entry] = await keep(desk.store, [saved(null, ROMANS)]);
      expect((await catalogue()).segments[0]).toStrictEqual({
        ...ROMANS,
        changedBy: 'Ada',
        changedAt: NOON,
        revision: entry?.revision,
      });
      desk.time.now = NOON + 1_000;
      const after: Segment = { ...ROMANS, name: 'Citizens', join: 'all' };
      const [change] = await keep(desk.store, [saved(ROMANS, after)], { actor: importer });
      expect((await catalogue()).segments[0]).toStrictEqual({
        ...after,
        changedBy: 'Import',
        changedAt: NOON + 1_000,
        revision: change?.revision,
      });
    });

    it('deletes a segment, and refuses to save or delete it afterwards', async () => {
      const deleted: EntryDraft = { kind: 'segment.deleted', body: { before: ROMANS } };
      await keep(desk.store, [saved(null, ROMANS), deleted]);
      expect((await catalogue()).segments.map(({ id }) => id)).toEqual(['vip']);
      await expect(keep(desk.store, [saved(ROMANS, ROMANS)])).rejects.toEqual(conflict);
      await expect(keep(desk.store, [deleted])).rejects.toEqual(conflict);
    });

    it('refuses to make a segment whose id is taken', async () => {
      await expect(keep(desk.store, [saved(null, VIP_SEGMENT)])).rejects.toEqual(conflict);
    });

    it('keeps the Prioritization list with its own revision', async () => {
      const [entry] = await keep(desk.store, [
        { kind: 'prioritization.changed', body: { before: [], after: ['vip'] } },
      ]);
      await keep(desk.store, [saved(null, ROMANS)]);
      expect((await catalogue()).prioritization).toEqual({
        segmentIds: ['vip'],
        revision: entry?.revision,
      });
    });

    it('keeps the time zone, and when what is forgotten is resolved', async () => {
      const before = { timeZone: 'UTC', autoResolveAfterHours: null };
      const after = { timeZone: 'Europe/Rome', autoResolveAfterHours: 48 };
      await keep(desk.store, [{ kind: 'settings.changed', body: { before, after } }]);
      expect((await catalogue()).settings).toEqual(after);
    });

    it('keeps how the CRM is asked, with its own revision', async () => {
      const [made] = await keep(desk.store, [
        { kind: 'crmConnection.saved', body: { before: null, after: CRM } },
      ]);
      await keep(desk.store, [saved(null, ROMANS)]);
      expect((await catalogue()).crm).toStrictEqual({ connection: CRM, revision: made?.revision });
    });

    it('keeps a second channel, and refuses one whose key is taken', async () => {
      const chat: EntryDraft = {
        kind: 'channel.created',
        body: { after: { key: 'chat', label: 'Chat', kind: 'messenger' } },
      };
      await keep(desk.store, [chat]);
      expect((await catalogue()).channels).toEqual([
        { key: 'api', label: 'API', kind: 'api' },
        { key: 'chat', label: 'Chat', kind: 'messenger' },
      ]);
      await expect(keep(desk.store, [chat])).rejects.toEqual(conflict);
    });

    it('changes a person, and refuses a second one with the same email address', async () => {
      const after: Person = { ...ADA, name: 'Ada L.', role: 'supervisor', active: false };
      await keep(desk.store, [{ kind: 'person.saved', body: { before: ADA, after } }]);
      expect((await catalogue()).people).toStrictEqual([after]);
      const twin: Person = { ...ADA, id: 'person-twin', email: 'ADA@example.com' };
      await expect(
        keep(desk.store, [{ kind: 'person.saved', body: { before: null, after: twin } }]),
      ).rejects.toMatchObject({ code: 'conflict', field: 'email' });
    });
  });
}
