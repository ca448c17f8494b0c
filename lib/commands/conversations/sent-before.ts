import { actorOf, type Ctx } from '@/lib/desk/context';
import { conflict } from '@/lib/desk/errors';
import type { Conversation, MessageKind } from '@/lib/desk/facts';
import type { Worked } from './conversation-facts';

/** What a command that writes a message answers; `first` is false when it had been sent before. */
export type Sent = Worked & { messageId: string; first: boolean };

/**
 * What to answer for a message whose sender has given it an id, and has sent it before without
 * hearing the answer; null if it is new. Throws `conflict` when the id is another message's.
 */
export async function sentBefore(
  ctx: Ctx,
  conversation: Conversation,
  sent: {
    messageId: string | undefined;
    kind: MessageKind;
    text: string;
    mentions?: readonly string[];
    attachmentIds?: readonly string[];
  },
): Promise<Sent | null> {
  const { messageId, kind, text, mentions = [], attachmentIds = [] } = sent;
  const known = messageId === undefined ? null : await ctx.desk.store.message(messageId);
  if (!known) return null;
  const actor = actorOf(ctx.caller);
  const isAuthor =
    actor.kind === 'person' ? known.authorId === actor.id : known.authorName === actor.name;
  const isSame =
    known.conversationId === conversation.id &&
    known.kind === kind &&
    known.text === text &&
    isSameSet(known.mentions, mentions) &&
    isSameSet(known.attachments, attachmentIds) &&
    isAuthor;
  if (!isSame) throw conflict('Another message has this id.', 'messageId');
  const { revision } = conversation;
  return { conversationId: conversation.id, revision, messageId: known.id, first: false };
}

function isSameSet(known: readonly { id: string }[], wanted: readonly string[]): boolean {
  const ids = new Set(wanted);
  return known.length === ids.size && known.every(({ id }) => ids.has(id));
}
