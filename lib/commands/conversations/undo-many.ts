import { setImmediate } from 'node:timers/promises';
import { authorise, type Ctx } from '@/lib/desk/context';
import { notFound } from '@/lib/desk/errors';
import type { BulkProgress } from '@/lib/desk/wire';
import { inBulk } from './in-bulk';
import { undoAct } from './undo-act';

const PAGE = 1_000;

type DoneTo = { conversationId: string; revision: number };

/**
 * Takes a bulk act back: each conversation stands again as before, by the rules of undoAct. One that
 * something has happened to since is left and told of. Its entries have a cause of
 * their own. Throws
 * `not_found` for an act that did nothing, or that the journal no longer has, `forbidden`.
 */
export async function undoMany({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { bulkId: string };
}): Promise<AsyncGenerator<BulkProgress>> {
  authorise(ctx.caller, 'work');
  const acts: DoneTo[] = [];
  for (;;) {
    const page = await ctx.desk.store.actsOfBulk(input.bulkId, acts.at(-1)?.revision ?? 0, PAGE);
    acts.push(...page);
    if (page.length < PAGE) break;
    await setImmediate();
  }
  if (acts.length === 0) throw notFound('There is nothing of this bulk act to undo.', 'bulkId');
  return inBulk(ctx, acts, (ofBulk, act) => undoAct({ ctx: ofBulk, input: act }));
}
