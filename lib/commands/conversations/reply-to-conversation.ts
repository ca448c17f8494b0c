import { checkedCaption } from '@/lib/desk/checks';
import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import type { ConversationState } from '@/lib/desk/facts';
import { newId } from '@/lib/desk/ids';
import { attachmentsToSend } from '../attachments/attachments-to-send';
import { forgetSentDraft } from '../drafts/forget-sent-draft';
import { changeOf, comingBack, loadConversation, stateOf, worked } from './conversation-facts';
import { type Sent, sentBefore } from './sent-before';

/**
 * Answers the customer: clears waiting since and makes the conversation Pending, or Resolved if
 * asked. A person who replies to an unowned conversation takes it. With a `messageId` of the
 * sender's it is sent once, however often it is asked for. Throws `invalid` for a reply without
 * text or files, or with files that are not the caller's to send, `conflict` for the id of another message.
 */
export async function replyToConversation({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: {
    conversationId: string;
    text: string;
    status?: 'pending' | 'resolved';
    attachmentIds?: string[];
    messageId?: string;
  };
}): Promise<Sent> {
  authorise(ctx.caller, 'work');
  const { attachmentIds = [] } = input;
  const text = checkedCaption(input.text, attachmentIds, 'text');
  const { caller, desk } = ctx;
  const written = await decide(ctx, 'replyToConversation', async () => {
    const conversation = await loadConversation(ctx, input.conversationId);
    const { messageId = newId(desk.now()) } = input;
    const sent = { messageId: input.messageId, kind: 'reply' as const, text, attachmentIds };
    const before = await sentBefore(ctx, conversation, sent);
    if (before) return { expect: [], entries: [], answer: () => before };
    const attachments = await attachmentsToSend(ctx, attachmentIds);
    const status = input.status ?? 'pending';
    const taker = caller.kind === 'person' ? caller.id : null;
    const after: ConversationState = {
      status,
      ownerId: status === 'resolved' ? null : (conversation.ownerId ?? taker),
      waitingSince: null,
      lastActivityAt: desk.now(),
      returnsAt: null,
      skippedBy: null,
    };
    const back = await comingBack(ctx, conversation, after);
    const was = back.entries.length > 0 ? after : stateOf(conversation);
    return {
      expect: back.expect,
      entries: [
        ...back.entries,
        {
          kind: 'conversation.replied',
          body: { ...changeOf(conversation, after), before: was, messageId },
          personal: { text, ...(attachments.length > 0 && { attachments }) },
        },
      ],
      answer: (entries) => ({ ...worked(conversation)(entries), messageId, first: true }),
    };
  });
  await forgetSentDraft(ctx, { conversationId: written.conversationId, kind: 'reply', text });
  return written;
}
