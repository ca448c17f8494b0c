import { checkedMessage } from '@/lib/desk/checks';
import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { conversationAsLoaded } from '@/lib/desk/expectations';
import { newId } from '@/lib/desk/ids';
import { changeOf, loadConversation, stateOf, type Worked, worked } from './conversation-facts';

/**
 * Writes an internal note, which only the team sees; the conversation's state stays. Throws
 * `invalid` for a note without text.
 */
export async function noteOnConversation({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { conversationId: string; text: string };
}): Promise<Worked & { messageId: string }> {
  authorise(ctx.caller, 'work');
  const text = checkedMessage(input.text, 'text');
  return decide(ctx, 'noteOnConversation', async () => {
    const conversation = await loadConversation(ctx, input.conversationId);
    const messageId = newId(ctx.desk.now());
    const body = { ...changeOf(conversation, stateOf(conversation)), messageId };
    return {
      expect: [conversationAsLoaded(conversation)],
      entries: [{ kind: 'conversation.noted', body, personal: { text } }],
      answer: (entries) => ({ ...worked(conversation)(entries), messageId }),
    };
  });
}
