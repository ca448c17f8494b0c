import type { QueueFilter } from '@/lib/ranking/filter';
import { authorise, type Ctx } from '../context';
import { isoTime } from '../iso-time';
import type { Memory } from '../memory';
import { nameOf, personMark } from '../queue-entry';
import type { Hit, SearchRequest } from '../search';
import type { SearchHitWire, SearchWire } from '../wire-search';
import { checkedFilter } from './queue';

/**
 * Contacts and messages that have every word of the query, the last one also as the beginning of a
 * word; the best first. Throws `invalid` for a filter that names nothing, and the signal's reason
 * once nobody waits for the answer.
 */
export async function readSearch(
  ctx: Ctx,
  request: SearchRequest & { owner?: QueueFilter['owner'] },
  signal?: AbortSignal,
): Promise<SearchWire> {
  authorise(ctx.caller, 'see');
  const { memory, store } = ctx.desk;
  const { channel } = request;
  const { owner } = checkedFilter(memory, ctx.caller, { channel, owner: request.owner });
  const found = await store.search({ ...request, owner }, signal);
  return { epoch: memory.epoch, ...found, hits: found.hits.map((hit) => hitWire(memory, hit)) };
}

function hitWire(memory: Memory, hit: Hit): SearchHitWire {
  const { kind, snippet, contact, conversation } = hit;
  const values = new Map(Object.entries(contact.values));
  const { id, externalId } = contact;
  const isMessage = hit.kind !== 'contact';
  return {
    kind,
    contact: { id, externalId, name: nameOf({ externalId, values }) },
    conversation: conversation && {
      conversationId: conversation.id,
      channel: conversation.channel,
      status: conversation.status,
      owner: personMark(memory, conversation.ownerId),
    },
    messageId: isMessage ? hit.message.id : null,
    attribute: isMessage ? null : hit.attribute,
    at: isoTime(isMessage ? hit.message.at : hit.atMs),
    more: isMessage ? hit.more : 0,
    snippet,
  };
}
