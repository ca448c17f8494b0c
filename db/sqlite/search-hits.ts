import { desc, eq } from 'drizzle-orm';
import type { Contact, Conversation } from '@/lib/desk/facts';
import type { Found, Hit, SearchRequest } from '@/lib/desk/search';
import { UNOWNED } from '@/lib/ranking/filter';
import { type AskedWord, askedWords } from '@/lib/search/asked-word';
import { cardHit, cardOf } from '@/lib/search/card';
import { rankOf, relevanceOf } from '@/lib/search/relevance';
import { snippetOf } from '@/lib/search/snippet';
import { findableWords } from '@/lib/search/words';
import type { Database } from './open-database';
import { prepareContactReads } from './reads-contacts';
import { messageColumns } from './reads-conversations';
import { conversations, messages } from './schema';
import type { SearchIndex } from './search-index';
import { given } from './written';

/** Of those that answer, so many of the newest are ranked: nobody reads on after as many. */
const MOST_MESSAGES = 500;
const MOST_CONTACTS = 200;
/** How long a search looks for each of them, beyond what the index needs to begin. */
const LOOK_FOR_MS = 150;

/** Something that answers, and where it stands; what is shown of it is made for the page asked only. */
type Placed = {
  id: string;
  /** A contact that is called or reached by what was asked stands before everything else. */
  isIdentity: boolean;
  rank: number;
  atMs: number;
  hit: () => Hit | null;
};

/**
 * Answers searches. The index says which rows may have the words, the newest first; each is read and
 * judged as it is now, so that nothing is shown that is not there any more. Hits stand by relevance
 * and recency (lib/search/relevance.ts), then by time, then by id.
 */
export function prepareSearch(
  desk: Database,
  index: SearchIndex,
  { lookForMs }: { lookForMs: number } = { lookForMs: LOOK_FOR_MS },
) {
  const contacts = prepareContactReads(desk);
  const messageAt = desk
    .select({ message: messageColumns, conversation: conversations })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .where(eq(messages.revision, given('revision')))
    .prepare();
  const conversationsOf = desk
    .select()
    .from(conversations)
    .where(eq(conversations.contactId, given('contactId')))
    .orderBy(desc(conversations.lastActivityAt), desc(conversations.id))
    .prepare();

  /** Takes what is found until there is enough, or until it takes too long; then it is not complete. */
  function look<Row, T>(rows: Iterable<Row>, most: number, judge: (row: Row) => T | null) {
    // The first row may be long in coming, where many words begin as asked; from then on time counts.
    let until: number | null = null;
    const taken: T[] = [];
    for (const row of rows) {
      const isLate = until !== null && performance.now() > until;
      if (taken.length === most || isLate) return { taken, isComplete: false };
      until ??= performance.now() + lookForMs;
      const found = judge(row);
      if (found) taken.push(found);
    }
    return { taken, isComplete: true };
  }

  function messageHits(request: SearchRequest, asked: readonly AskedWord[]) {
    const { kind } = request;
    const { taken, isComplete } = look(index.messagesWith(asked), MOST_MESSAGES, (revision) => {
      const found = messageAt.get({ revision });
      if (!found || !letsThrough(request, found.conversation)) return null;
      if (kind !== undefined && (kind === 'note') !== (found.message.kind === 'note')) return null;
      const relevance = relevanceOf(findableWords(found.message.text), asked);
      if (relevance === null) return null;
      const { id, at } = found.message;
      return { ...found, id, isIdentity: false, rank: rankOf(relevance, at), atMs: at };
    });
    const byConversation = new Map<string, typeof taken>();
    for (const found of taken.sort(inOrder)) {
      const { id } = found.conversation;
      byConversation.set(id, [...(byConversation.get(id) ?? []), found]);
    }
    const placed = [...byConversation.values()].flatMap(([best, ...others]): Placed[] => {
      if (!best) return [];
      const { message, conversation } = best;
      const hit = (): Hit | null => {
        const contact = contacts.byId(conversation.contactId);
        return (
          contact && {
            kind: message.kind === 'note' ? 'note' : 'message',
            contact,
            conversation,
            message,
            more: others.length,
            snippet: snippetOf(message.text, asked),
          }
        );
      };
      return [{ ...best, hit }];
    });
    return { placed, isComplete };
  }

  function contactHits(request: SearchRequest, asked: readonly AskedWord[]) {
    const isFiltered = [request.status, request.channel, request.owner].some(
      (one) => one !== undefined,
    );
    const { taken, isComplete } = look(index.contactsWith(asked), MOST_CONTACTS, (contactId) => {
      const contact = contacts.byId(contactId);
      const answer = contact && cardHit(cardOf(contact), asked);
      if (!answer) return null;
      const all = conversationsOf.all({ contactId });
      const conversation = all.find((one) => letsThrough(request, one)) ?? null;
      if (isFiltered && !conversation) return null;
      const { relevance, isIdentity, field } = answer;
      const atMs = conversation?.lastActivityAt ?? lastSetAt(contact);
      const rank = rankOf(relevance, atMs);
      const hit = (): Hit => ({
        kind: 'contact',
        contact,
        attribute: field.attribute,
        conversation,
        atMs,
        snippet: snippetOf(field.text, asked),
      });
      return { id: contactId, isIdentity, rank, atMs, hit };
    });
    return { placed: taken, isComplete };
  }

  /** What answers the request, read in one transaction. */
  return (request: SearchRequest): Pick<Found, 'hits' | 'total' | 'complete'> =>
    desk.transaction(() => {
      const { kind, offset, limit } = request;
      const asked = askedWords(request.query);
      if (asked.length === 0) return { hits: [], total: 0, complete: true };
      const found = [
        ...(kind === undefined || kind === 'contact' ? [contactHits(request, asked)] : []),
        ...(kind !== 'contact' ? [messageHits(request, asked)] : []),
      ];
      const placed = found.flatMap((part) => part.placed).sort(inOrder);
      return {
        hits: placed.slice(offset, offset + limit).flatMap(({ hit }) => hit() ?? []),
        total: placed.length,
        complete: found.every(({ isComplete }) => isComplete),
      };
    });
}

function inOrder(a: Omit<Placed, 'hit'>, b: Omit<Placed, 'hit'>): number {
  if (a.isIdentity !== b.isIdentity) return a.isIdentity ? -1 : 1;
  return b.rank - a.rank || b.atMs - a.atMs || (a.id < b.id ? -1 : 1);
}

function letsThrough({ status, channel, owner }: SearchRequest, found: Conversation): boolean {
  if (channel !== undefined && found.channel !== channel) return false;
  if (owner !== undefined && found.ownerId !== (owner === UNOWNED ? null : owner)) return false;
  if (status === undefined) return true;
  return status === 'open' ? found.status !== 'resolved' : found.status === status;
}

/** When something was last learned of a contact that nobody has talked with. */
function lastSetAt({ values }: Contact): number {
  return Math.max(0, ...Object.values(values).map(({ setAt }) => setAt));
}
