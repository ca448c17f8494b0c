import { authorise, type Ctx, type SystemCaller } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { conversationAsLoaded } from '@/lib/desk/expectations';
import { changeOf, loadConversation, stateOf } from './conversation-facts';

/**
 * Ends a boomerang whose time has come: the conversation is New, and waits since it did before, or
 * since now. Does nothing to one that is not due.
 */
export async function bringBack({
  ctx,
  input,
}: {
  ctx: Ctx<SystemCaller>;
  input: { conversationId: string };
}): Promise<void> {
  authorise(ctx.caller, 'work');
  const { desk } = ctx;
  await decide(ctx, 'bringBack', async () => {
    const conversation = await loadConversation(ctx, input.conversationId);
    const { returnsAt, waitingSince } = conversation;
    const now = desk.now();
    const isDue = returnsAt !== null && returnsAt <= now;
    const after = {
      ...stateOf(conversation),
      status: 'new' as const,
      waitingSince: waitingSince ?? now,
      returnsAt: null,
    };
    return {
      expect: [conversationAsLoaded(conversation)],
      entries: isDue
        ? [{ kind: 'conversation.cameBack', body: changeOf(conversation, after) }]
        : [],
      answer: () => undefined,
    };
  });
}
