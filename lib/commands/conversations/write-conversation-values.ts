import { authorise, type Ctx } from '@/lib/desk/context';
import { sourceOf } from '../contacts/source-of';
import { writeContactValues } from '../contacts/write-contact-values';
import type { ValuesWritten } from '../contacts/write-values';
import { loadConversation } from './conversation-facts';

/** Writes values, by hand, of the contact of a conversation on any channel. Throws as writeValues. */
export async function writeConversationValues({
  ctx,
  input: { conversationId, values },
}: {
  ctx: Ctx;
  input: { conversationId: string; values: ReadonlyMap<string, unknown> };
}): Promise<ValuesWritten> {
  authorise(ctx.caller, 'writeValues');
  // Before it is looked for: who may not write is not told whether it is there.
  sourceOf(ctx.caller, 'agent');
  const { contactId } = await loadConversation(ctx, conversationId);
  return writeContactValues({ ctx, input: { contactId, values } });
}
