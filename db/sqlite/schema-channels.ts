import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { MESSENGER_SIDES, type PreChatField } from '@/lib/desk/facts';

/** The website messengers, one a channel of that kind. */
export const messengers = sqliteTable('messengers', {
  channel: text('channel').primaryKey(),
  origins: text('origins', { mode: 'json' }).$type<readonly string[]>().notNull(),
  title: text('title').notNull(),
  greeting: text('greeting').notNull(),
  accent: text('accent').notNull(),
  side: text('side', { enum: MESSENGER_SIDES }).notNull(),
  preChat: text('pre_chat', { mode: 'json' }).$type<readonly PreChatField[]>().notNull(),
  revision: integer('revision').notNull(),
});

/** The live ones: retiring one deletes it. */
export const signingSecrets = sqliteTable(
  'signing_secrets',
  {
    id: text('id').primaryKey(),
    owner: text('owner').notNull(),
    createdAt: integer('created_at').notNull(),
    /** What the desk's vault opens. */
    sealed: text('sealed').notNull(),
  },
  (table) => [index('signing_secrets_owner').on(table.owner)],
);

/** Tokens for one use that were used; forgotten once they have expired. No entry tells of it. */
export const usedTokens = sqliteTable(
  'used_tokens',
  {
    token: text('token').primaryKey(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [index('used_tokens_expiry').on(table.expiresAt)],
);
