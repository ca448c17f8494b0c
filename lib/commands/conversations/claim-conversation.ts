import { asPerson, authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { conflict } from '@/lib/desk/errors';
import { conversationAsLoaded } from '@/lib/desk/expectations';
import { personMark } from '@/lib/desk/queue-entry';
import { changeOf, loadConversation, stateOf, type Worked, worked } from './conversation-facts';

/**
 * The caller takes an unowned conversation. One winner: throws `conflict`, naming who has it, for
 * all others; with `onlyNew` also for one that is no longer New. Taking one's own again changes
 * nothing.
 */
export async function claimConversation({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { conversationId: string; onlyNew?: boolean };
}): Promise<Worked> {
  authorise(ctx.caller, 'work');
  const { caller } = asPerson(ctx);
  return decide(ctx, 'claimConversation', async () => {
    const conversation = await loadConversation(ctx, input.conversationId);
    const { ownerId } = conversation;
    if (conversation.status === 'resolved') throw conflict('This conversation is resolved.');
    if (input.onlyNew && conversation.status !== 'new')
      throw conflict('This conversation no longer waits.');
    if (ownerId !== null && ownerId !== caller.id) {
      const owner = personMark(ctx.desk.memory, ownerId);
      throw conflict(`${owner?.name} has taken this conversation already.`);
    }
    // Who takes what they have skipped has thought better of it.
    const others = conversation.skippedBy?.filter((id) => id !== caller.id) ?? [];
    const skippedBy = others.length > 0 ? others : null;
    const after = { ...stateOf(conversation), ownerId: caller.id, skippedBy };
    const body = changeOf(conversation, after);
    return {
      expect: [conversationAsLoaded(conversation)],
      entries: ownerId === caller.id ? [] : [{ kind: 'conversation.claimed', body }],
      answer: worked(conversation),
    };
  });
}
