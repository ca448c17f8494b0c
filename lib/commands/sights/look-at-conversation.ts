import { asPerson, authorise, type Ctx } from '@/lib/desk/context';
import { invalid } from '@/lib/desk/errors';
import { loadConversation } from '../conversations/conversation-facts';

/**
 * Keeps that the caller has looked at a conversation as it was at a revision of its own; who has
 * looked further stays there. Throws `forbidden` for a token, `not_found`, and `invalid` for a
 * revision that it does not have yet.
 */
export async function lookAtConversation({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { conversationId: string; revision: number };
}): Promise<void> {
  authorise(ctx.caller, 'see');
  const { desk, caller } = asPerson(ctx);
  const { conversationId, revision } = input;
  const conversation = await loadConversation(ctx, conversationId);
  if (revision > conversation.revision)
    throw invalid('This conversation has no such revision yet.', 'revision');
  await desk.sights.keep({ personId: caller.id, conversationId, revision });
}
