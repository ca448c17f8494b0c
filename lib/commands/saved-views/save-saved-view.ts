import { checkedName, MAX_SAVED_VIEWS } from '@/lib/desk/checks';
import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { conflict, invalid } from '@/lib/desk/errors';
import { catalogueAsInMemory } from '@/lib/desk/expectations';
import { ROW_COLUMNS, type RowColumn, type SavedView } from '@/lib/desk/facts';
import { newId } from '@/lib/desk/ids';
import { checkFilterNames, filterRefusal } from '@/lib/desk/reads/queue';
import { ownerOf, savedViewWire, visibleSavedView } from '@/lib/desk/reads/saved-views';
import type { SavedViewRow } from '@/lib/desk/store';
import type { SavedViewWire } from '@/lib/desk/wire';
import { canonicalFilter, type QueueFilter, type QueueOrder } from '@/lib/ranking/filter';
import { definition, inJournal } from './saved-view-in-journal';

export type SavedViewInput = {
  /** Of the saved view to change; a new one is made without. */
  id?: string;
  name?: string;
  /** For everybody; never changes. */
  shared?: boolean;
  filter?: QueueFilter;
  order?: QueueOrder;
  columns?: readonly RowColumn[];
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
    const after = edited(ctx, before, { ...input, ownerId }, beside);
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

/** The saved view as it will be, beside the others of its owner. */
function edited(
  { desk }: Ctx,
  before: SavedViewRow | null,
  input: SavedViewInput & { ownerId: string | null },
  beside: readonly SavedViewRow[],
): SavedView {
  const name = checkedName(input.name ?? before?.name ?? '', 'name');
  const filter = input.filter ?? before?.filter ?? {};
  // A filter that stays is not looked at again: a name can be changed whatever became of segments.
  if (input.filter) filterRefusal(() => checkFilterNames(desk.memory, filter));
  const after = {
    id: before?.id ?? newId(desk.now()),
    name,
    ownerId: input.ownerId,
    filter: canonicalFilter(filter),
    order: input.order ?? before?.order ?? 'priority',
    columns: checkedColumns(input.columns ?? before?.columns ?? ROW_COLUMNS),
    position: before?.position ?? Math.max(-1, ...beside.map(({ position }) => position)) + 1,
  };
  const others = beside.filter(({ id }) => id !== after.id);
  if (others.some((one) => one.name.toLowerCase() === name.toLowerCase()))
    throw conflict(`There is a view called ${name} already.`, 'name');
  if (others.length >= MAX_SAVED_VIEWS)
    throw conflict(
      `${input.ownerId === null ? 'A team' : 'A person'} has at most ${MAX_SAVED_VIEWS} views.`,
    );
  return after;
}

/** Each once, in the order that rows show them. */
function checkedColumns(columns: readonly RowColumn[]): RowColumn[] {
  if (new Set(columns).size !== columns.length)
    throw invalid('Name every column once at most.', 'columns');
  return ROW_COLUMNS.filter((column) => columns.includes(column));
}
