import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { WebhookReceipt } from '@/lib/desk/facts';
import type { PayloadMapping } from '@/lib/desk/payload-mapping';
import { contacts } from './schema';

/** How the webhooks of a channel are read. */
export const channelMappings = sqliteTable('channel_mappings', {
  channel: text('channel').primaryKey(),
  mapping: text('mapping', { mode: 'json' }).$type<PayloadMapping>().notNull(),
  revision: integer('revision').notNull(),
});

/** What webhooks were answered; one that comes again is known by its row. */
export const webhookReceipts = sqliteTable(
  'webhook_receipts',
  {
    channel: text('channel').notNull(),
    webhookId: text('webhook_id').notNull(),
    contactId: text('contact_id')
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    conversationId: text('conversation_id'),
    messageId: text('message_id'),
    refused: text('refused', { mode: 'json' }).$type<WebhookReceipt['refused']>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.channel, table.webhookId] }),
    index('webhook_receipts_contact').on(table.contactId),
  ],
);
