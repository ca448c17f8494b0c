import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { invalid } from '@/lib/desk/errors';
import { ownerOf } from '@/lib/desk/reads/saved-views';

/** Puts the shared views, or one's own, in this order. Throws `invalid` unless each is there exactly once, `forbidden`. */
export async function reorderSavedViews({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { shared: boolean; ids: readonly string[] };
}): Promise<void> {
  authorise(ctx.caller, 'see');
  const ownerId = ownerOf(ctx, input.shared);
  await decide(ctx, 'reorderSavedViews', async () => {
    const before = (await ctx.desk.store.savedViews(ownerId)).map(({ id }) => id);
    const after = [...new Set(input.ids)];
    const whole = after.length === input.ids.length && after.length === before.length;
    if (!whole || !after.every((id) => before.includes(id)))
      throw invalid('Name every one of these views exactly once.', 'ids');
    const same = after.every((id, index) => id === before[index]);
    return {
      expect: [],
      entries: same ? [] : [{ kind: 'savedViews.reordered', body: { ownerId, before, after } }],
      answer: () => undefined,
    };
  });
}
