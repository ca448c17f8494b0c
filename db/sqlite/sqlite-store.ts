import { type Clock, systemClock } from '@/lib/desk/clock';
import type { Store } from '@/lib/desk/store';
import { filesFolderOf, openFiles } from '../files/file-folder';
import { prepareDraftReads } from './drafts';
import { makeHead, prepareHead } from './head';
import { prepareJournalReads } from './journal';
import { openMigratedDatabase } from './open-database';
import { prepareAccessReads } from './reads-access';
import { prepareBelongingReads } from './reads-belongings';
import { prepareCannedReplyReads } from './reads-canned-replies';
import { prepareCatalogueReads } from './reads-catalogue';
import { prepareChannelReads } from './reads-channels';
import { prepareContactReads } from './reads-contacts';
import { prepareConversationReads } from './reads-conversations';
import { prepareCrmReads } from './reads-crm';
import { prepareHistoryReads } from './reads-history';
import { prepareOpenReads } from './reads-open';
import { prepareSavedViewReads } from './reads-saved-views';
import { prepareUnreadReads } from './reads-unread';
import { Searcher } from './searcher';
import { prepareUploadReads } from './uploads';
import { openWebhookStore } from './webhook-store';
import { Writer } from './writer';

export type SqliteStoreOptions = {
  path: string;
  /** Gives every commit its time. */
  clock?: Clock;
  migrationsFolder?: string;
  /** Told once if the store cannot write any more; every commit is refused from then on. */
  onWriterStopped?: (error: Error) => void;
  /** Told how many commits shared a transaction. */
  onTransaction?: (commits: number) => void;
  /** Fills the search index from the start; else it waits for the first search. */
  fillsSearch?: boolean;
};

