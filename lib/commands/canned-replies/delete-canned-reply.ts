import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { notFound } from '@/lib/desk/errors';
import { cannedReplyAsLoaded } from '@/lib/desk/expectations';
import { definition } from './decide-canned-reply';

/** Deletes a canned reply; what was written with it stays. Throws `not_found`. */
export async function deleteCannedReply({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { id: string };
}): Promise<void> {
  authorise(ctx.caller, 'writeCannedReplies');
  await decide(ctx, 'deleteCannedReply', async () => {
    const before = await ctx.desk.store.cannedReply(input.id);
    if (!before) throw notFound('There is no such canned reply.');
    return {
      expect: [cannedReplyAsLoaded(before)],
      entries: [{ kind: 'cannedReply.deleted', body: { before: definition(before) } }],
      answer: () => undefined,
    };
  });
}
