import { asPerson, authorise, type Ctx } from '@/lib/desk/context';
import { isDeskError, notFound } from '@/lib/desk/errors';
import { type QueueFilter, UNOWNED } from '@/lib/ranking/filter';
import { claimConversation } from './claim-conversation';
import type { Worked } from './conversation-facts';

/**
 * The caller takes the highest unowned New conversation of the filter that they have not skipped
 * (`skipConversation` says for how long). Many at once never collide: each reserves in memory before
 * it commits. Throws `not_found` when nobody else waits.
 */
export async function takeNext({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { filter: QueueFilter };
}): Promise<Worked> {
  authorise(ctx.caller, 'work');
  const { caller } = asPerson(ctx);
  const { memory, reserved } = ctx.desk;
  const filter: QueueFilter = { ...input.filter, owner: UNOWNED, status: 'new' };
  const lost = new Set<string>();
  for (;;) {
    const skipped = memory.skippedBy(caller.id);
    const passed = new Set([...reserved, ...lost, ...skipped]);
    const conversationId = memory.queue.first(filter, passed);
    if (conversationId === null) throw notFound('Nobody is waiting.');
    reserved.add(conversationId);
    try {
      return await claimConversation({ ctx, input: { conversationId, onlyNew: true } });
    } catch (error) {
      if (!isDeskError(error) || error.code !== 'conflict') throw error;
      lost.add(conversationId);
    } finally {
      reserved.delete(conversationId);
    }
  }
}
