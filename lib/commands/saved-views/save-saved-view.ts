import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { conflict } from '@/lib/desk/errors';
import { catalogueAsInMemory } from '@/lib/desk/expectations';
import { newId } from '@/lib/desk/ids';
import { ownerOf, savedViewWire, visibleSavedView } from '@/lib/desk/reads/saved-views';
import type { SavedViewWire } from '@/lib/desk/wire';
import { decideSavedView, type SavedViewParts } from './decide-saved-view';
import { definition, inJournal } from './saved-view-in-journal';

export type SavedViewInput = SavedViewParts & {
  /** Of the saved view to change; a new one is made without. */
  id?: string;
  /** For everybody; never changes. */
  shared?: boolean;
  /** The revision the editor saw: a conflict if somebody saved since. */
  expect?: number;
};

/**
 * Makes a saved view, the caller's own unless it is to be shared, or changes one; what is not given
 * stays. Throws `invalid` with the field, `not_found`, `forbidden`, and `conflict` for a taken name,
 * one too many, or a save in between.
 */
export async function saveSavedView({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: SavedViewInput;
}): Promise<SavedViewWire> {
  authorise(ctx.caller, 'see');
  const { memory, store } = ctx.desk;
  return decide(ctx, 'saveSavedView', async () => {
    const before = input.id === undefined ? null : await visibleSavedView(ctx, input.id);
    const ownerId = ownerOf(ctx, before ? before.ownerId === null : (input.shared ?? false));
    if (before && input.expect !== undefined && input.expect !== before.revision)
      throw conflict(`${before.changedBy ?? 'Somebody'} has saved this view meanwhile.`);
    const beside = await store.savedViews(ownerId);
    const after = decideSavedView({
      names: memory,
      before,
      given: input,
      ownerId,
      beside,
      newId: () => newId(ctx.desk.now()),
    });
    const same = before && JSON.stringify(definition(before)) === JSON.stringify(after);
    return {
      expect: [
        { kind: 'savedView', id: after.id, revision: before?.revision ?? 0 },
        // Its segments were there by this catalogue.
        catalogueAsInMemory(memory),
      ],
      entries: same
        ? []
        : [
            {
              kind: 'savedView.saved',
              body: { before: before && inJournal(before), after: inJournal(after) },
              secret: { view: after },
            },
          ],
      answer: ([saved]) => {
        if (!saved && before) return savedViewWire(before);
        const { actor, at = 0, revision = 0 } = saved ?? {};
        return savedViewWire({
          ...after,
          changedBy: actor?.name ?? null,
          changedAt: at,
          revision,
        });
      },
    };
  });
}
