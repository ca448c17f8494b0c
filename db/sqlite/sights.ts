import { and, eq, lt, lte, sql } from 'drizzle-orm';
import type { Sight } from '@/lib/desk/facts';
import type { Database } from './open-database';
import { prepareWrite } from './prepare-write';
import { callings, sights } from './schema-unread';
import { given } from './written';

const excludedRevision = sql.raw('excluded.revision');

/** Keeps how far people have looked, and takes away what called them up to there. */
export function prepareSightWrites(db: Database): (sight: Sight) => boolean {
  const look = prepareWrite(
    db,
    db
      .insert(sights)
      .values({
        personId: given('personId'),
        conversationId: given('conversationId'),
        revision: given('revision'),
      })
      .onConflictDoUpdate({
        target: [sights.conversationId, sights.personId],
        set: { revision: excludedRevision },
        setWhere: lt(sights.revision, excludedRevision),
      }),
  );
  const heed = prepareWrite(
    db,
    db
      .delete(callings)
      .where(
        and(
          eq(callings.conversationId, given('conversationId')),
          eq(callings.personId, given('personId')),
          lte(callings.revision, given('revision')),
        ),
      ),
  );

  return (sight) => {
    const looked = look.run(sight).changes;
    return heed.run(sight).changes + looked > 0;
  };
}
