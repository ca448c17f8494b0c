import { and, eq, sql } from 'drizzle-orm';
import type { WebhookReceipt } from '@/lib/desk/facts';
import type { ChannelMappingRow } from '@/lib/desk/store';
import type { Database } from './open-database';
import { prepareWrite } from './prepare-write';
import { channelMappings, webhookReceipts } from './schema-webhooks';
import { type DraftOf, given, type Written } from './written';

type WebhookDraft = DraftOf<'channelMapping.saved' | 'webhook.received'>;

/** What entries about webhooks write. */
export function prepareWebhookWrites(db: Database) {
  const putMapping = prepareWrite(
    db,
    db
      .insert(channelMappings)
      .values({ channel: given('channel'), mapping: given('mapping'), revision: given('revision') })
      .onConflictDoUpdate({
        target: channelMappings.channel,
        set: { mapping: sql`excluded.mapping`, revision: sql`excluded.revision` },
      }),
  );
  const insertReceipt = prepareWrite(
    db,
    db.insert(webhookReceipts).values({
      channel: given('channel'),
      webhookId: given('webhookId'),
      contactId: given('contactId'),
      conversationId: given('conversationId'),
      messageId: given('messageId'),
      refused: given('refused'),
    }),
  );
  return (draft: WebhookDraft, { revision }: Written): void => {
    switch (draft.kind) {
      case 'channelMapping.saved': {
        const { key: channel, after: mapping } = draft.body;
        putMapping.run({ channel, mapping, revision });
        break;
      }
      case 'webhook.received': {
        const { channel, webhookId, contactId, message } = draft.body;
        const { conversationId = null, messageId = null } = message ?? {};
        const { refused } = draft.personal;
        insertReceipt.run({ channel, webhookId, contactId, conversationId, messageId, refused });
        break;
      }
      default:
        draft satisfies never;
    }
  };
}

/** Reads how webhooks come in. */
export function prepareWebhookReads(db: Database) {
  const mapping = db
    .select({ mapping: channelMappings.mapping, revision: channelMappings.revision })
    .from(channelMappings)
    .where(eq(channelMappings.channel, given('channel')))
    .prepare();
  const receipt = db
    .select({
      contactId: webhookReceipts.contactId,
      conversationId: webhookReceipts.conversationId,
      messageId: webhookReceipts.messageId,
      refused: webhookReceipts.refused,
    })
    .from(webhookReceipts)
    .where(
      and(
        eq(webhookReceipts.channel, given('channel')),
        eq(webhookReceipts.webhookId, given('webhookId')),
      ),
    )
    .prepare();

  return {
    mapping: (channel: string): ChannelMappingRow | null => mapping.get({ channel }) ?? null,
    receipt: (channel: string, webhookId: string): WebhookReceipt | null =>
      receipt.get({ channel, webhookId }) ?? null,
  };
}
