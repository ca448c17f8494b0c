import { asc, eq } from 'drizzle-orm';
import type { CannedReplyRow } from '@/lib/desk/store';
import type { Database } from './open-database';
import { cannedReplies } from './schema';
import { given } from './written';

/** Reads canned replies. */
export function prepareCannedReplyReads(db: Database) {
  const all = db.select().from(cannedReplies).orderBy(asc(cannedReplies.id)).prepare();
  const byId = db
    .select()
    .from(cannedReplies)
    .where(eq(cannedReplies.id, given('id')))
    .prepare();

  return {
    all: (): CannedReplyRow[] => all.all(),
    byId: (id: string): CannedReplyRow | null => byId.get({ id }) ?? null,
  };
}
