import type { ContactValues } from '@/lib/attributes/attribute';
import { metConditions } from '@/lib/segments/met-conditions';
import type { SegmentSet } from '@/lib/segments/segment-set';
import type { Conversation } from './facts';
import type { Memory } from './memory';
import type { PersonMark, QueueEntry, Reason, SegmentMark } from './wire';

/** Milliseconds as ISO 8601 in UTC. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}

export function isoTimeOrNull(ms: number | null): string | null {
  return ms === null ? null : isoTime(ms);
}

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
    reasons: reasonsOf(memory, matches, contact.values),
    segments: marksOf(memory, matches),
    waitingSince: isoTimeOrNull(conversation.waitingSince),
    owner: personMark(memory, conversation.ownerId),
    preview: conversation.preview,
    revision,
  };
}

/** What to call a contact: its name, or its external id while it has none. */
export function nameOf(contact: { externalId: string; values: ContactValues }): string {
  const name = contact.values.get('name')?.value;
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : contact.externalId;
}

export function personMark(memory: Memory, id: string | null): PersonMark | null {
  if (id === null) return null;
  return { id, name: memory.people.get(id)?.name ?? 'Someone who left' };
}

/** All matching segments, high-priority ones first, then by name, then by id. */
export function marksOf(memory: Memory, matches: SegmentSet): SegmentMark[] {
  const marks: SegmentMark[] = [];
  for (const id of matches) {
    const segment = memory.segments.get(id);
    if (segment) marks.push({ id, name: segment.name, highPriority: memory.highPriority.has(id) });
  }
  return marks.sort(
    (a, b) => Number(b.highPriority) - Number(a.highPriority) || byNameThenId(a, b),
  );
}

/** The matching high-priority segments, and for each the conditions that hold and why. */
export function reasonsOf(memory: Memory, matches: SegmentSet, values: ContactValues): Reason[] {
  const context = { attributes: memory.attributes, timeZone: memory.settings.timeZone };
  const reasons: Reason[] = [];
  for (const { id, name, highPriority } of marksOf(memory, matches)) {
    const segment = memory.segments.get(id);
    if (!highPriority || !segment) continue;
    reasons.push({
      segmentId: id,
      name,
      conditions: metConditions(segment, values, context).map(({ condition, value }) => ({
        ...condition,
        value: value?.value ?? null,
        source: value?.source ?? null,
        setAt: value ? isoTime(value.setAt) : null,
      })),
    });
  }
  return reasons;
}

function byNameThenId(a: { id: string; name: string }, b: { id: string; name: string }): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
