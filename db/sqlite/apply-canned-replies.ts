import { eq } from 'drizzle-orm';
import type { Database } from './open-database';
import { prepareWrite } from './prepare-write';
import { cannedReplies } from './schema';
import { type DraftOf, given, givenIn, mustWrite, type Written } from './written';

const GONE = 'This canned reply does not exist any more.';

/** What entries about canned replies write. */
export function prepareCannedReplyWrites(db: Database) {
  const insert = prepareWrite(
    db,
    db.insert(cannedReplies).values({
      id: given('id'),
      title: given('title'),
      text: given('text'),
      changedBy: given('changedBy'),
      changedAt: given('changedAt'),
      revision: given('revision'),
    }),
  );
  const update = prepareWrite(
    db,
    db
      .update(cannedReplies)
      .set({
        title: givenIn('title'),
        text: givenIn('text'),
        changedBy: givenIn('changedBy'),
        changedAt: givenIn('changedAt'),
        revision: givenIn('revision'),
      })
      .where(eq(cannedReplies.id, given('id'))),
  );
  const remove = prepareWrite(
    db,
    db.delete(cannedReplies).where(eq(cannedReplies.id, given('id'))),
  );

  return (
    draft: DraftOf<'cannedReply.saved' | 'cannedReply.deleted'>,
    { revision, at, actor }: Written,
  ): void => {
    if (draft.kind === 'cannedReply.deleted') {
      mustWrite(remove.run({ id: draft.body.before.id }), GONE);
      return;
    }
    const { before, after } = draft.body;
    const row = { ...after, changedBy: actor.name, changedAt: at, revision };
    if (before === null) insert.run(row);
    else mustWrite(update.run(row), GONE);
  };
}
