import { sql } from 'drizzle-orm';
import {
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { FORMATS, MANAGERS, type Scalar } from '@/lib/attributes/attribute';
import type { EntryKind } from '@/lib/desk/entry';
import {
  CHANNEL_KINDS,
  MESSAGE_KINDS,
  type Message,
  type MessageReceipt,
  ROLES,
  type RowColumn,
  STATUSES,
  TOKEN_SCOPES,
} from '@/lib/desk/facts';
import { QUEUE_ORDERS, type QueueFilter } from '@/lib/ranking/filter';
import { type Condition, JOINS } from '@/lib/segments/segment';

/*
 * Ids are made by the application, times are integer milliseconds. A foreign key stands where the
 * row it points to can be deleted, or where the row is a part of it; channels and people stay for good.
 */

/** One row: where the journal stands. Locked by every commit, so that commit order is revision order. */
export const head = sqliteTable('head', {
  id: integer('id').primaryKey(),
  epoch: text('epoch').notNull(),
  revision: integer('revision').notNull(),
  catalogueRevision: integer('catalogue_revision').notNull(),
  /** The time of the last entry, kept here because the journal may be trimmed. */
  lastAt: integer('last_at').notNull(),
  /** Something was deleted for good, and the file not yet written anew without its traces. */
  rewriteDue: integer('rewrite_due', { mode: 'boolean' }).notNull().default(false),
});

export const attributes = sqliteTable('attributes', {
  key: text('key').primaryKey(),
  label: text('label').notNull(),
  format: text('format', { enum: FORMATS }).notNull(),
  manager: text('manager', { enum: MANAGERS }).notNull(),
  enabled: integer('enabled', { mode: 'boolean' }).notNull(),
  standard: integer('standard', { mode: 'boolean' }).notNull(),
  position: integer('position').notNull(),
});

export const segments = sqliteTable('segments', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  join: text('join', { enum: JOINS }).notNull(),
  conditions: text('conditions', { mode: 'json' }).$type<Condition[]>().notNull(),
  changedBy: text('changed_by'),
  changedAt: integer('changed_at').notNull(),
  revision: integer('revision').notNull(),
});

export const cannedReplies = sqliteTable(
  'canned_replies',
  {
    id: text('id').primaryKey(),
    title: text('title').notNull(),
    text: text('text').notNull(),
    changedBy: text('changed_by'),
    changedAt: integer('changed_at').notNull(),
    revision: integer('revision').notNull(),
  },
  (table) => [uniqueIndex('canned_replies_title').on(sql`lower(${table.title})`)],
);

export const savedViews = sqliteTable(
  'saved_views',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** Null for a shared one. */
    ownerId: text('owner_id'),
    filter: text('filter', { mode: 'json' }).$type<QueueFilter>().notNull(),
    order: text('order', { enum: QUEUE_ORDERS }).notNull(),
    columns: text('columns', { mode: 'json' }).$type<RowColumn[]>().notNull(),
    position: integer('position').notNull(),
    changedBy: text('changed_by'),
    changedAt: integer('changed_at').notNull(),
    revision: integer('revision').notNull(),
  },
  (table) => [
    uniqueIndex('saved_views_shared_name')
      .on(sql`lower(${table.name})`)
      .where(sql`${table.ownerId} is null`),
    uniqueIndex('saved_views_own_name').on(table.ownerId, sql`lower(${table.name})`),
  ],
);

/** One row each for `settings`, `prioritization` and `crm`; `value` is JSON. */
export const settings = sqliteTable('settings', {
  name: text('name', { enum: ['settings', 'prioritization', 'crm'] }).primaryKey(),
  value: text('value').notNull(),
  revision: integer('revision').notNull(),
});

export const channels = sqliteTable('channels', {
  key: text('key').primaryKey(),
  label: text('label').notNull(),
  kind: text('kind', { enum: CHANNEL_KINDS }).notNull().default('api'),
});

export const people = sqliteTable(
  'people',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    role: text('role', { enum: ROLES }).notNull(),
    active: integer('active', { mode: 'boolean' }).notNull(),
  },
  (table) => [uniqueIndex('people_email').on(sql`lower(${table.email})`)],
);

export const tokens = sqliteTable(
  'tokens',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    scope: text('scope', { enum: TOKEN_SCOPES }).notNull(),
    createdAt: integer('created_at').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [unique('tokens_hash').on(table.hash)],
);

