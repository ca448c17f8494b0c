import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { conversations } from './schema';

/** How far people have looked: the revision of the conversation that their screen showed. */
export const sights = sqliteTable(
  'sights',
  {
    personId: text('person_id').notNull(),
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    revision: integer('revision').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.personId] }),
    index('sights_person').on(table.personId),
  ],
);

/**
 * What calls a person to a conversation: that they were mentioned, that somebody gave it to them.
 * Written with the entry that says so, gone once they have looked.
 */
export const callings = sqliteTable(
  'callings',
  {
    personId: text('person_id').notNull(),
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['mention', 'assignment'] }).notNull(),
    /** Of the last such entry. */
    revision: integer('revision').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.personId, table.kind] }),
    index('callings_person').on(table.personId),
  ],
);
