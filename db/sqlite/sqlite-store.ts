import { type Clock, systemClock } from '@/lib/desk/clock';
import type { Store } from '@/lib/desk/store';
import { prepareCommit } from './commit';
import { makeHead, prepareHead } from './head';
import { prepareJournal } from './journal';
import { openMigratedDatabase } from './open-database';
import { prepareAccessReads } from './reads-access';
import { prepareCatalogueReads } from './reads-catalogue';
import { prepareContactReads } from './reads-contacts';
import { prepareConversationReads } from './reads-conversations';

export type SqliteStoreOptions = {
  path: string;
  /** Gives every commit its time. */
  clock?: Clock;
  migrationsFolder?: string;
};

/**
 * The Store for one machine, on a migrated SQLite file. A fresh file gets its head row and nothing
 * else. Rejects when the file is not a database, or is not migrated to this version.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const db = openMigratedDatabase(options.path, options.migrationsFolder);
  makeHead(db);
  const commit = prepareCommit(db, options.clock ?? systemClock);
  const head = prepareHead(db);
  const journal = prepareJournal(db);
  const catalogue = prepareCatalogueReads(db);
  const contacts = prepareContactReads(db);
  const conversations = prepareConversationReads(db);
  const access = prepareAccessReads(db);

  // drizzle refuses async transactions on better-sqlite3: what happens inside is synchronous.
  const together = <T>(read: () => T): T => db.transaction(read);

  return {
    commit: async (request) => commit(request),
    entriesAfter: async (revision, limit) => journal.after(revision, limit),
    lastEntryOfConversation: async (conversationId) => journal.lastOfConversation(conversationId),
    head: async () => {
      const { epoch, revision } = head.read();
      return { epoch, revision };
    },
    snapshot: async () =>
      together(() => {
        const { epoch, revision, catalogueRevision } = head.read();
        return {
          epoch,
          revision,
          catalogue: { revision: catalogueRevision, ...catalogue() },
          conversations: conversations.open(),
          contacts: contacts.open(),
        };
      }),

    contact: async (id) => together(() => contacts.byId(id)),
    contactByExternalId: async (namespace, externalId) =>
      together(() => contacts.byExternalId(namespace, externalId)),
    contactsAfter: async (afterId, limit) => together(() => contacts.after(afterId, limit)),
    countContacts: async () => contacts.count(),
    countValues: async (attribute) => contacts.countValues(attribute),

    conversation: async (id) => conversations.byId(id),
    conversationOf: async (contactId, channel) => conversations.byPlace(contactId, channel),
    resolvedConversations: async (page) => together(() => conversations.resolved(page)),
    conversationWithMessages: async (id, messageLimit) =>
      together(() => {
        const conversation = conversations.byId(id);
        const contact = conversation && contacts.byId(conversation.contactId);
        if (!conversation || !contact) return null;
        return {
          revision: head.read().revision,
          conversation,
          contact,
          messages: conversations.lastMessages(id, messageLimit),
          messageTotal: conversations.messageTotal(id),
        };
      }),
    messagesBefore: async (conversationId, messageId, limit) =>
      conversations.messagesBefore(conversationId, messageId, limit),
    receipt: async (channel, externalMessageId) =>
      conversations.receipt(channel, externalMessageId),

    tokens: async () => access.tokens(),
    tokenByHash: async (hash) => access.tokenByHash(hash),
    invitationByHash: async (hash) => access.invitationByHash(hash),

    close: async () => {
      db.$client.close();
    },
  };
}
