import { authorise, type Ctx } from '@/lib/desk/context';
import { crmFor, noStanding } from '@/lib/desk/crm';
import { decide } from '@/lib/desk/decide';
import { conflict } from '@/lib/desk/errors';
import { loadConversation } from '../conversations/conversation-facts';
import { lookupAsked } from './lookup-asked';

/**
 * Asks for the contact of a conversation to be looked up in the CRM now, also while what it said
 * last is fresh. Gives the revision from which that shows. Throws `not_found`, and `conflict` where
 * no CRM is connected.
 */
export async function lookUpContact({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { conversationId: string };
}): Promise<{ conversationId: string; revision: number }> {
  authorise(ctx.caller, 'work');
  const { memory, store } = ctx.desk;
  return decide(ctx, 'lookUpContact', async () => {
    const conversation = await loadConversation(ctx, input.conversationId);
    if (!crmFor(memory.crm, conversation.channel))
      throw conflict('No CRM is connected for this channel.');
    const { contactId } = conversation;
    const standing = (await store.crmStanding(contactId)) ?? noStanding(contactId);
    const { expect, entries } = lookupAsked(standing, ctx.desk.now());
    return {
      expect,
      entries,
      answer: ([asked]) => ({
        conversationId: conversation.id,
        revision: asked?.revision ?? standing.revision,
      }),
    };
  });
}
