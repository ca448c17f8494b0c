import type { Desk } from '@/lib/desk/desk';
import type { Entry } from '@/lib/desk/entry';
import { callBody, contactMark, type Told, webhookIdOf } from './told';

/** What is told of values that were entered by hand. */
export const VALUES_EVENT = 'contact.valuesEntered';

/**
 * What is told of an entry by which somebody entered values by hand, so that a CRM can keep them
 * too: null for one that was taken away. Nothing of what the CRM or a channel wrote: nobody hears
 * their own words again. `key` is what the CRM knows the contact by, null where it was not asked.
 */
export async function valuesEntered(desk: Desk, entry: Entry): Promise<Told[]> {
  if (entry.kind !== 'contact.attributesChanged' || entry.body.source !== 'agent') return [];
  const { contactId } = entry.body;
  const contact = await contactMark(desk, contactId);
  if (!contact || !entry.personal) return [];
  const values = entry.personal.changes.map(
    ({ attribute, after }) => [attribute, after?.value ?? null] as const,
  );
  const standing = await desk.store.crmStanding(contactId);
  const { kind, id, name } = entry.actor;
  const data = {
    revision: entry.revision,
    contact,
    key: standing?.lookup?.key ?? null,
    values: Object.fromEntries(values),
    by: { kind, id, name },
  };
  const told: Told = {
    webhookId: webhookIdOf(desk, entry),
    event: VALUES_EVENT,
    contactId,
    conversationId: null,
    body: callBody(entry, VALUES_EVENT, data),
  };
  return [told];
}
