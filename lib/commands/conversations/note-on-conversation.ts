import { checkedMessage } from '@/lib/desk/checks';
import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { conversationAsLoaded } from '@/lib/desk/expectations';
import { newId } from '@/lib/desk/ids';
import { forgetSentDraft } from '../drafts/forget-sent-draft';
import { changeOf, loadConversation, stateOf, worked } from './conversation-facts';
import { type Sent, sentBefore } from './sent-before';

/**
 * Writes an internal note, which only the team sees; the conversation's state stays. With a
 * `messageId` of the sender's it is written once, however often it is asked for. Throws `invalid`
 * for a note without text, `conflict` for the id of another message.
 */
export async function noteOnConversation({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { conversationId: string; text: string; messageId?: string };
}): Promise<Sent> {
  authorise(ctx.caller, 'work');
  const text = checkedMessage(input.text, 'text');
  const written = await decide(ctx, 'noteOnConversation', async () => {
    const conversation = await loadConversation(ctx, input.conversationId);
    const { messageId = newId(ctx.desk.now()) } = input;
    const sent = { messageId: input.messageId, kind: 'note' as const, text };
    const before = await sentBefore(ctx, conversation, sent);
    if (before) return { expect: [], entries: [], answer: () => before };
    const body = { ...changeOf(conversation, stateOf(conversation)), messageId };
    return {
      expect: [conversationAsLoaded(conversation)],
      entries: [{ kind: 'conversation.noted', body, personal: { text } }],
      answer: (entries) => ({ ...worked(conversation)(entries), messageId, first: true }),
    };
  });
  await forgetSentDraft(ctx, { conversationId: written.conversationId, kind: 'note', text });
  return written;
}
