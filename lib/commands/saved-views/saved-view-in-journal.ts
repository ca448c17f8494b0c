import type { SavedViewInJournal } from '@/lib/desk/entry';
import type { SavedView } from '@/lib/desk/facts';

/** The saved view without who changed it and when, which the entry says itself. */
export function definition(view: SavedView): SavedView {
  const { id, name, ownerId, filter, order, columns, position } = view;
  return { id, name, ownerId, filter, order, columns, position };
}

/** What everyone who reads the journal may know of it: what somebody keeps for themselves, nobody. */
export function inJournal(view: SavedView): SavedViewInJournal {
  const { id, ownerId } = view;
  return ownerId === null ? definition(view) : { id, ownerId };
}
