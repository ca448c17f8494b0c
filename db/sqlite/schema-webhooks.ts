import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import { DELIVERY_STATES, type EventKind, type NewDelivery } from '@/lib/desk/endpoint';
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

/** Whom the desk calls. */
export const endpoints = sqliteTable(
  'endpoints',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    url: text('url').notNull(),
    channel: text('channel'),
    events: text('events', { mode: 'json' }).$type<EventKind[]>().notNull(),
    enabled: integer('enabled', { mode: 'boolean' }).notNull(),
    /** It is told of what came after this revision. */
    since: integer('since').notNull(),
    revision: integer('revision').notNull(),
  },
  (table) => [unique('endpoints_channel').on(table.channel)],
);

/** One row: how far the journal was read for those whom the desk calls. */
export const derivedThrough = sqliteTable('derived_through', {
  id: integer('id').primaryKey(),
  revision: integer('revision').notNull(),
});

/** The calls that endpoints are to get, have got, or were given up for. The row is the job. */
export const deliveries = sqliteTable(
  'deliveries',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    endpointId: text('endpoint_id')
      .notNull()
      .references(() => endpoints.id, { onDelete: 'cascade' }),
    webhookId: text('webhook_id').notNull(),
    event: text('event').$type<NewDelivery['event']>().notNull(),
    contactId: text('contact_id')
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    conversationId: text('conversation_id'),
    body: text('body').notNull(),
    state: text('state', { enum: DELIVERY_STATES }).notNull(),
    attempts: integer('attempts').notNull(),
    dueAt: integer('due_at').notNull(),
    createdAt: integer('created_at').notNull(),
    triedAt: integer('tried_at'),
    status: integer('status'),
    problem: text('problem'),
    answer: text('answer'),
  },
  (table) => [
    unique('deliveries_once').on(table.endpointId, table.webhookId),
    index('deliveries_log').on(table.endpointId, table.state, table.id),
    index('deliveries_newest').on(table.endpointId, table.id),
    index('deliveries_failing')
      .on(table.endpointId)
      .where(sql`${table.state} = 'due' and ${table.attempts} > 0`),
    index('deliveries_due')
      .on(table.endpointId, table.dueAt, table.id)
      .where(sql`${table.state} = 'due'`),
    index('deliveries_line')
      .on(table.endpointId, table.contactId, table.id)
      .where(sql`${table.state} = 'due'`),
    index('deliveries_unarrived')
      .on(table.conversationId)
      .where(sql`${table.state} <> 'delivered'`),
    index('deliveries_contact').on(table.contactId),
  ],
);
