import type { QueueView } from '@/components/live/queue-store';
import { queryOf, UNFILTERED } from '@/components/live/use-queue-address';
import type { SavedViewWire } from '@/lib/desk/wire';
import { filterKey } from '@/lib/ranking/filter';

type SavedView = Pick<SavedViewWire, 'id' | 'filter' | 'order'>;

/** The address of the queue without any view. */
export const WHOLE_QUEUE = { ...UNFILTERED, order: null };

/** What the address of the queue says while the view is open. */
export function addressOf({ id, filter, order }: SavedView) {
  const { segments, match = 'any', channel = '', owner = '', status = 'new' } = filter;
  return { segments: [...segments], match, channel, owner, status, order, view: id };
}

/** A link to the view, at a place of the queue such as an open conversation. */
export function hrefOf(view: SavedView, at = '/queue'): string {
  return at + queryOf(addressOf(view));
}

/** Whether both show the same conversations in the same order. */
export function isSame(a: QueueView, b: QueueView): boolean {
  return a.order === b.order && filterKey(a.filter) === filterKey(b.filter);
}

/** The segments of the view that have been deleted. */
export function goneSegments(
  { filter }: Pick<SavedViewWire, 'filter'>,
  segments: readonly { id: string }[],
): string[] {
  const known = new Set(segments.map(({ id }) => id));
  return filter.segments.filter((id) => !known.has(id));
}
