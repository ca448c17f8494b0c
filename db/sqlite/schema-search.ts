import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * What search has to forget: triggers write a row for every message and every contact that is
 * deleted, whoever deletes it.
 */
export const searchRemovals = sqliteTable('search_removals', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  messageRevision: integer('message_revision'),
  contactId: text('contact_id'),
});
