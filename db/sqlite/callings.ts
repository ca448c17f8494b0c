import { and, eq, sql } from 'drizzle-orm';
import type { EntryDraft } from '@/lib/desk/entry';
import type { Database } from './open-database';
import { prepareWrite } from './prepare-write';
import { callings } from './schema-unread';
import { given, type Written } from './written';

type AboutConversation = Extract<EntryDraft, { body: { conversationId: string } }>;

/** What entries about conversations call people to, and what they take back. */
export function prepareCallingWrites(db: Database) {
  const call = prepareWrite(
    db,
    db
      .insert(callings)
      .values({
        personId: given('personId'),
        conversationId: given('conversationId'),
        kind: given('kind'),
        revision: given('revision'),
      })
      .onConflictDoUpdate({
        target: [callings.conversationId, callings.personId, callings.kind],
        set: { revision: sql.raw('excluded.revision') },
      }),
  );
  const takeBack = prepareWrite(
    db,
    db
      .delete(callings)
      .where(
        and(
          eq(callings.conversationId, given('conversationId')),
          eq(callings.personId, given('personId')),
          eq(callings.kind, 'assignment'),
        ),
      ),
  );

  return ({ kind, body }: AboutConversation, { revision, actor }: Written): void => {
    const { conversationId, before, after } = body;
    const owner = before?.ownerId ?? null;
    if (owner !== null && owner !== after.ownerId)
      takeBack.run({ conversationId, personId: owner });
    const callAs = (calling: 'mention' | 'assignment', personId: string) => {
      // Nobody calls themselves.
      if (personId === actor.id) return;
      call.run({ conversationId, personId, kind: calling, revision });
    };
    if (kind === 'conversation.assigned' && after.ownerId !== null)
      callAs('assignment', after.ownerId);
    if (kind === 'conversation.noted')
      for (const { id } of body.mentions ?? []) callAs('mention', id);
  };
}
