import { authorise, type Ctx, may } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { forbidden } from '@/lib/desk/errors';
import { conversationAsLoaded } from '@/lib/desk/expectations';
import { changeOf, loadConversation, stateOf, type Worked, worked } from './conversation-facts';

/**
 * Frees a conversation from its owner: one's own, or anyone's for supervisors and admins. Its
 * status and waiting since stay. Throws `forbidden`.
 */
export async function releaseConversation({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { conversationId: string };
}): Promise<Worked> {
  authorise(ctx.caller, 'work');
  return decide(ctx, 'releaseConversation', async () => {
    const conversation = await loadConversation(ctx, input.conversationId);
    const { ownerId } = conversation;
    if (ownerId !== null && ownerId !== ctx.caller.id && !may(ctx.caller, 'assignAnyone'))
      throw forbidden('An agent may release their own conversations only.');
    const after = { ...stateOf(conversation), ownerId: null, skippedBy: null };
    const body = changeOf(conversation, after);
    return {
      expect: [conversationAsLoaded(conversation)],
      entries: ownerId === null ? [] : [{ kind: 'conversation.released', body }],
      answer: worked(conversation),
    };
  });
}
