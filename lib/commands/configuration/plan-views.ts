import { isDeepStrictEqual } from 'node:util';
import { nameKey } from '@/lib/desk/checks';
import { type ConfigurationDocument, configuredView } from '@/lib/desk/configuration';
import type { SavedView } from '@/lib/desk/facts';
import type { QueueFilter } from '@/lib/ranking/filter';
import { decideSavedView } from '../saved-views/decide-saved-view';
import { definition, inJournal } from '../saved-views/saved-view-in-journal';
import { type ConfigurationPlan, saysNothingNew } from './configuration-plan';
import { mentionedOrder } from './mentioned-order';

type Mentioned = NonNullable<ConfigurationDocument['sharedViews']>[number];

/** Shared views by name, whatever its case: new ones at the end, then all in the document's order. */
export function planSharedViews(plan: ConfigurationPlan, mentioned: readonly Mentioned[]): void {
  const byName = new Map(plan.kept.sharedViews.map((view) => [nameKey(view.name), view]));
  for (const [path, given] of plan.each('sharedViews', 'name', mentioned, (one) =>
    nameKey(one.name),
  )) {
    const before = byName.get(nameKey(given.name)) ?? null;
    const written = before && configuredView(before, plan.segments);
    if (before && !written) {
      plan.refuse(path, 'The view of this name here shows the conversations of a person.');
      continue;
    }
    if (written && saysNothingNew(written, given)) continue;
    planView(plan, path, given, before);
  }
  reorder(plan, mentioned);
}

function planView(
  plan: ConfigurationPlan,
  path: string,
  given: Mentioned,
  before: (SavedView & { revision: number }) | null,
): void {
  const filter = given.filter && filterOf(plan, path, given.filter);
  if (given.filter && !filter) return;
  const after = plan.at(path, () =>
    decideSavedView({
      // The owner of such a view is never a person.
      names: { segments: plan.segments, channels: plan.channels, people: new Set() },
      before,
      given: { name: given.name, filter, order: given.order, columns: given.columns },
      ownerId: null,
      beside: plan.sharedViews,
      newId: plan.newId,
    }),
  );
  if (!after || (before && JSON.stringify(definition(before)) === JSON.stringify(after))) return;
  plan.sharedViews = before
    ? plan.sharedViews.map((view) => (view.id === after.id ? after : view))
    : [...plan.sharedViews, after];
  plan.expect.push({ kind: 'savedView', id: after.id, revision: before?.revision ?? 0 });
  plan.entries.push({
    kind: 'savedView.saved',
    body: { before: before && inJournal(before), after: inJournal(after) },
    secret: { view: after },
  });
}

/** The filter with segments by id; undefined, and a problem each, where names are unknown. */
function filterOf(
  plan: ConfigurationPlan,
  path: string,
  { segments = [], ...rest }: NonNullable<Mentioned['filter']>,
): QueueFilter | undefined {
  const byName = new Map([...plan.segments.values()].map(({ id, name }) => [nameKey(name), id]));
  const ids = segments.map((name) => byName.get(nameKey(name)));
  for (const [place, id] of ids.entries()) {
    if (id === undefined)
      plan.refuse(
        `${path}.filter.segments.${place}`,
        'There is no segment of this name, here or in the document.',
      );
  }
  const known = ids.filter((id) => id !== undefined);
  return known.length === ids.length ? { ...rest, segments: known } : undefined;
}

function reorder(plan: ConfigurationPlan, mentioned: readonly Mentioned[]): void {
  const byName = new Map(plan.sharedViews.map((view) => [nameKey(view.name), view.id]));
  const before = plan.sharedViews.map(({ id }) => id);
  const after = mentionedOrder(
    before,
    mentioned.flatMap(({ name }) => byName.get(nameKey(name)) ?? []),
  );
  if (isDeepStrictEqual(before, after)) return;
  const places = new Map(after.map((id, position) => [id, position]));
  plan.sharedViews = plan.sharedViews
    .map((view) => ({ ...view, position: places.get(view.id) ?? view.position }))
    .sort((a, b) => a.position - b.position);
  plan.entries.push({ kind: 'savedViews.reordered', body: { ownerId: null, before, after } });
}
