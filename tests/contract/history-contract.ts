import { describe, expect, it } from 'vitest';
import type { Entry, EntryDraft } from '@/lib/desk/entry';
import type { HistoryPlace } from '@/lib/desk/store-contacts';
import {
  contactCreated,
  keep,
  NEW,
  noted,
  OWNED,
  opened,
  received,
  replied,
  stateChanged,
  valuesChanged,
  written,
} from './facts-of-a-desk';
import type { OpenStore } from './opened-store';
import { openedStore } from './opened-store';

/** What happened to a contact. */
export function describeHistory(open: OpenStore): void {
  describe('the history of a contact', () => {
    const desk = openedStore(open, { foundation: true });

    /** Bob's day, with somebody else's between. */
    async function day(): Promise<Entry[]> {
      const city = (name: string) => valuesChanged('bob', { city: written(name) });
      const drafts: EntryDraft[] = [
        contactCreated('bob'),
        contactCreated('carol'),
        city('Rome'),
        opened('bob'),
        received('bob', 'm-1', 'Hello'),
        valuesChanged('carol', { city: written('Oslo') }),
        valuesChanged('bob', { vip: written(true) }),
        stateChanged('conversation.claimed', 'bob', NEW, OWNED),
        noted('bob', 'm-2', 'Careful'),
        city('Paris'),
        replied('bob', 'm-3', 'Hello Bob'),
        city('Lyon'),
      ];
      const entries: Entry[] = [];
      for (const draft of drafts) entries.push(...(await keep(desk.store, [draft])));
      const { body } = entries[1] ?? {};
      expect(body).toMatchObject({ contactId: 'carol' });
      return entries.filter((entry) => 'contactId' in entry.body && entry.body.contactId === 'bob');
    }

    async function pagedThrough(limit: number, attribute?: string) {
      const entries: Entry[] = [];
      let place: HistoryPlace | null = null;
      for (;;) {
        const request = { place, limit, attribute };
        const page = await desk.store.historyOfContact('bob', request);
        expect(page.entries.length).toBeLessThanOrEqual(limit);
        entries.push(...page.entries);
        if (page.next === null) return entries;
        place = page.next;
      }
    }

    it('comes up once, the newest first, whatever the page', async () => {
      const bobs = (await day()).reverse();
      for (const limit of [1, 2, 3, 5, 200]) expect(await pagedThrough(limit)).toEqual(bobs);
    });

    it('is told of one attribute alone', async () => {
      const bobs = (await day()).reverse();
      const ofCity = bobs.filter(
        ({ kind, body }) =>
          kind === 'contact.attributesChanged' && body.attributes.includes('city'),
      );
      expect(ofCity).toHaveLength(3);
      for (const limit of [1, 2, 10]) expect(await pagedThrough(limit, 'city')).toEqual(ofCity);
      expect(await pagedThrough(10, 'constructor')).toEqual([]);
    });

    it('is nothing for a contact that nobody knows, and for a place in the history of another', async () => {
      await day();
      const nobody = await desk.store.historyOfContact('nobody', { place: null, limit: 5 });
      expect(nobody).toEqual({ entries: [], next: null });
      const bob = await desk.store.contact('bob');
      const place = { own: bob?.revision ?? 0, before: Number.MAX_SAFE_INTEGER };
      const foreign = await desk.store.historyOfContact('carol', { place, limit: 5 });
      expect(foreign).toEqual({ entries: [], next: null });
    });

    it('changes in the same commit follow one another', async () => {
      const kept = await keep(desk.store, [
        contactCreated('bob'),
        valuesChanged('bob', { city: written('Rome') }),
        valuesChanged('bob', { city: written('Oslo') }),
      ]);
      expect(await pagedThrough(2)).toEqual(kept.reverse());
    });
  });
}
