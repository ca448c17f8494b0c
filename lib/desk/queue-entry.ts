import type { ContactValues } from '@/lib/attributes/attribute';
import type { SegmentSet } from '@/lib/segments/segment-set';
import type { Conversation } from './facts';
import { isoTimeOrNull } from './iso-time';
import type { Memory } from './memory';
import { visitorName } from './visitors';
import type { PersonMark, QueueEntry } from './wire';

/** The row of an open conversation as everybody sees it. Throws if it is not in the queue. */
export function queueEntry(memory: Memory, conversationId: string): QueueEntry {
  const conversation = memory.conversations.get(conversationId);
  const contact = conversation && memory.contacts.get(conversation.contactId);
  if (!conversation || !contact) throw new Error(`No open conversation ${conversationId}`);
  const revision = memory.queue.revisionOf(conversationId);
  return entryOf(memory, conversation, contact, contact.matches, revision);
}

/** The row of any conversation, given its contact and what that matches. */
export function entryOf(
  memory: Memory,
  conversation: Conversation,
  contact: { externalId: string; values: ContactValues },
  matches: SegmentSet,
  revision: number,
): QueueEntry {
  return {
    conversationId: conversation.id,
    contact: { externalId: contact.externalId, name: nameOf(contact) },
    channel: conversation.channel,
    status: conversation.status,
    priority: memory.priorityOf(matches),
    reasons: memory.marks.reasons(matches, contact.values),
    segments: memory.marks.of(matches),
    waitingSince: isoTimeOrNull(conversation.waitingSince),
    returnsAt: isoTimeOrNull(conversation.returnsAt),
    owner: personMark(memory, conversation.ownerId),
    preview: conversation.preview,
    revision,
  };
}

/** What to call a contact: its name, or while it has none a visitor's number, or its external id. */
export function nameOf(contact: { externalId: string; values: ContactValues }): string {
  const name = contact.values.get('name')?.value;
  if (typeof name === 'string' && name.trim() !== '') return name.trim();
  return visitorName(contact.externalId) ?? contact.externalId;
}

export function personMark(memory: Memory, id: string | null): PersonMark | null {
  if (id === null) return null;
  return { id, name: memory.people.get(id)?.name ?? 'Someone who left' };
}
