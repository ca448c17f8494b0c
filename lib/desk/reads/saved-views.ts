import { asPerson, authorise, type Caller, type Ctx } from '../context';
import { notFound } from '../errors';
import type { SavedView } from '../facts';
import { isoTime } from '../iso-time';
import type { SavedViewRow } from '../store';
import type { SavedViewWire } from '../wire';

/**
 * The shared saved views, then the reader's own, each in their order. A personal one is nobody
 * else's to see, whoever asks. Throws `forbidden`.
 */
export async function readSavedViews({ desk, caller }: Ctx): Promise<SavedViewWire[]> {
  authorise(caller, 'see');
  const shared = await desk.store.savedViews(null);
  const own = caller.kind === 'person' ? await desk.store.savedViews(caller.id) : [];
  return [...shared, ...own].map(savedViewWire);
}

/** A saved view that the caller sees. Throws `not_found`, also for one of somebody else. */
export async function visibleSavedView({ desk, caller }: Ctx, id: string): Promise<SavedViewRow> {
  const view = await desk.store.savedView(id);
  if (!view || !isFor(view, caller)) throw notFound('There is no such saved view.');
  return view;
}

/**
 * Whose saved views the caller is about to change: null for the shared ones. Throws `forbidden`
 * for who may not change those, and for a token, which has none of its own.
 */
export function ownerOf(ctx: Ctx, shared: boolean): string | null {
  if (!shared) return asPerson(ctx).caller.id;
  authorise(ctx.caller, 'shareViews');
  return null;
}

export function savedViewWire({ ownerId, ...view }: SavedViewRow): SavedViewWire {
  return {
    ...view,
    shared: ownerId === null,
    filter: { ...view.filter, segments: [...(view.filter.segments ?? [])] },
    columns: [...view.columns],
    changedAt: isoTime(view.changedAt),
  };
}

function isFor({ ownerId }: SavedView, caller: Caller): boolean {
  return ownerId === null || (caller.kind === 'person' && caller.id === ownerId);
}
