import { describe, expect, it } from 'vitest';
import type { Contact } from '@/lib/desk/facts';
import { contactCreated, keep, NOON, valuesChanged, written } from './facts-of-a-desk';
import type { OpenStore } from './opened-store';
import { openedStore } from './opened-store';

/** Contacts and their values. */
export function describeContacts(open: OpenStore): void {
  describe('a contact', () => {
    const desk = openedStore(open, { foundation: true });

    it('is found by id, and by external id within its namespace', async () => {
      const [entry] = await keep(desk.store, [
        contactCreated('bob', 'customer-7'),
        {
          kind: 'contact.created',
          body: { contactId: 'stranger', namespace: 'channel:chat' },
          personal: { externalId: 'customer-7' },
        },
      ]);
      const bob = {
        id: 'bob',
        namespace: 'desk',
        externalId: 'customer-7',
        values: {},
        revision: entry?.revision,
      };
      expect(await desk.store.contact('bob')).toEqual(bob);
      expect(await desk.store.contactByExternalId('desk', 'customer-7')).toStrictEqual(bob);
      const stranger = await desk.store.contactByExternalId('channel:chat', 'customer-7');
      expect(stranger?.id).toBe('stranger');
      expect(await desk.store.contactByExternalId('desk', 'customer-8')).toBeNull();
      expect(await desk.store.contact('nobody')).toBeNull();
    });

    it('is refused when its namespace has the external id already', async () => {
      await keep(desk.store, [contactCreated('bob', 'customer-7')]);
      await expect(keep(desk.store, [contactCreated('twin', 'customer-7')])).rejects.toMatchObject({
        code: 'conflict',
        field: 'externalId',
      });
    });

    it('keeps values of every format with their source and time, also under the key constructor', async () => {
      const values = {
        city: written('Rome "eternal" 🏛'),
        constructor: { value: -0.5, source: 'crm', setAt: NOON + 1 } as const,
        vip: { value: false, source: 'channel', setAt: NOON + 2 } as const,
      };
      const [, change] = await keep(desk.store, [
        contactCreated('bob'),
        valuesChanged('bob', values),
      ]);
      const bob = await desk.store.contact('bob');
      expect(bob?.values).toEqual(values);
      expect(bob?.revision).toBe(change?.revision);
      expect(await desk.store.contactByExternalId('desk', 'bob')).toEqual(bob);
    });

    it('has a value replaced, and another taken away', async () => {
      await keep(desk.store, [
        contactCreated('bob'),
        valuesChanged('bob', { city: written('Rome'), vip: written(true) }),
      ]);
      const later = { value: 'Oslo', source: 'crm', setAt: NOON + 1_000 } as const;
      await keep(desk.store, [valuesChanged('bob', { city: later, vip: null })]);
      expect((await desk.store.contact('bob'))?.values).toStrictEqual({ city: later });
    });

    it('is counted, as are the values of an attribute', async () => {
      await keep(desk.store, [
        contactCreated('bob'),
        contactCreated('carol'),
        valuesChanged('bob', { city: written('Rome') }),
      ]);
      expect(await desk.store.countContacts()).toBe(2);
      expect(await desk.store.countValues('city')).toBe(1);
      expect(await desk.store.countValues('vip')).toBe(0);
    });

    it('comes up once when all are paged through, with its values of the attributes named', async () => {
      const ids = ['a', 'b', 'c', 'd', 'e'];
      await keep(
        desk.store,
        ids.flatMap((id) => [
          contactCreated(id),
          ...(id === 'c' ? [] : [valuesChanged(id, { city: written(id), vip: written(true) })]),
        ]),
      );
      expect(await pagedThrough(['vip', 'city'], 2)).toEqual(
        ids.map((id) => [id, id === 'c' ? {} : { city: written(id), vip: written(true) }]),
      );
      expect(await pagedThrough(['city'], 3)).toEqual(
        ids.map((id) => [id, id === 'c' ? {} : { city: written(id) }]),
      );
      for (const nobodys of [[], ['nothing'], ['constructor']])
        expect(await pagedThrough(nobodys, 10)).toEqual(ids.map((id) => [id, {}]));
    });

    it('comes up whole, once, in pages by id', async () => {
      const ids = ['a', 'b', 'c', 'd', 'e'];
      await keep(
        desk.store,
        ids.flatMap((id) => [
          contactCreated(id, `customer-${id}`),
          ...(id === 'c' ? [] : [valuesChanged(id, { city: written(id), vip: written(true) })]),
        ]),
      );
      for (const limit of [1, 2, 10]) {
        const seen: Contact[] = [];
        for (;;) {
          const page = await desk.store.contactsAfter(seen.at(-1)?.id ?? '', limit);
          seen.push(...page);
          if (page.length < limit) break;
        }
        const expected = await Promise.all(ids.map((id) => desk.store.contact(id)));
        expect(seen).toEqual(expected);
      }
    });

    it('comes up from the other end, the newest first', async () => {
      const ids = ['a', 'b', 'c', 'd', 'e'];
      await keep(
        desk.store,
        ids.flatMap((id) => [contactCreated(id), valuesChanged(id, { city: written(id) })]),
      );
      const seen: string[] = [];
      for (;;) {
        const page = await desk.store.valuesBefore(seen.at(-1) ?? null, 2, ['city']);
        if (page.length === 0) break;
        for (const { contactId, values } of page) {
          expect([...values]).toEqual([['city', written(contactId)]]);
          seen.push(contactId);
        }
      }
      expect(seen).toEqual(ids.reverse());
      const [newest] = await desk.store.valuesBefore(null, 1, []);
      expect(newest && [...newest.values]).toEqual([]);
    });

    it('comes up with values of every format, also under the key constructor', async () => {
      const values = {
        city: written('Rome "eternal" 🏛'),
        constructor: { value: -0.5, source: 'crm', setAt: NOON + 1 } as const,
        vip: { value: false, source: 'channel', setAt: NOON + 2 } as const,
      };
      await keep(desk.store, [contactCreated('bob'), valuesChanged('bob', values)]);
      expect(await pagedThrough(Object.keys(values), 1)).toEqual([['bob', values]]);
    });

    /** Every contact in the order it came up, from pages of at most so many. */
    async function pagedThrough(attributes: readonly string[], limit: number) {
      const seen: [contactId: string, values: object][] = [];
      for (;;) {
        const page = await desk.store.valuesAfter(seen.at(-1)?.[0] ?? '', limit, attributes);
        if (page.length === 0) return seen;
        expect(page.length).toBeLessThanOrEqual(limit);
        for (const { contactId, values } of page)
          seen.push([contactId, Object.fromEntries(values)]);
      }
    }
  });
}
