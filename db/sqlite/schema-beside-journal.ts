import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { DRAFT_MODES } from '@/lib/desk/facts';
import { conversations, messages } from './schema';

/* What is written beside the journal: no entry tells of it, and no revision comes of it. */

/** Files that were brought, whose bytes are outside the database. One that a message goes with goes with the message. */
export const uploads = sqliteTable(
  'uploads',
  {
    id: text('id').primaryKey(),
    uploaderId: text('uploader_id').notNull(),
    messageId: text('message_id').references(() => messages.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    type: text('type').notNull(),
    bytes: integer('bytes').notNull(),
    uploadedAt: integer('uploaded_at').notNull(),
  },
  (table) => [index('uploads_message').on(table.messageId)],
);

/**
 * What people have written and not sent. Nobody else reads it and no entry tells of it: what belongs
 * to one person alone is written beside the journal, and goes with its conversation.
 */
export const drafts = sqliteTable(
  'drafts',
  {
    personId: text('person_id').notNull(),
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    mode: text('mode', { enum: DRAFT_MODES }).notNull(),
    reply: text('reply').notNull(),
    note: text('note').notNull(),
    after: text('after'),
    writtenAt: integer('written_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.conversationId] }),
    index('drafts_conversation').on(table.conversationId),
  ],
);
