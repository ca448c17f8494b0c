import { checkedName, MAX_SAVED_VIEWS, nameKey } from '@/lib/desk/checks';
import { conflict, invalid } from '@/lib/desk/errors';
import { ROW_COLUMNS, type RowColumn, type SavedView } from '@/lib/desk/facts';
import { checkFilterNames, type FilterNames, filterRefusal } from '@/lib/desk/reads/queue';
import { canonicalFilter, type QueueFilter, type QueueOrder } from '@/lib/ranking/filter';

/** What is given of a saved view that is made or changed. */
export type SavedViewParts = {
  name?: string;
  filter?: QueueFilter;
  order?: QueueOrder;
  columns?: readonly RowColumn[];
};

/**
 * The saved view as it will be, beside the others of its owner; what is not given stays. Throws
 * `invalid` with the field, and `conflict` for a taken name or one too many.
 */
export function decideSavedView({
  names,
  before,
  given,
  ownerId,
  beside,
  newId,
}: {
  names: FilterNames;
  before: SavedView | null;
  given: SavedViewParts;
  ownerId: string | null;
  beside: readonly SavedView[];
  /** For one that is new. */
  newId: () => string;
}): SavedView {
  const name = checkedName(given.name ?? before?.name ?? '', 'name');
  const filter = given.filter ?? before?.filter ?? {};
  // A filter that stays is not looked at again: a name can be changed whatever became of segments.
  if (given.filter) filterRefusal(() => checkFilterNames(names, filter));
  const after = {
    id: before?.id ?? newId(),
    name,
    ownerId,
    filter: canonicalFilter(filter),
    order: given.order ?? before?.order ?? 'priority',
    columns: checkedColumns(given.columns ?? before?.columns ?? ROW_COLUMNS),
    position: before?.position ?? Math.max(-1, ...beside.map(({ position }) => position)) + 1,
  };
  const others = beside.filter(({ id }) => id !== after.id);
  if (others.some((one) => nameKey(one.name) === nameKey(name)))
    throw conflict(`There is a view called ${name} already.`, 'name');
  if (others.length >= MAX_SAVED_VIEWS)
    throw conflict(
      `${ownerId === null ? 'A team' : 'A person'} has at most ${MAX_SAVED_VIEWS} views.`,
    );
  return after;
}

/** Each once, in the order that rows show them. */
function checkedColumns(columns: readonly RowColumn[]): RowColumn[] {
  if (new Set(columns).size !== columns.length)
    throw invalid('Name every column once at most.', 'columns');
  return ROW_COLUMNS.filter((column) => columns.includes(column));
}
