import { describe, expect, it } from 'vitest';
import type { EntryDraft } from '@/lib/desk/entry';
import { type Messenger, namespaceOf, type SigningSecret } from '@/lib/desk/facts';
import {
  bobWrites,
  keep,
  NOON,
  noted,
  received,
  replied,
  valuesChanged,
  written,
} from './facts-of-a-desk';
import type { OpenStore } from './opened-store';
import { openedStore } from './opened-store';

const conflict = expect.objectContaining({ name: 'DeskError', code: 'conflict' });

const SITE: Messenger = {
  channel: 'website',
  origins: ['https://shop.example'],
  title: 'Shop',
  greeting: 'Hello!',
  accent: '#1f6feb',
  side: 'right',
  preChat: [{ attribute: 'email', required: true }],
};
const saved = (before: Messenger | null, after: Messenger): EntryDraft => ({
  kind: 'messenger.saved',
  body: { before, after },
});
const secret = (id: string, createdAt: number): SigningSecret => ({
  id,
  owner: 'channel:website',
  createdAt,
});
const created = (after: SigningSecret): EntryDraft => ({
  kind: 'signingSecret.created',
  body: { after },
  secret: { sealed: `sealed ${after.id}` },
});

/** What channels stand on. */
export function describeChannels(open: OpenStore): void {
  describe('channels', () => {
    const desk = openedStore(open, { foundation: true });

    it('have a messenger as it was saved last, also after the store was closed and opened', async () => {
      expect(await desk.store.messenger('website')).toBeNull();
      await keep(desk.store, [saved(null, SITE)]);
      const after = { ...SITE, origins: [], preChat: [], title: 'The shop' };
      const [entry] = await keep(desk.store, [saved(SITE, after)]);
      const again = await desk.reopen();
      expect(await again.messenger('website')).toStrictEqual({
        ...after,
        revision: entry?.revision,
      });
    });

    it('have a messenger saved by one of two who change it at once', async () => {
      const [made] = await keep(desk.store, [saved(null, SITE)]);
      const seen = { kind: 'messenger', id: SITE.channel, revision: made?.revision ?? 0 } as const;
      const edits = ['one', 'two'].map((title) =>
        keep(desk.store, [saved(SITE, { ...SITE, title })], { expect: [seen] }),
      );
      const statuses = (await Promise.allSettled(edits)).map(({ status }) => status);
      expect(statuses).toEqual(['fulfilled', 'rejected']);
      expect(await desk.store.messenger('website')).toMatchObject({ title: 'one' });
    });

    it('keep signing secrets sealed and out of the journal, the oldest first, until they are retired', async () => {
      const [first, second] = [secret('s1', NOON), secret('s2', NOON + 1)];
      const kept = await keep(desk.store, [created(second), created(first)]);
      expect(JSON.stringify(kept)).not.toContain('sealed');
      expect(await desk.store.signingSecrets('channel:website')).toStrictEqual([
        { ...first, sealed: 'sealed s1' },
        { ...second, sealed: 'sealed s2' },
      ]);
      expect(await desk.store.signingSecrets('channel:other')).toEqual([]);
      const retired: EntryDraft = { kind: 'signingSecret.retired', body: { before: first } };
      await keep(desk.store, [retired]);
      expect(await desk.store.signingSecrets('channel:website')).toHaveLength(1);
      await expect(keep(desk.store, [retired])).rejects.toEqual(conflict);
    });

    it('take a token for one use once, also after a restart, and forget it once it has expired', async () => {
      const use = { token: 'website/t1', expiresAt: NOON + 60_000, at: NOON };
      const uses = await Promise.all([desk.store.spendToken(use), desk.store.spendToken(use)]);
      expect(uses).toEqual([true, false]);
      const again = await desk.reopen();
      expect(await again.spendToken(use)).toBe(false);
      expect(await again.spendToken({ ...use, token: 'website/t2' })).toBe(true);
      const later = { token: 'website/t3', expiresAt: NOON + 120_000, at: NOON + 60_001 };
      expect(await again.spendToken(later)).toBe(true);
      expect(await again.spendToken({ ...use, expiresAt: later.expiresAt })).toBe(true);
    });

    it('show customers what was said, without notes, the last first to be found', async () => {
      await keep(desk.store, bobWrites());
      await keep(desk.store, [noted('bob', 'note-1', 'Careful with this one')]);
      await keep(desk.store, [replied('bob', 'reply-1', 'Hello Bob')]);
      await keep(desk.store, [received('bob', 'next-1', 'Hello again')]);
      const texts = async (before: string | null, limit: number) =>
        (await desk.store.spokenMessages('conversation-bob', before, limit)).map(
          ({ kind, text }) => `${kind}: ${text}`,
        );
      const last = ['reply: Hello Bob', 'customer: Hello again'];
      expect((await texts(null, 10)).slice(1)).toEqual(last);
      expect(await texts(null, 2)).toEqual(last);
      expect(await texts('reply-1', 10)).toHaveLength(1);
      expect(await texts('nothing', 10)).toEqual([]);
      expect(await texts('note-1', 10)).toEqual([]);
      expect(await desk.store.spokenMessages('no conversation', null, 10)).toEqual([]);
    });

    it('find whose external ids begin so and who have a value', async () => {
      await keep(desk.store, bobWrites());
      await keep(desk.store, [valuesChanged('bob', { city: written('Ghent') })]);
      const namespace = namespaceOf('api');
      expect(await desk.store.externalIdsWith(namespace, 'bo', 'city')).toEqual(['bob']);
      for (const [place, prefix, attribute] of [
        [namespace, 'bob2', 'city'],
        [namespace, 'b', 'name2'],
        ['channel:website', 'bob', 'city'],
      ] as const)
        expect(await desk.store.externalIdsWith(place, prefix, attribute)).toEqual([]);
    });
  });
}
