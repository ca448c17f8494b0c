import type { SegmentSet } from '@/lib/segments/segment-set';
import type { Entry } from './entry';
import { API_CHANNEL } from './facts';
import type { Memory } from './memory';
import type { OpenContact } from './open-contact';

/** Folds an entry about attributes, segments, prioritization, settings, channels or people. */
export function foldCatalogue(memory: Memory, entry: Entry): void {
  switch (entry.kind) {
    case 'attribute.created':
      memory.attributes.set(entry.body.after.key, entry.body.after);
      break;
    case 'attribute.changed': {
      const { before, after } = entry.body;
      memory.attributes.set(after.key, after);
      if (before.enabled !== after.enabled) recompile(memory, memory.matcher.mentioning(after.key));
      break;
    }
    case 'attribute.deleted':
      memory.attributes.delete(entry.body.before.key);
      memory.columns.drop(entry.body.before.key);
      break;
    case 'attributes.reordered':
      entry.body.after.forEach((key, position) => {
        const attribute = memory.attributes.get(key);
        if (attribute) memory.attributes.set(key, { ...attribute, position });
      });
      break;
    case 'segment.saved': {
      const segment = entry.body.after;
      memory.segments.set(segment.id, {
        ...segment,
        changedBy: entry.actor.name,
        changedAt: entry.at,
        revision: entry.revision,
      });
      recompile(memory, [segment.id]);
      break;
    }
    case 'segment.deleted': {
      const { id } = entry.body.before;
      memory.segments.delete(id);
      recompile(memory, [id]);
      memory.numbers.release(id);
      break;
    }
    case 'prioritization.changed':
      prioritize(memory, entry.body.after, entry.revision);
      break;
    case 'settings.changed':
      memory.settings = entry.body.after;
      if (entry.body.before.timeZone !== entry.body.after.timeZone) rematchEverything(memory);
      break;
    case 'crmConnection.saved':
      memory.crm = { connection: entry.body.after, revision: entry.revision };
      break;
    case 'channel.created':
      memory.channels.set(entry.body.after.key, { kind: API_CHANNEL.kind, ...entry.body.after });
      break;
    case 'person.saved':
      memory.people.set(entry.body.after.id, entry.body.after);
      break;
    default:
  }
}

function prioritize(memory: Memory, segmentIds: string[], revision: number): void {
  const before = new Set(memory.prioritization.segmentIds);
  const after = new Set(segmentIds);
  memory.setPrioritization(segmentIds, revision);
  // Up before down: no priority passes below what it was and will be.
  for (const id of after) if (!before.has(id)) memory.queue.shiftPriority(id, 1);
  for (const id of before) if (!after.has(id)) memory.queue.shiftPriority(id, -1);
}

/**
 * These segments mean something else now, or nothing if they are gone. Who came and who left is
 * found over the columns; only those contacts are touched.
 */
function recompile(memory: Memory, ids: Iterable<string>): void {
  const matches = new Map<OpenContact, SegmentSet>();
  for (const id of [...ids]) {
    const number = memory.numbers.give(id);
    const before = memory.matcher.holders(id);
    const segment = memory.segments.get(id);
    if (segment) memory.matcher.set(segment);
    else memory.matcher.delete(id);
    const after = memory.matcher.holders(id);
    const flipped = after.map((word, at) => word ^ (before[at] ?? 0));
    for (const contact of memory.contactsAt(flipped)) {
      const had = matches.get(contact) ?? contact.matches;
      matches.set(contact, had.with(number, !had.hasNumber(number)));
    }
  }
  for (const [contact, after] of matches) memory.setMatches(contact, after);
}

function rematchEverything(memory: Memory): void {
  memory.matcher = memory.newMatcher();
  for (const contact of memory.contacts.values()) {
    memory.setMatches(contact, memory.matcher.matchesAt(contact.handle));
  }
}
