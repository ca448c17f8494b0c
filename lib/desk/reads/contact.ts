import { authorise, type Ctx } from '../context';
import { invalid, notFound } from '../errors';
import { historyOf } from '../history';
import { nameOf } from '../queue-entry';
import type { HistoryPlace } from '../store-contacts';
import { valuesWire } from '../values-wire';
import type { BelongingsWire, ContactDetail, HistoryWire } from '../wire-contacts';
import { channelOf, conversationWire } from './contacts';

/** All that is known of a contact, by its id. Throws `not_found`. */
export async function readContact({ desk, caller }: Ctx, id: string): Promise<ContactDetail> {
  authorise(caller, 'see');
  const { memory, store } = desk;
  const contact = await store.contact(id);
  if (!contact) throw unknownContact();
  const values = new Map(Object.entries(contact.values));
  const matches = memory.matcher.matches(values);
  const conversations = await store.conversationsOf(id);
  return {
    revision: contact.revision,
    contactId: id,
    channel: channelOf(contact),
    externalId: contact.externalId,
    name: nameOf({ externalId: contact.externalId, values }),
    priority: memory.priorityOf(matches),
    segments: memory.marks.of(matches),
    values: valuesWire(memory, contact.values),
    conversations: conversations.map((one) => conversationWire(memory, one)),
  };
}

/** What would go with a contact that is forgotten, counted. Throws `forbidden`, `not_found`. */
export async function readBelongings({ desk, caller }: Ctx, id: string): Promise<BelongingsWire> {
  authorise(caller, 'forgetContacts');
  if (!(await desk.store.contact(id))) throw unknownContact();
  const { fileIds, ...counted } = await desk.store.belongingsOf(id);
  return { ...counted, files: fileIds.length };
}

export type HistoryRequest = {
  /** `next` of the page before. */
  before?: string;
  limit: number;
  /** The changes of this one alone. */
  attribute?: string;
};

/**
 * What happened to a contact, the newest first: what its customers wrote, what was answered and done,
 * and how its values changed. Throws `not_found`, and `invalid` for a place that no page gave.
 */
export async function readHistory(
  { desk, caller }: Ctx,
  contactId: string,
  { before, limit, attribute }: HistoryRequest,
): Promise<HistoryWire> {
  authorise(caller, 'see');
  const { memory, store } = desk;
  const place = before === undefined ? null : placeIn(before);
  if (!(await store.contact(contactId))) throw unknownContact();
  const { entries, next } = await store.historyOfContact(contactId, { place, limit, attribute });
  return { lines: historyOf(memory, entries), next: next && `${next.own ?? ''}-${next.before}` };
}

function placeIn(before: string): HistoryPlace {
  const [, own, rest] = /^(\d{0,15})-(\d{1,16})$/.exec(before) ?? [];
  if (own === undefined || rest === undefined)
    throw invalid('This is no place in a history: take `next` of the page before.', 'before');
  return { own: own === '' ? null : Number(own), before: Number(rest) };
}

function unknownContact() {
  return notFound('There is no such contact, or it is forgotten.');
}
