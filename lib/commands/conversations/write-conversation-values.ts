import type { Ctx } from '@/lib/desk/context';
import { authorise } from '@/lib/desk/context';
import { notFound } from '@/lib/desk/errors';
import { sourceOf } from '../contacts/source-of';
import { type ValuesWritten, writeValues } from '../contacts/write-values';
import { loadConversation } from './conversation-facts';

/** Writes values, by hand, of the contact of a conversation on any channel. Throws as writeValues. */
export async function writeConversationValues({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { conversationId: string; values: ReadonlyMap<string, unknown> };
}): Promise<ValuesWritten> {
  authorise(ctx.caller, 'writeValues');
  const as = sourceOf(ctx.caller, 'agent');
  const conversation = await loadConversation(ctx, input.conversationId);
  const contact = await ctx.desk.store.contact(conversation.contactId);
  if (!contact) throw notFound('The contact of this conversation is gone.');
  const { namespace, externalId } = contact;
  return writeValues({
    ctx,
    input: { contact: { namespace, externalId }, as, values: input.values },
  });
}
