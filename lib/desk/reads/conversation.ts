import type { SegmentSet } from '@/lib/segments/segment-set';
import { authorise, type Ctx } from '../context';
import { crmLookupWire } from '../crm-wire';
import { notFound } from '../errors';
import type { Contact, Conversation, Message } from '../facts';
import { isoTime, isoTimeOrNull } from '../iso-time';
import type { Memory } from '../memory';
import { nameOf, personMark } from '../queue-entry';
import { trailOf } from '../trail';
import { valuesWire } from '../values-wire';
import type {
  ConversationDetail,
  ConversationHeader,
  ExcerptWire,
  MessageWire,
  TrailWire,
  UndeliveredWire,
} from '../wire';

/** How many messages a pane opens with. */
export const FIRST_MESSAGES = 50;

/** Everything a conversation pane shows, from one revision. Throws `not_found`. */
export async function readConversation(
  ctx: Ctx,
  id: string,
): Promise<ConversationDetail & { epoch: string }> {
  authorise(ctx.caller, 'see');
  const { memory, store } = ctx.desk;
  const found = await store.conversationWithMessages(id, FIRST_MESSAGES);
  if (!found) throw notFound(`There is no conversation ${id}.`);
  const values = new Map(Object.entries(found.contact.values));
  const matches = memory.matcher.matches(values);
  return {
    epoch: memory.epoch,
    revision: found.revision,
    header: headerOf(memory, found.conversation, found.contact, matches),
    segments: memory.marks.of(matches),
    values: valuesWire(memory, found.contact.values),
    crm: crmLookupWire(memory, found.conversation.channel, found.crmStanding),
    messages: found.messages.map((message) => messageWire(memory, message)),
    messageTotal: found.messageTotal,
    trail: trailOf(memory, found.trail),
    undelivered: await undeliveredOf(ctx, found.conversation),
  };
}

/** Only webhook channels take replies on by themselves. */
async function undeliveredOf(
  { desk }: Ctx,
  { id, channel }: Conversation,
): Promise<UndeliveredWire[]> {
  if (desk.memory.channels.get(channel)?.kind !== 'webhook') return [];
  const unarrived = await desk.store.webhooks.unarrived(id);
  return unarrived.map(({ webhookId, state, problem }) => ({
    messageId: webhookId,
    state: state === 'dead' ? 'failed' : 'failing',
    problem,
  }));
}

/**
 * Messages older than the one given, the last `limit` of them, and what was done between them,
 * oldest first. Throws `not_found`.
 */
export async function readEarlierMessages(
  ctx: Ctx,
  request: { conversationId: string; before: string; limit: number },
): Promise<{ messages: MessageWire[]; trail: TrailWire[] }> {
  authorise(ctx.caller, 'see');
  const { memory, store } = ctx.desk;
  const { conversationId, before, limit } = request;
  if (!(await store.conversation(conversationId)))
    throw notFound(`There is no conversation ${conversationId}.`);
  const { messages, trail } = await store.messagesBefore(conversationId, before, limit);
  return {
    messages: messages.map((message) => messageWire(memory, message)),
    trail: trailOf(memory, trail),
  };
}

/** The messages around one, and what was done between them. Throws `not_found`. */
export async function readMessagesAround(
  ctx: Ctx,
  request: { conversationId: string; messageId: string; limit: number },
): Promise<ExcerptWire> {
  authorise(ctx.caller, 'see');
  const { memory, store } = ctx.desk;
  const { conversationId, messageId, limit } = request;
  const found = await store.messagesAround(conversationId, messageId, limit);
  if (!found) throw notFound(`There is no message ${messageId} in this conversation.`);
  return {
    ...found,
    messages: found.messages.map((message) => messageWire(memory, message)),
    trail: trailOf(memory, found.trail),
  };
}

function headerOf(
  memory: Memory,
  conversation: Conversation,
  contact: Contact,
  matches: SegmentSet,
): ConversationHeader {
  const values = new Map(Object.entries(contact.values));
  return {
    conversationId: conversation.id,
    contact: {
      id: contact.id,
      externalId: contact.externalId,
      name: nameOf({ externalId: contact.externalId, values }),
    },
    channel: conversation.channel,
    status: conversation.status,
    owner: personMark(memory, conversation.ownerId),
    waitingSince: isoTimeOrNull(conversation.waitingSince),
    returnsAt: isoTimeOrNull(conversation.returnsAt),
    openedAt: isoTime(conversation.openedAt),
    priority: memory.priorityOf(matches),
    reasons: memory.marks.reasons(matches, values),
    revision: conversation.revision,
  };
}

function messageWire(memory: Memory, message: Message): MessageWire {
  const { id, kind, text, mentions, attachments, at, authorId, authorName } = message;
  const author =
    authorId === null && authorName === null
      ? null
      : { id: authorId ?? '', name: memory.people.get(authorId ?? '')?.name ?? authorName ?? '' };
  return { id, kind, text, author, mentions, attachments, at: isoTime(at) };
}
