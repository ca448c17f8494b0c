import { and, eq, exists, gt, ne, or, type SQL, sql } from 'drizzle-orm';
import { union } from 'drizzle-orm/sqlite-core';
import type { Unread } from '@/lib/desk/facts';
import type { Database } from './open-database';
import { conversations, messages } from './schema';
import { callings, sights } from './schema-unread';
import { given } from './written';

/** Reads what people have not looked at yet. */
export function prepareUnreadReads(db: Database) {
  /** Whose conversations are theirs to hear of, each pair once; `sight`, `owner` and `calling` narrow it down. */
  const concerned = (only: Record<'sight' | 'owner' | 'calling', SQL>) =>
    union(
      db
        .select({ personId: sights.personId, conversationId: sights.conversationId })
        .from(sights)
        .where(only.sight),
      db
        .select({
          personId: sql<string>`${conversations.ownerId}`,
          conversationId: sql<string>`${conversations.id}`,
        })
        .from(conversations)
        .where(and(sql`${conversations.ownerId} is not null`, only.owner)),
      db
        .select({ personId: callings.personId, conversationId: callings.conversationId })
        .from(callings)
        .where(only.calling),
    ).as('concerned');

  function read(theirs: ReturnType<typeof concerned>) {
    const { personId, conversationId } = theirs;
    const lookedAt = sql`coalesce(${sights.revision}, 0)`;
    const isUnread = and(
      eq(messages.conversationId, conversations.id),
      gt(messages.revision, lookedAt),
      sql`${messages.authorId} is not ${personId}`,
    );
    const isCalled = (kind: 'mention' | 'assignment') =>
      exists(
        db
          .select({ one: sql`1` })
          .from(callings)
          .where(
            and(
              eq(callings.conversationId, conversations.id),
              eq(callings.personId, personId),
              eq(callings.kind, kind),
            ),
          ),
      );
    return {
      select: db
        .select({
          personId,
          conversationId,
          owned: sql`${conversations.ownerId} is ${personId}`.mapWith(Boolean),
          looked: sql`${sights.revision} is not null`.mapWith(Boolean),
          messages: sql<number>`(select count(*) from ${messages} where ${isUnread})`,
          firstMessageId: sql<
            string | null
          >`(select ${messages.id} from ${messages} where ${isUnread} order by ${messages.revision}, ${messages.id} limit 1)`,
          mentioned: sql`${isCalled('mention')}`.mapWith(Boolean),
          assigned: sql`${isCalled('assignment')}`.mapWith(Boolean),
          status: conversations.status,
        })
        .from(theirs)
        .innerJoin(conversations, eq(conversations.id, conversationId))
        .leftJoin(
          sights,
          and(eq(sights.conversationId, conversationId), eq(sights.personId, personId)),
        ),
      hasMoved: and(
        gt(conversations.revision, lookedAt),
        or(ne(conversations.status, 'resolved'), isCalled('mention')),
      ),
    };
  }

  const person = given('personId');
  const ofPerson = read(
    concerned({
      sight: eq(sights.personId, person),
      owner: eq(conversations.ownerId, person),
      calling: eq(callings.personId, person),
    }),
  );
  const ofPersonRows = ofPerson.select.where(ofPerson.hasMoved).orderBy(conversations.id).prepare();
  const conversation = given('conversationId');
  const inConversation = concerned({
    sight: eq(sights.conversationId, conversation),
    owner: eq(conversations.id, conversation),
    calling: eq(callings.conversationId, conversation),
  });
  const inConversationRows = read(inConversation).select.orderBy(inConversation.personId).prepare();

  return {
    of: (personId: string): Unread[] =>
      ofPersonRows
        .all({ personId })
        .map(unreadOf)
        .filter(({ messages, mentioned, assigned }) => messages > 0 || mentioned || assigned),
    in: (conversationId: string): Unread[] =>
      inConversationRows.all({ conversationId }).map(unreadOf),
  };
}

/** A resolved conversation is nobody's to read any more, unless a note in it calls them. */
function unreadOf({ status, ...unread }: Unread & { status: string }): Unread {
  if (status !== 'resolved' || unread.mentioned) return unread;
  return { ...unread, messages: 0, firstMessageId: null };
}
