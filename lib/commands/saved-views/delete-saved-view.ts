import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { savedViewAsLoaded } from '@/lib/desk/expectations';
import { ownerOf, visibleSavedView } from '@/lib/desk/reads/saved-views';
import { inJournal } from './saved-view-in-journal';

/** Deletes a saved view of one's own, or a shared one. Throws `not_found`, `forbidden`. */
export async function deleteSavedView({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { id: string };
}): Promise<void> {
  authorise(ctx.caller, 'see');
  await decide(ctx, 'deleteSavedView', async () => {
    const before = await visibleSavedView(ctx, input.id);
    ownerOf(ctx, before.ownerId === null);
    return {
      expect: [savedViewAsLoaded(before)],
      entries: [{ kind: 'savedView.deleted', body: { before: inJournal(before) } }],
      answer: () => undefined,
    };
  });
}
