import { authorise, type Ctx, type SystemCaller } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { conversationAsLoaded } from '@/lib/desk/expectations';
import { isForgotten } from '@/lib/desk/forgotten';
import { changeOf, loadConversation, stateOf } from './conversation-facts';

/**
 * Resolves a Pending conversation in which nobody has written for as long as the settings say.
 * Does nothing to any other.
 */
export async function resolveForgotten({
  ctx,
  input,
}: {
  ctx: Ctx<SystemCaller>;
  input: { conversationId: string };
}): Promise<void> {
  authorise(ctx.caller, 'work');
  const { desk } = ctx;
  await decide(ctx, 'resolveForgotten', async () => {
    const conversation = await loadConversation(ctx, input.conversationId);
    const after = {
      ...stateOf(conversation),
      status: 'resolved' as const,
      ownerId: null,
      waitingSince: null,
      skippedBy: null,
    };
    return {
      expect: [conversationAsLoaded(conversation)],
      entries: isForgotten(conversation, desk.memory.settings, desk.now())
        ? [{ kind: 'conversation.statusChanged', body: changeOf(conversation, after) }]
        : [],
      answer: () => undefined,
    };
  });
}
