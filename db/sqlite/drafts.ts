import { and, asc, desc, eq, lte, sql } from 'drizzle-orm';
import type { Draft } from '@/lib/desk/facts';
import type { Database } from './open-database';
import { prepareWrite } from './prepare-write';
import { drafts } from './schema-beside-journal';
import { given } from './written';

const excluded = (column: string) => sql.raw(`excluded.${column}`);

/** Keeps drafts, and takes empty ones away; a later one that is kept already stays. */
export function prepareDraftWrites(db: Database): (draft: Draft) => boolean {
  const keep = prepareWrite(
    db,
    db
      .insert(drafts)
      .values({
        personId: given('personId'),
        conversationId: given('conversationId'),
        mode: given('mode'),
        reply: given('reply'),
        note: given('note'),
        after: given('after'),
        writtenAt: given('writtenAt'),
      })
      .onConflictDoUpdate({
        target: [drafts.personId, drafts.conversationId],
        set: {
          mode: excluded('mode'),
          reply: excluded('reply'),
          note: excluded('note'),
          after: excluded('after'),
          writtenAt: excluded('written_at'),
        },
        setWhere: lte(drafts.writtenAt, excluded('written_at')),
      }),
  );
  const remove = prepareWrite(
    db,
    db
      .delete(drafts)
      .where(
        and(
          eq(drafts.personId, given('personId')),
          eq(drafts.conversationId, given('conversationId')),
          lte(drafts.writtenAt, given('writtenAt')),
        ),
      ),
  );

  return (draft) => {
    const isEmpty = draft.reply === '' && draft.note === '';
    return (isEmpty ? remove : keep).run(draft).changes > 0;
  };
}

/** Reads drafts. */
export function prepareDraftReads(db: Database) {
  const one = db
    .select()
    .from(drafts)
    .where(
      and(
        eq(drafts.personId, given('personId')),
        eq(drafts.conversationId, given('conversationId')),
      ),
    )
    .prepare();
  const ofPerson = db
    .select()
    .from(drafts)
    .where(eq(drafts.personId, given('personId')))
    .orderBy(desc(drafts.writtenAt), asc(drafts.conversationId))
    .prepare();

  return {
    one: (personId: string, conversationId: string): Draft | null =>
      one.get({ personId, conversationId }) ?? null,
    ofPerson: (personId: string): Draft[] => ofPerson.all({ personId }),
  };
}