/**
 * The Store for one machine, on a migrated SQLite file. A fresh file gets its head row and nothing
 * else. Rejects when the file is not a database, or is not migrated to this version.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const db = openMigratedDatabase(options.path, options.migrationsFolder);
  makeHead(db);
  // From here on only the writer's thread writes: a write here would wait for it, and all with it.
  db.$client.pragma('query_only = ON');
  const writer = new Writer({
    path: options.path,
    clock: options.clock ?? systemClock,
    onStopped: options.onWriterStopped ?? (() => undefined),
    onTransaction: options.onTransaction,
  });
  const searcher = new Searcher(options.path);
  if (options.fillsSearch) searcher.start();
  const head = prepareHead(db);
  const journal = prepareJournalReads(db);
  const catalogue = prepareCatalogueReads(db);
  const contacts = prepareContactReads(db);
  const conversations = prepareConversationReads(db);
  const channels = prepareChannelReads(db);
  const cannedReplies = prepareCannedReplyReads(db);
  const crm = prepareCrmReads(db);
  const drafts = prepareDraftReads(db);
  const savedViews = prepareSavedViewReads(db);
  const uploads = prepareUploadReads(db);
  const files = openFiles(filesFolderOf(options.path));
  const unread = prepareUnreadReads(db);
  const webhooks = openWebhookStore(db, writer);
  const history = prepareHistoryReads(db);
  const belongings = prepareBelongingReads(db);
  const access = prepareAccessReads(db);
  const openConversations = prepareOpenReads(db);

  // drizzle refuses async transactions on better-sqlite3: what happens inside is synchronous.
  const together = <T>(read: () => T): T => db.transaction(read);

  return {
    commit: (request) => writer.commit(request),
    entriesAfter: async (revision, limit) => journal.after(revision, limit),
    lastEntryOfConversation: async (conversationId) => journal.lastOfConversation(conversationId),
    actsOfBulk: async (bulkId, afterRevision, limit) =>
      journal.actsOfBulk(bulkId, afterRevision, limit),
    entriesOfBulk: async (bulkId, afterRevision, limit) =>
      journal.ofBulk(bulkId, afterRevision, limit),
    head: async () => {
      const { epoch, revision } = head.read();
      return { epoch, revision };
    },
    load: async (begin) =>
      together(() => {
        const { epoch, revision, catalogueRevision } = head.read();
        const reader = begin({
          epoch,
          revision,
          catalogue: { revision: catalogueRevision, ...catalogue() },
        });
        for (const page of openConversations()) reader.admit(page);
        return reader;
      }),

    contact: async (id) => together(() => contacts.byId(id)),
    contactByExternalId: async (namespace, externalId) =>
      together(() => contacts.byExternalId(namespace, externalId)),
    valuesAfter: async (afterId, limit, attributes) =>
      contacts.valuesAfter(afterId, limit, attributes),
    valuesBefore: async (beforeId, limit, attributes) =>
      contacts.valuesBefore(beforeId, limit, attributes),
    contactsAfter: async (afterId, limit) => together(() => contacts.after(afterId, limit)),
    countContacts: async () => contacts.count(),
    countValues: async (attribute) => contacts.countValues(attribute),
    crmStanding: async (contactId) => crm.standing(contactId),
    belongingsOf: async (contactId) => together(() => belongings(contactId)),
    historyOfContact: async (contactId, { place, limit, attribute }) =>
      together(() =>
        attribute === undefined
          ? history.all(contactId, place, limit)
          : history.ofAttribute(contactId, attribute, place, limit),
      ),
    lookupsDue: async (nowMs, limit) => crm.lookupsDue(nowMs, limit),
    contactsByCrmKey: async (key) => crm.byKey(key),
    crmPushReceipt: async (webhookId, contactId) => crm.push(webhookId, contactId),

    conversation: async (id) => conversations.byId(id),
    conversationOf: async (contactId, channel) => conversations.byPlace(contactId, channel),
    conversationsOf: async (contactId) => conversations.ofContact(contactId),
    resolvedConversations: async (page) => together(() => conversations.resolved(page)),
    conversationWithMessages: async (id, messageLimit) =>
      together(() => {
        const conversation = conversations.byId(id);
        const contact = conversation && contacts.byId(conversation.contactId);
        if (!conversation || !contact) return null;
        const messages = conversations.lastMessages(id, messageLimit);
        const messageTotal = conversations.messageTotal(id);
        const [first] = messages.length < messageTotal ? messages : [];
        return {
          revision: head.read().revision,
          conversation,
          contact,
          crmStanding: crm.standing(contact.id),
          messages,
          messageTotal,
          trail: journal.trail(id, first ? conversations.revisionOf(id, first.id) : 0),
        };
      }),
    messagesBefore: async (conversationId, messageId, limit) =>
      together(() => {
        const messages = conversations.messagesBefore(conversationId, messageId, limit);
        const [first] = messages.length === limit ? messages : [];
        const from = first ? conversations.revisionOf(conversationId, first.id) : 0;
        const until = conversations.revisionOf(conversationId, messageId);
        return { messages, trail: journal.trail(conversationId, from, until) };
      }),
    messagesAround: async (conversationId, messageId, limit) =>
      together(() => {
        const before = Math.floor(limit / 2);
        // One more of each tells whether there are more.
        const earlier = conversations.messagesBefore(conversationId, messageId, before + 1);
        const later = conversations.messagesFrom(conversationId, messageId, limit - before + 1);
        const hasEarlier = earlier.length > before;
        const hasLater = later.length > limit - before;
        const messages = [
          ...(hasEarlier ? earlier.slice(1) : earlier),
          ...(hasLater ? later.slice(0, -1) : later),
        ];
        const revisionOf = (id = '') => conversations.revisionOf(conversationId, id);
        const from = hasEarlier ? revisionOf(messages[0]?.id) : 0;
        const until = hasLater ? revisionOf(later.at(-1)?.id) : undefined;
        if (later.length === 0) return null;
        const trail = journal.trail(conversationId, from, until);
        return { messages, trail, hasEarlier, hasLater };
      }),
    message: async (id) => conversations.message(id),
    receipt: async (channel, externalMessageId) =>
      conversations.receipt(channel, externalMessageId),

    search: (request, signal) => searcher.search(request, signal),

    messenger: async (channel) => channels.messenger(channel),
    signingSecrets: async (owner) => channels.secrets(owner),
    spendToken: (use) => writer.keepOwn({ kind: 'tokenUse', use }),
    externalIdsWith: async (namespace, prefix, attribute) =>
      channels.externalIdsWith(namespace, prefix, attribute),
    spokenMessages: async (conversationId, before, limit) =>
      channels.spoken(conversationId, before, limit),

    cannedReplies: async () => cannedReplies.all(),
    cannedReply: async (id) => cannedReplies.byId(id),

    keepDraft: (draft) => writer.keepOwn({ kind: 'draft', draft }),
    draft: async (personId, conversationId) => drafts.one(personId, conversationId),
    draftsOf: async (personId) => drafts.ofPerson(personId),
    savedViews: async (ownerId) => savedViews.of(ownerId),
    savedView: async (id) => savedViews.byId(id),

    files,
    keepUpload: async (upload) => {
      await writer.keepOwn({ kind: 'upload', upload });
    },
    upload: async (id) => uploads.one(id),
    forgetUploads: async (beforeMs) => {
      await writer.keepOwn({ kind: 'forgetUploads', beforeMs });
      const left = (await files.idsBefore(beforeMs)).filter((id) => uploads.one(id) === null);
      for (const id of left) await files.remove(id);
      return left.length;
    },

    keepSight: (sight) => writer.keepOwn({ kind: 'sight', sight }),
    unreadOf: async (personId) => unread.of(personId),
    unreadIn: async (conversationId) => unread.in(conversationId),

    webhooks,

    tokens: async () => access.tokens(),
    tokenByHash: async (hash) => access.tokenByHash(hash),
    invitationByHash: async (hash) => access.invitationByHash(hash),

    close: async () => {
      await Promise.all([writer.close(), searcher.close()]);
      db.$client.close();
    },
  };
}
