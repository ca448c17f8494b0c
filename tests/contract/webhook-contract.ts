import { describe, expect, it } from 'vitest';
import type { EntryDraft } from '@/lib/desk/entry';
import type { PayloadMapping } from '@/lib/desk/payload-mapping';
import { bobWrites, contactCreated, keep } from './facts-of-a-desk';
import type { OpenStore } from './opened-store';
import { openedStore } from './opened-store';

const conflict = expect.objectContaining({ name: 'DeskError', code: 'conflict' });

const MAPPING: PayloadMapping = {
  externalId: 'user.id',
  name: null,
  text: 'text',
  messageId: null,
  sentAt: null,
  attributes: [{ attribute: 'city', path: 'user.city' }],
};

const mappingSaved = (after: PayloadMapping): EntryDraft => ({
  kind: 'channelMapping.saved',
  body: { key: 'social', before: null, after },
});
const received = (
  webhookId: string,
  message: { conversationId: string; messageId: string } | null,
  channel = 'social',
): EntryDraft => ({
  kind: 'webhook.received',
  body: { channel, webhookId, contactId: 'bob', message },
  personal: { refused: [{ attribute: 'city', message: 'This must be text.' }] },
});

/** How webhooks come in. */
export function describeWebhooks(open: OpenStore): void {
  describe('webhooks', () => {
    const desk = openedStore(open, { foundation: true });

    it('are read as the last mapping of their channel says, with the revision that said so', async () => {
      expect(await desk.store.webhooks.mapping('social')).toBeNull();
      await keep(desk.store, [mappingSaved(MAPPING)]);
      const after = { ...MAPPING, name: 'user.name' };
      const [entry] = await keep(desk.store, [mappingSaved(after)]);
      const row = { mapping: after, revision: entry?.revision };
      expect(await desk.store.webhooks.mapping('social')).toStrictEqual(row);
      expect(await (await desk.reopen()).webhooks.mapping('social')).toStrictEqual(row);
    });

    it('have a mapping that is not written over unseen', async () => {
      const expected = (revision: number) => ({
        expect: [{ kind: 'channelMapping' as const, id: 'social', revision }],
      });
      const [entry] = await keep(desk.store, [mappingSaved(MAPPING)], expected(0));
      await expect(keep(desk.store, [mappingSaved(MAPPING)], expected(0))).rejects.toEqual(
        conflict,
      );
      await keep(desk.store, [mappingSaved(MAPPING)], expected(entry?.revision ?? 0));
    });

    it('are known by their ids when they come again, each on its channel', async () => {
      const message = { conversationId: 'conversation-bob', messageId: 'message-1' };
      await keep(desk.store, [...bobWrites(), received('a', message), received('b', null)]);
      const refused = [{ attribute: 'city', message: 'This must be text.' }];
      expect(await desk.store.webhooks.receipt('social', 'a')).toStrictEqual({
        contactId: 'bob',
        ...message,
        refused,
      });
      expect(await desk.store.webhooks.receipt('social', 'b')).toStrictEqual({
        contactId: 'bob',
        conversationId: null,
        messageId: null,
        refused,
      });
      expect(await desk.store.webhooks.receipt('other', 'a')).toBeNull();
      await keep(desk.store, [received('a', null, 'other')]);
    });

    it('keep nothing of what comes with an id that has arrived', async () => {
      await keep(desk.store, [...bobWrites(), received('a', null)]);
      const again = [contactCreated('carol'), received('a', null)];
      await expect(keep(desk.store, again)).rejects.toEqual(conflict);
      expect(await desk.store.contact('carol')).toBeNull();
    });
  });
}
