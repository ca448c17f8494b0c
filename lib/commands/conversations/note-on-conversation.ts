import { checkedCaption } from '@/lib/desk/checks';
import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { catalogueAsInMemory, conversationAsLoaded } from '@/lib/desk/expectations';
import { newId } from '@/lib/desk/ids';
import { attachmentsToSend } from '../attachments/attachments-to-send';
import { forgetSentDraft } from '../drafts/forget-sent-draft';
import { checkedMentions } from './checked-mentions';
import { changeOf, loadConversation, stateOf, worked } from './conversation-facts';
import { type Sent, sentBefore } from './sent-before';

/**
 * Writes an internal note, which only the team sees; the conversation's state stays, also for the
 * people it mentions. With a `messageId` of the sender's it is written once, however often it is
 * asked for. Throws `invalid` for a note without text or files, with files that are not the caller's
 * to send, or a mention of nobody who is there or of
 * whom the text does not name, `conflict` for the id of another message.
 */
export async function noteOnConversation({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: {
    conversationId: string;
    text: string;
    attachmentIds?: string[];
    mentions?: string[];
    messageId?: string;
  };
}): Promise<Sent> {
  authorise(ctx.caller, 'work');
  const { attachmentIds = [] } = input;
  const text = checkedCaption(input.text, attachmentIds, 'text');
  const { mentions = [] } = input;
  const written = await decide(ctx, 'noteOnConversation', async () => {
    const { desk } = ctx;
    const expectCatalogue = catalogueAsInMemory(desk.memory);
    const conversation = await loadConversation(ctx, input.conversationId);
    const { messageId = newId(desk.now()) } = input;
    const sent = {
      messageId: input.messageId,
      kind: 'note' as const,
      text,
      mentions,
      attachmentIds,
    };
    // Before the mentions are looked at: who was there when it was sent may have left since.
    const before = await sentBefore(ctx, conversation, sent);
    if (before) return { expect: [], entries: [], answer: () => before };
    const marks = checkedMentions(desk.memory, mentions, text);
    const attachments = await attachmentsToSend(ctx, attachmentIds);
    const body = {
      ...changeOf(conversation, stateOf(conversation)),
      messageId,
      ...(marks.length > 0 && { mentions: marks }),
    };
    return {
      expect: [conversationAsLoaded(conversation), ...(marks.length > 0 ? [expectCatalogue] : [])],
      entries: [
        {
          kind: 'conversation.noted',
          body,
          personal: { text, ...(attachments.length > 0 && { attachments }) },
        },
      ],
      answer: (entries) => ({ ...worked(conversation)(entries), messageId, first: true }),
    };
  });
  await forgetSentDraft(ctx, { conversationId: written.conversationId, kind: 'note', text });
  return written;
}
