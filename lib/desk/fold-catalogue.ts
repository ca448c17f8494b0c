import type { Entry } from './entry';
import type { Memory } from './memory';

/** Folds an entry about attributes, segments, prioritization, settings, channels or people. */
export function foldCatalogue(memory: Memory, entry: Entry): void {
  switch (entry.kind) {
    case 'attribute.created':
      memory.attributes.set(entry.body.after.key, entry.body.after);
      break;
    case 'attribute.changed': {
      const { before, after } = entry.body;
      memory.attributes.set(after.key, after);
      if (before.enabled !== after.enabled) rematchMentioning(memory, after.key);
      break;
    }
    case 'attribute.deleted':
      memory.attributes.delete(entry.body.before.key);
      for (const contact of memory.contacts.values()) contact.values.delete(entry.body.before.key);
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
      memory.matcher.set(segment);
      rematchSegments(memory, [segment.id]);
      break;
    }
    case 'segment.deleted': {
      const { id } = entry.body.before;
      memory.segments.delete(id);
      memory.matcher.delete(id);
      rematchSegments(memory, [id]);
      break;
    }
    case 'prioritization.changed':
      prioritize(memory, entry.body.after, entry.revision);
      break;
    case 'settings.changed':
      memory.settings = entry.body.after;
      if (entry.body.before.timeZone !== entry.body.after.timeZone) rematchEverything(memory);
      break;
    case 'channel.created':
      memory.channels.set(entry.body.after.key, entry.body.after);
      break;
    case 'person.saved':
      memory.people.set(entry.body.after.id, entry.body.after);
      break;
    default:
  }
}

function prioritize(memory: Memory, segmentIds: string[], revision: number): void {
  const before = memory.highPriority;
  const after = new Set(segmentIds);
  memory.prioritization = { segmentIds, revision };
  memory.highPriority = after;
  // Up before down: no priority passes below what it was and will be.
  for (const id of after) if (!before.has(id)) memory.queue.shiftPriority(id, 1);
  for (const id of before) if (!after.has(id)) memory.queue.shiftPriority(id, -1);
}

/** The attribute's conditions mean something else now: its segments are compiled and matched anew. */
function rematchMentioning(memory: Memory, attribute: string): void {
  const ids = [...memory.matcher.mentioning(attribute)];
  for (const id of ids) {
    const segment = memory.segments.get(id);
    if (segment) memory.matcher.set(segment);
  }
  rematchSegments(memory, ids);
}

/** Looks at these segments alone, for every contact; one that no longer exists matches nobody. */
function rematchSegments(memory: Memory, ids: readonly string[]): void {
  for (const contact of memory.contacts.values()) {
    let matches: Set<string> | null = null;
    for (const id of ids) {
      const holds = memory.segments.has(id) && memory.matcher.test(id, contact.values);
      if (holds === contact.matches.has(id)) continue;
      matches ??= new Set(contact.matches);
      if (holds) matches.add(id);
      else matches.delete(id);
    }
    if (matches) memory.setMatches(contact, matches);
  }
}

function rematchEverything(memory: Memory): void {
  memory.matcher = memory.newMatcher();
  for (const contact of memory.contacts.values()) {
    memory.setMatches(contact, memory.matcher.matches(contact.values));
  }
}