/** The unused ones: using one deletes it. */
export const invitations = sqliteTable(
  'invitations',
  {
    id: text('id').primaryKey(),
    personId: text('person_id'),
    expiresAt: integer('expires_at').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [unique('invitations_hash').on(table.hash)],
);

export const contacts = sqliteTable(
  'contacts',
  {
    id: text('id').primaryKey(),
    namespace: text('namespace').notNull(),
    externalId: text('external_id').notNull(),
    revision: integer('revision').notNull(),
  },
  (table) => [unique('contacts_identity').on(table.namespace, table.externalId)],
);

export const contactValues = sqliteTable(
  'contact_values',
  {
    contactId: text('contact_id')
      .notNull()
      .references(() => contacts.id),
    /** The foreign key decides between a value and the deletion of its attribute. */
    attribute: text('attribute')
      .notNull()
      .references(() => attributes.key),
    value: text('value', { mode: 'json' }).$type<Scalar>().notNull(),
    source: text('source', { enum: MANAGERS }).notNull(),
    setAt: integer('set_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.contactId, table.attribute] }),
    index('contact_values_attribute').on(table.attribute),
  ],
);

export const conversations = sqliteTable(
  'conversations',
  {
    id: text('id').primaryKey(),
    contactId: text('contact_id')
      .notNull()
      .references(() => contacts.id),
    channel: text('channel').notNull(),
    status: text('status', { enum: STATUSES }).notNull(),
    ownerId: text('owner_id'),
    waitingSince: integer('waiting_since'),
    lastActivityAt: integer('last_activity_at').notNull(),
    returnsAt: integer('returns_at'),
    skippedBy: text('skipped_by', { mode: 'json' }).$type<readonly string[]>(),
    openedAt: integer('opened_at').notNull(),
    preview: text('preview').notNull(),
    revision: integer('revision').notNull(),
  },
  (table) => [
    unique('conversations_place').on(table.contactId, table.channel),
    index('conversations_open')
      .on(table.id, table.contactId)
      .where(sql`${table.status} <> 'resolved'`),
    index('conversations_owner').on(table.ownerId).where(sql`${table.ownerId} is not null`),
    index('conversations_resolved')
      .on(table.lastActivityAt, table.id)
      .where(sql`${table.status} = 'resolved'`),
  ],
);

export const messages = sqliteTable(
  'messages',
  {
    id: text('id').primaryKey(),
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id),
    channel: text('channel').notNull(),
    kind: text('kind', { enum: MESSAGE_KINDS }).notNull(),
    /** For replies and notes by a person. */
    authorId: text('author_id'),
    authorName: text('author_name'),
    text: text('text').notNull(),
    mentions: text('mentions', { mode: 'json' }).$type<Message['mentions']>().notNull().default([]),
    attachments: text('attachments', { mode: 'json' })
      .$type<Message['attachments']>()
      .notNull()
      .default([]),
    at: integer('at').notNull(),
    /** Of the entry that brought it: messages stand in the order of the journal. */
    revision: integer('revision').notNull(),
    /** Customer messages only; a missing one is like no other. */
    externalMessageId: text('external_message_id'),
    /** The sender's clock. */
    sentAt: integer('sent_at'),
    refused: text('refused', { mode: 'json' }).$type<MessageReceipt['refused']>().notNull(),
  },
  (table) => [
    unique('messages_arrival').on(table.channel, table.externalMessageId),
    index('messages_conversation').on(table.conversationId, table.revision, table.id),
    /** An entry brings one message at most: search knows it by this number, whatever its rowid. */
    uniqueIndex('messages_revision').on(table.revision),
  ],
);

/**
 * Whether an entry is about a contact, and found neither by its chain nor by a conversation; in the
 * words of the index of these.
 */
export const IS_BESIDE = `"contact_id" is not null and "conversation_id" is null
  and "kind" not in ('contact.created', 'contact.attributesChanged', 'crmStanding.versionsAdvanced')`;

/**
 * The journal: `actor` and `body` are JSON, the ids beside them are for looking up. An index of
 * contacts would dirty a page somewhere else at every change: the entries of a contact's own are a
 * chain instead, from the contact's revision back, and only the few others that are about one have
 * an index. Entries of bulk acts are looked up by their cause
 * to take the act back.
 */
export const journal = sqliteTable(
  'journal',
  {
    revision: integer('revision').primaryKey(),
    at: integer('at').notNull(),
    kind: text('kind').$type<EntryKind>().notNull(),
    actor: text('actor').notNull(),
    cause: text('cause').notNull(),
    body: text('body').notNull(),
    contactId: text('contact_id'),
    conversationId: text('conversation_id'),
    /** Of a change of values: the revision that the contact had before. */
    previousRevision: integer('previous_revision'),
  },
  (table) => [
    index('journal_conversation').on(table.conversationId),
    index('journal_beside').on(table.contactId).where(sql.raw(IS_BESIDE)),
    index('journal_bulk').on(table.cause).where(sql`${table.cause} like 'bulk:%'`),
  ],
);

/** The personal part of an entry, which may be deleted while the entry stays. */
export const journalPersonal = sqliteTable(
  'journal_personal',
  {
    revision: integer('revision').primaryKey(),
    contactId: text('contact_id').notNull(),
    body: text('body').notNull(),
  },
  (table) => [
    foreignKey({ columns: [table.revision], foreignColumns: [journal.revision] }).onDelete(
      'cascade',
    ),
  ],
);
