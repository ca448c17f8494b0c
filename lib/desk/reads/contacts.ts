import { type ContactFilter, compileFilter } from '../contact-filter';
import { authorise, type Ctx } from '../context';
import { API_CHANNEL, type Contact, type Conversation, DESK_NAMESPACE } from '../facts';
import { isoTime } from '../iso-time';
import type { Memory } from '../memory';
import { nameOf, personMark } from '../queue-entry';
import { type ScannedContact, scanContacts } from '../scan-contacts';
import type { ContactConversation, ContactRow, FoundContacts } from '../wire-contacts';

/** A search ranks no more contacts than these. */
export const MOST_SEARCHED = 200;

export type ContactsRequest = {
  filter: ContactFilter;
  /** Words that they have, as a person typed them. */
  query?: string;
  /** The last contact of the page before; not of a search, which is one page. */
  after?: string;
  limit: number;
};

/**
 * The contacts that a filter holds, the newest first, at most `limit`; of a search the best first,
 * at most 200. Where values decide, all contacts are looked at in the background, and it tells of
 * those found as it goes; after the page is full it goes on counting while it is asked for more.
 * Throws `invalid` for a filter that does not fit.
 */
export function findContacts(
  ctx: Ctx,
  request: ContactsRequest,
  signal?: AbortSignal,
): AsyncGenerator<FoundContacts> {
  authorise(ctx.caller, 'see');
  const test = compileFilter(ctx.desk.memory, request.filter);
  if (request.query !== undefined) return searched(ctx, request.query, test.holds, signal);
  if (test.attributes.length === 0 && !request.filter.segments?.length)
    return everybody(ctx, request);
  return scanned(ctx, request, test);
}

async function* everybody(ctx: Ctx, { after, limit }: ContactsRequest) {
  const { store } = ctx.desk;
  const page = await store.valuesBefore(after ?? null, limit, []);
  const total = await store.countContacts();
  const contacts = await rowsOf(ctx, page);
  yield { contacts, scanned: total, total, found: total, complete: true, done: true };
}

async function* searched(
  ctx: Ctx,
  query: string,
  holds: ReturnType<typeof compileFilter>['holds'],
  signal: AbortSignal | undefined,
): AsyncGenerator<FoundContacts> {
  const asked = { query, kind: 'contact' as const, offset: 0, limit: MOST_SEARCHED };
  const { hits, total, complete } = await ctx.desk.store.search(asked, signal);
  const passing = hits.filter(({ contact }) => holds(new Map(Object.entries(contact.values))));
  const contacts = await rowsOf(
    ctx,
    passing.map(({ contact }) => ({ contactId: contact.id })),
  );
  const found = contacts.length;
  yield {
    contacts,
    scanned: total,
    total,
    found,
    complete: complete && total <= hits.length,
    done: true,
  };
}

async function* scanned(
  ctx: Ctx,
  { after, limit }: ContactsRequest,
  { attributes, holds }: ReturnType<typeof compileFilter>,
): AsyncGenerator<FoundContacts> {
  const { store } = ctx.desk;
  let found = 0;
  let untold: ScannedContact[] = [];
  const scan = scanContacts<ScannedContact>(
    ctx,
    attributes,
    (contact) => {
      if (!holds(contact.values)) return;
      found += 1;
      if (found <= limit) untold.push(contact);
    },
    (beforeId, most, names) => store.valuesBefore(beforeId ?? after ?? null, most, names),
  );
  for await (const progress of scan) {
    const page = untold;
    untold = [];
    yield { contacts: await rowsOf(ctx, page), ...progress, found, complete: true };
  }
}

/** As rows, in their order; one that is forgotten meanwhile is left out. */
async function rowsOf(ctx: Ctx, page: readonly { contactId: string }[]): Promise<ContactRow[]> {
  const { memory, store } = ctx.desk;
  const rows: ContactRow[] = [];
  for (const { contactId } of page) {
    const contact = await store.contact(contactId);
    if (!contact) continue;
    const [last] = await store.conversationsOf(contactId);
    const values = new Map(Object.entries(contact.values));
    const email = values.get('email')?.value;
    rows.push({
      contactId,
      externalId: contact.externalId,
      name: nameOf({ externalId: contact.externalId, values }),
      email: email === undefined ? null : String(email),
      segments: memory.marks.of(memory.matcher.matches(values)),
      conversation: last ? conversationWire(memory, last) : null,
    });
  }
  return rows;
}

export function conversationWire(memory: Memory, conversation: Conversation): ContactConversation {
  const { id, channel, status, ownerId, lastActivityAt, preview } = conversation;
  return {
    conversationId: id,
    channel,
    status,
    owner: personMark(memory, ownerId),
    lastActivityAt: isoTime(lastActivityAt),
    preview,
  };
}

/** The channel whose customers a contact's namespace holds. */
export function channelOf({ namespace }: Pick<Contact, 'namespace'>): string {
  return namespace === DESK_NAMESPACE ? API_CHANNEL.key : namespace.replace(/^channel:/, '');
}
