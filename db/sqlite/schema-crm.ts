import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CrmLookup, CrmPushReceipt, CrmStanding } from '@/lib/desk/crm';
import { contacts } from './schema';

/**
 * What the CRM has said of contacts, and how they were looked up: a row whose time has come is the
 * job. None for a contact that nobody has asked for. Gone with its contact.
 */
export const crmStandings = sqliteTable(
  'crm_standings',
  {
    contactId: text('contact_id')
      .primaryKey()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    /** By attribute. One that is deleted and made again goes on where it was. */
    versions: text('versions', { mode: 'json' })
      .$type<CrmStanding['versions']>()
      .notNull()
      .default({}),
    lookup: text('lookup', { mode: 'json' }).$type<CrmLookup>(),
    /** The lookup's own two, to be found by. */
    dueAt: integer('due_at'),
    key: text('key'),
    revision: integer('revision').notNull(),
  },
  (table) => [
    index('crm_standings_due')
      .on(table.dueAt, table.contactId)
      .where(sql`${table.dueAt} is not null`),
    index('crm_standings_key').on(table.key).where(sql`${table.key} is not null`),
  ],
);

/** What the CRM has pushed within the last week, so that it is known when it comes again. */
export const crmPushes = sqliteTable(
  'crm_pushes',
  {
    webhookId: text('webhook_id').notNull(),
    contactId: text('contact_id')
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    stale: text('stale', { mode: 'json' }).$type<CrmPushReceipt['stale']>().notNull(),
    refused: text('refused', { mode: 'json' }).$type<CrmPushReceipt['refused']>().notNull(),
    receivedAt: integer('received_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.webhookId, table.contactId] }),
    index('crm_pushes_received').on(table.receivedAt),
    index('crm_pushes_contact').on(table.contactId),
  ],
);
