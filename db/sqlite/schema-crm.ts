import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CrmLookup, CrmStanding } from '@/lib/desk/crm';
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
    /** The lookup's own, to be found by. */
    dueAt: integer('due_at'),
    revision: integer('revision').notNull(),
  },
  (table) => [
    index('crm_standings_due')
      .on(table.dueAt, table.contactId)
      .where(sql`${table.dueAt} is not null`),
  ],
);
