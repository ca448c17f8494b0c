import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import type { Entry } from '@/lib/desk/entry';
import { conflict } from '@/lib/desk/errors';
import type { ConversationState } from '@/lib/desk/facts';
import { comingBack, loadConversation, type Worked, worked } from './conversation-facts';

/**
 * Takes a resolve back: the conversation stands again as it stood before, with its owner and its
 * waiting since. A reply that resolved it stays sent, so that the customer is waited for. Throws
 * `conflict` when something has happened to it since.
 */
export async function undoResolve({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { conversationId: string };
}): Promise<Worked> {
  authorise(ctx.caller, 'work');
  return decide(ctx, 'undoResolve', async () => {
    const conversation = await loadConversation(ctx, input.conversationId);
    const last = await ctx.desk.store.lastEntryOfConversation(conversation.id);
    const before = conversation.status === 'resolved' ? stateBeforeResolve(last) : null;
    if (!before) throw conflict('This can no longer be undone: something has happened since.');
    // One that was resolved because it was forgotten would be so again within a second.
    const lastActivityAt = before.status === 'pending' ? ctx.desk.now() : before.lastActivityAt;
    const after = { ...before, lastActivityAt };
    const { entries, expect } = await comingBack(ctx, conversation, after);
    return { expect, entries, answer: worked(conversation) };
  });
}

/** The state that the entry has resolved, or null if it did no such thing. */
function stateBeforeResolve(entry: Entry | null): ConversationState | null {
  if (entry?.kind !== 'conversation.statusChanged' && entry?.kind !== 'conversation.replied')
    return null;
  const { before, after } = entry.body;
  if (after.status !== 'resolved' || !before || before.status === 'resolved') return null;
  // Entries from before there were boomerangs know of none.
  const { returnsAt = null } = before;
  if (entry.kind === 'conversation.statusChanged') return { ...before, returnsAt };
  return { ...before, status: 'pending', waitingSince: null, returnsAt: null };
}
