import type { Desk } from '@/lib/desk/desk';
import type { NewDelivery } from '@/lib/desk/endpoint';
import type { Entry } from '@/lib/desk/entry';
import { isoTime } from '@/lib/desk/iso-time';

/** What is said of a contact: who it is to the desk, and to where it comes from. */
export type ContactMark = { id: string; externalId: string };

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
