import { authorise, type Ctx } from '@/lib/desk/context';
import { invalid } from '@/lib/desk/errors';
import { checkedFilter } from '@/lib/desk/reads/queue';
import type { BulkProgress } from '@/lib/desk/wire';
import type { QueueFilter, QueueOrder } from '@/lib/ranking/filter';
import { type Act, checkAct, doAct } from './act';
import { inBulk } from './in-bulk';

/** Which conversations: those named, or all that a filter of the queue holds at this moment. */
export type Chosen = { conversationIds: string[] } | { filter: QueueFilter; order: QueueOrder };

/**
 * Does one thing to many conversations, each by the rules of its single command, in the order
 * given: one that is refused is told of and stops no other. Which they are is fixed at the start.
 * Throws `invalid` with the field, `forbidden`, before anything is done.
 */
export function actOnMany({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { chosen: Chosen; act: Act };
}): AsyncGenerator<BulkProgress> {
  authorise(ctx.caller, 'work');
  checkAct(ctx, input.act);
  const acts = chosenIds(ctx, input.chosen).map((conversationId) => ({ conversationId }));
  return inBulk(ctx, acts, (ofBulk, { conversationId }) =>
    doAct(ofBulk, input.act, conversationId),
  );
}

function chosenIds(ctx: Ctx, chosen: Chosen): string[] {
  if ('conversationIds' in chosen) {
    const { conversationIds } = chosen;
    if (new Set(conversationIds).size < conversationIds.length)
      throw invalid('Name each conversation once.', 'conversationIds');
    return conversationIds;
  }
  const { memory } = ctx.desk;
  const filter = checkedFilter(memory, ctx.caller, chosen.filter);
  return memory.queue.window(filter, chosen.order, 0, memory.queue.size).ids;
}
