import { asc, eq, isNull } from 'drizzle-orm';
import type { SavedViewRow } from '@/lib/desk/store';
import type { Database } from './open-database';
import { savedViews } from './schema';
import { given } from './written';

/** Reads saved views. */
export function prepareSavedViewReads(db: Database) {
  const inOrder = [asc(savedViews.position), asc(savedViews.id)];
  const shared = db
    .select()
    .from(savedViews)
    .where(isNull(savedViews.ownerId))
    .orderBy(...inOrder)
    .prepare();
  const ofOwner = db
    .select()
    .from(savedViews)
    .where(eq(savedViews.ownerId, given('ownerId')))
    .orderBy(...inOrder)
    .prepare();
  const byId = db
    .select()
    .from(savedViews)
    .where(eq(savedViews.id, given('id')))
    .prepare();

  return {
    of: (ownerId: string | null): SavedViewRow[] =>
      ownerId === null ? shared.all() : ofOwner.all({ ownerId }),
    byId: (id: string): SavedViewRow | null => byId.get({ id }) ?? null,
  };
}
