import type { AttributeValue } from '@/lib/attributes/attribute';
import type { Entry } from '@/lib/desk/entry';
import type { ConversationState } from '@/lib/desk/facts';
import type { Memory } from '@/lib/desk/memory';

/**
 * The New conversations of priority, nobody's, that the entries have just brought: into the queue,
 * or up from no priority; each with the id of who brought it about. To be asked right after the
 * fold. What a change of the catalogue lifts has not come: it was there.
 */
export function arrivalsIn(memory: Memory, entries: readonly Entry[]): Map<string, string> {
  const arrivals = new Map<string, string>();
  for (const entry of entries)
    for (const id of broughtBy(memory, entry))
      if (isArrival(memory, id)) arrivals.set(id, entry.actor.id);
  return arrivals;
}

/** Whether it is New, nobody's, and of priority. */
export function isArrival(memory: Memory, conversationId: string): boolean {
  const row = memory.queue.get(conversationId);
  return row !== undefined && row.priority > 0 && waitsForAnybody(row);
}

function waitsForAnybody({ status, ownerId }: Pick<ConversationState, 'status' | 'ownerId'>) {
  return status === 'new' && ownerId === null;
}

function broughtBy(memory: Memory, entry: Entry): readonly string[] {
  if ('conversationId' in entry.body) {
    const { before, conversationId } = entry.body;
    return before && waitsForAnybody(before) ? [] : [conversationId];
  }
  return entry.kind === 'contact.attributesChanged' ? liftedBy(memory, entry) : [];
}

/** The open conversations of the contact, if the change gave it priority and it had none. */
function liftedBy(
  memory: Memory,
  { body, personal }: Extract<Entry, { kind: 'contact.attributesChanged' }>,
): readonly string[] {
  const contact = memory.contacts.get(body.contactId);
  if (!contact || !personal || memory.priorityOf(contact.matches) === 0) return [];
  const before = new Map<string, AttributeValue>(contact.values);
  for (const { attribute, before: value } of personal.changes)
    if (value === null) before.delete(attribute);
    else before.set(attribute, value);
  const wasOfPriority = memory.priorityOf(memory.matcher.matches(before)) > 0;
  return wasOfPriority ? [] : contact.conversationIds;
}
