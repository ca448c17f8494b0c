import { eq } from 'drizzle-orm';
import type { Database } from './open-database';
import { prepareWrite } from './prepare-write';
import { savedViews } from './schema';
import { type DraftOf, given, givenIn, mustWrite, type Written } from './written';

type SavedViewDraft = DraftOf<'savedView.saved' | 'savedView.deleted' | 'savedViews.reordered'>;

const GONE = 'This saved view does not exist any more.';

/** What entries about saved views write. */
export function prepareSavedViewWrites(db: Database) {
  const insert = prepareWrite(
    db,
    db.insert(savedViews).values({
      id: given('id'),
      name: given('name'),
      ownerId: given('ownerId'),
      filter: given('filter'),
      order: given('order'),
      columns: given('columns'),
      position: given('position'),
      changedBy: given('changedBy'),
      changedAt: given('changedAt'),
      revision: given('revision'),
    }),
  );
  // Whose it is never changes; its place does by an entry of its own.
  const update = prepareWrite(
    db,
    db
      .update(savedViews)
      .set({
        name: givenIn('name'),
        filter: givenIn('filter'),
        order: givenIn('order'),
        columns: givenIn('columns'),
        changedBy: givenIn('changedBy'),
        changedAt: givenIn('changedAt'),
        revision: givenIn('revision'),
      })
      .where(eq(savedViews.id, given('id'))),
  );
  const move = prepareWrite(
    db,
    db
      .update(savedViews)
      .set({ position: givenIn('position') })
      .where(eq(savedViews.id, given('id'))),
  );
  const remove = prepareWrite(db, db.delete(savedViews).where(eq(savedViews.id, given('id'))));

  return (draft: SavedViewDraft, { revision, at, actor }: Written): void => {
    switch (draft.kind) {
      case 'savedView.saved': {
        const { view } = draft.secret;
        const row = { ...view, changedBy: actor.name, changedAt: at, revision };
        const filter = JSON.stringify(view.filter);
        const columns = JSON.stringify(view.columns);
        if (draft.body.before === null) insert.run(row);
        else mustWrite(update.run({ ...row, filter, columns }), GONE);
        break;
      }
      case 'savedView.deleted':
        mustWrite(remove.run({ id: draft.body.before.id }), GONE);
        break;
      case 'savedViews.reordered':
        draft.body.after.forEach((id, position) => {
          mustWrite(move.run({ id, position }), GONE);
        });
        break;
      default:
        draft satisfies never;
    }
  };
}
