import type { Entry } from '@/lib/desk/entry';
import type { Sight, Unread } from '@/lib/desk/facts';

type Told = Extract<Entry, { body: { conversationId: string } }>;

/**
 * What a person has not looked at, worked out from all that ever happened: slow, and plain to see
 * that it is right. Mentions and assignments by oneself do not count.
 */
export function naiveUnread(
  entries: readonly Entry[],
  sights: readonly Sight[],
  personId: string,
): Unread[] {
  const all = entries.filter((entry): entry is Told => 'conversationId' in entry.body);
  return [...new Set(all.map(({ body }) => body.conversationId))]
    .map((conversationId) => {
      const told = all.filter(({ body }) => body.conversationId === conversationId);
      const looks = sights
        .filter((sight) => sight.personId === personId && sight.conversationId === conversationId)
        .map(({ revision }) => revision);
      const lookedAt = Math.max(0, ...looks);
      const since = told.filter(
        (entry) => entry.revision > lookedAt && entry.actor.id !== personId,
      );
      const written = since.filter(({ body }) => 'messageId' in body);
      const state = told.at(-1)?.body.after;
      const came = told.findLast(
        ({ body }) => body.after.ownerId === personId && body.before?.ownerId !== personId,
      );
      const owned = state?.ownerId === personId;
      const mentioned = since.some(
        ({ body }) => 'mentions' in body && body.mentions?.some(({ id }) => id === personId),
      );
      const assigned =
        owned && came?.kind === 'conversation.assigned' && since.some((entry) => entry === came);
      const isTheirs = owned || looks.length > 0 || mentioned;
      const first = written[0]?.body;
      const unread = {
        personId,
        conversationId,
        owned,
        looked: looks.length > 0,
        messages: written.length,
        firstMessageId: first && 'messageId' in first ? first.messageId : null,
        mentioned,
        assigned,
      };
      const counts = isTheirs && (state?.status !== 'resolved' || mentioned);
      return counts ? unread : { ...unread, messages: 0 };
    })
    .filter(({ messages, mentioned, assigned }) => messages > 0 || mentioned || assigned)
    .sort((a, b) => (a.conversationId < b.conversationId ? -1 : 1));
}
