import { and, asc, count, desc, eq, gte, lt, sql } from 'drizzle-orm';
import type { Conversation, Message, MessageReceipt } from '@/lib/desk/facts';
import type { PageRequest } from '@/lib/desk/store';
import type { Database } from './open-database';
import { conversations, messages } from './schema';
import { given } from './written';

/** What is read of a message. */
export const messageColumns = {
  id: messages.id,
  conversationId: messages.conversationId,
  kind: messages.kind,
  authorId: messages.authorId,
  authorName: messages.authorName,
  text: messages.text,
  mentions: messages.mentions,
  attachments: messages.attachments,
  at: messages.at,
};

/** Reads conversations and their messages; call several of them in a transaction. */
export function prepareConversationReads(db: Database) {
  // In the words of the partial index, which a bound parameter would not match.
  const isResolved = sql`${conversations.status} = 'resolved'`;

  const byId = db
    .select()
    .from(conversations)
    .where(eq(conversations.id, given('id')))
    .prepare();
  const byPlace = db
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.contactId, given('contactId')),
        eq(conversations.channel, given('channel')),
      ),
    )
    .prepare();
  const ofContact = db
    .select()
    .from(conversations)
    .where(eq(conversations.contactId, given('contactId')))
    .orderBy(desc(conversations.lastActivityAt), desc(conversations.id))
    .prepare();
  const resolved = db
    .select()
    .from(conversations)
    .where(isResolved)
    .orderBy(desc(conversations.lastActivityAt), desc(conversations.id))
    .limit(given('limit'))
    .offset(given('offset'))
    .prepare();
  const resolvedTotal = db
    .select({ total: count() })
    .from(conversations)
    .where(isResolved)
    .prepare();
  const byMessageId = db
    .select(messageColumns)
    .from(messages)
    .where(eq(messages.id, given('id')))
    .prepare();
  const lastMessages = db
    .select(messageColumns)
    .from(messages)
    .where(eq(messages.conversationId, given('conversationId')))
    .orderBy(desc(messages.revision), desc(messages.id))
    .limit(given('limit'))
    .prepare();
  const revisionOfGiven = db
    .select({ revision: messages.revision })
    .from(messages)
    .where(
      and(
        eq(messages.id, given('messageId')),
        eq(messages.conversationId, given('conversationId')),
      ),
    );
  const revisionOf = revisionOfGiven.prepare();
  const messagesBefore = db
    .select(messageColumns)
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, given('conversationId')),
        lt(messages.revision, revisionOfGiven),
      ),
    )
    .orderBy(desc(messages.revision), desc(messages.id))
    .limit(given('limit'))
    .prepare();
  const messagesFrom = db
    .select(messageColumns)
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, given('conversationId')),
        gte(messages.revision, revisionOfGiven),
      ),
    )
    .orderBy(asc(messages.revision), asc(messages.id))
    .limit(given('limit'))
    .prepare();
  const messageTotal = db
    .select({ total: count() })
    .from(messages)
    .where(eq(messages.conversationId, given('conversationId')))
    .prepare();
  const receipt = db
    .select({
      contactId: conversations.contactId,
      conversationId: messages.conversationId,
      messageId: messages.id,
      refused: messages.refused,
    })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .where(
      and(
        eq(messages.channel, given('channel')),
        eq(messages.externalMessageId, given('externalMessageId')),
      ),
    )
    .prepare();

  return {
    byId: (id: string): Conversation | null => byId.get({ id }) ?? null,
    byPlace: (contactId: string, channel: string): Conversation | null =>
      byPlace.get({ contactId, channel }) ?? null,
    ofContact: (contactId: string): Conversation[] => ofContact.all({ contactId }),
    resolved({ offset, limit }: PageRequest): { total: number; conversations: Conversation[] } {
      return {
        total: resolvedTotal.get()?.total ?? 0,
        conversations: resolved.all({ offset, limit }),
      };
    },
    message: (id: string): Message | null => byMessageId.get({ id }) ?? null,
    /** Oldest first. */
    lastMessages: (conversationId: string, limit: number): Message[] =>
      lastMessages.all({ conversationId, limit }).reverse(),
    /** Oldest first; none before a message that the conversation does not have. */
    messagesBefore: (conversationId: string, messageId: string, limit: number): Message[] =>
      messagesBefore.all({ conversationId, messageId, limit }).reverse(),
    /** That message and those after it, oldest first; none for one that the conversation does not have. */
    messagesFrom: (conversationId: string, messageId: string, limit: number): Message[] =>
      messagesFrom.all({ conversationId, messageId, limit }),
    /** Of the entry that brought the message; 0 for one that the conversation does not have. */
    revisionOf: (conversationId: string, messageId: string): number =>
      revisionOf.get({ conversationId, messageId })?.revision ?? 0,
    messageTotal: (conversationId: string): number =>
      messageTotal.get({ conversationId })?.total ?? 0,
    receipt: (channel: string, externalMessageId: string): MessageReceipt | null =>
      receipt.get({ channel, externalMessageId }) ?? null,
  };
}
