import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import type { Conversation, ConversationState, Status } from '@/lib/desk/facts';
import {
  changeOf,
  comingBack,
  loadConversation,
  stateOf,
  type Worked,
  worked,
} from './conversation-facts';

/**
 * Makes a conversation New, Pending or Resolved. Resolving frees it from its owner and ends its
 * waiting; one that comes back from Resolved stands by its last activity until the customer writes.
 */
export async function setStatus({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { conversationId: string; status: Status };
}): Promise<Worked> {
  authorise(ctx.caller, 'work');
  return decide(ctx, 'setStatus', async () => {
    const conversation = await loadConversation(ctx, input.conversationId);
    const after = stateAfter(conversation, input.status, ctx.desk.now());
    const { entries, expect } = await comingBack(ctx, conversation, after);
    const isSo = conversation.status === input.status && conversation.returnsAt === null;
    if (entries.length === 0 && !isSo) {
      entries.push({
        kind: 'conversation.statusChanged',
        body: changeOf(conversation, after),
      });
    }
    return { expect, entries, answer: worked(conversation) };
  });
}

function stateAfter(conversation: Conversation, status: Status, nowMs: number): ConversationState {
  const before = stateOf(conversation);
  // Whoever says what it is ends its boomerang.
  const after = { ...before, status, returnsAt: null };
  if (status === 'resolved')
    return { ...after, ownerId: null, waitingSince: null, skippedBy: null };
  // Whoever makes it Pending gives the customer time from now on.
  return status === 'pending' ? { ...after, lastActivityAt: nowMs } : after;
}
