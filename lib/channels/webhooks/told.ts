import type { Desk } from '@/lib/desk/desk';
import type { EventKind, NewDelivery } from '@/lib/desk/endpoint';
import type { Entry } from '@/lib/desk/entry';
import { isoTime } from '@/lib/desk/iso-time';

/** What is said of a contact: who it is to the desk, and to where it comes from. */
export type ContactMark = { id: string; externalId: string };

/** What there is to tell, whoever is told. */
export type Told = Omit<NewDelivery, 'endpointId' | 'event'> & { event: EventKind };

/**
 * What names a thing that is told of an entry: the same however often it is read, and no other's. The
 * epoch is in it, for a restored desk gives revisions out again.
 */
export function webhookIdOf(desk: Desk, { revision }: Entry, ...parts: string[]): string {
  return [desk.memory.epoch.slice(0, 8), revision, ...parts].join('-');
}

/** The body of a call, as Standard Webhooks lays one out. */
export function callBody(
  { at }: Pick<Entry, 'at'>,
  type: NewDelivery['event'],
  data: Record<string, unknown>,
): string {
  return JSON.stringify({ type, timestamp: isoTime(at), data });
}

/** The contact of an entry, or null if it is gone. */
export async function contactMark(desk: Desk, contactId: string): Promise<ContactMark | null> {
  const open = desk.memory.contacts.get(contactId);
  if (open) return { id: contactId, externalId: open.externalId };
  const contact = await desk.store.contact(contactId);
  return contact && { id: contactId, externalId: contact.externalId };
}
