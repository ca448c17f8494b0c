import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CrmStanding } from '@/lib/desk/facts';
import { contacts } from './schema';

/** What the CRM has said of contacts; none for one it has said nothing of. Gone with its contact. */
export const crmStandings = sqliteTable('crm_standings', {
  contactId: text('contact_id')
    .primaryKey()
    .references(() => contacts.id, { onDelete: 'cascade' }),
  /** By attribute. One that is deleted and made again goes on where it was. */
  versions: text('versions', { mode: 'json' })
    .$type<CrmStanding['versions']>()
    .notNull()
    .default({}),
  revision: integer('revision').notNull(),
});
