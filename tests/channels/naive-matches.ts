import type { Attribute, AttributeValue } from '@/lib/attributes/attribute';
import type { Desk } from '@/lib/desk/desk';
import type { Entry } from '@/lib/desk/entry';
import { compileSegment } from '@/lib/segments/evaluate';
import type { Segment } from '@/lib/segments/segment';

type Values = Map<string, AttributeValue>;

/** Everything that contacts are judged by, and their values; the journal from its start makes it. */
type World = {
  attributes: Map<string, Attribute>;
  segments: Map<string, Segment>;
  highPriority: string[];
  timeZone: string;
  contacts: Map<string, Values>;
};

/**
 * The slow twin of MatchEvents: lives through the journal from its start, copies the world at every
 * entry, and judges contacts by every segment in both. Tells each difference in a line of text.
 */
export class NaiveMatches {
  private world: World = {
    attributes: new Map(),
    segments: new Map(),
    highPriority: [],
    timeZone: 'UTC',
    contacts: new Map(),
  };

  constructor(private readonly desk: Desk) {}

  /** What the entries tell, to who reads them now. */
  tell(entries: readonly Entry[]): string[] {
    const told: string[] = [];
    for (const [place, entry] of entries.entries()) {
      const before = this.world;
      this.world = after(before, entry);
      const next = entries[place + 1];
      for (const contactId of this.judged(entry, next)) {
        const previous = entries[place - 1];
        const isNew =
          entry.kind === 'contact.created' ||
          (entry.kind === 'contact.attributesChanged' &&
            previous?.kind === 'contact.created' &&
            previous.body.contactId === contactId);
        told.push(...this.differences(entry, contactId, isNew ? null : before));
      }
    }
    return told;
  }

  private judged(entry: Entry, next: Entry | undefined): string[] {
    switch (entry.kind) {
      case 'contact.created': {
        const { contactId } = entry.body;
        const hasValues =
          next?.kind === 'contact.attributesChanged' && next.body.contactId === contactId;
        return hasValues ? [] : [contactId];
      }
      case 'contact.attributesChanged':
        return [entry.body.contactId];
      case 'attribute.changed':
      case 'segment.saved':
      case 'segment.deleted':
      case 'prioritization.changed':
      case 'settings.changed':
        return [...this.desk.memory.contacts.keys()];
      default:
        return [];
    }
  }

  private differences(entry: Entry, contactId: string, before: World | null): string[] {
    const was = before ? matches(before, contactId) : new Set<string>();
    const is = matches(this.world, contactId);
    const told: string[] = [];
    for (const id of is) if (!was.has(id)) told.push(line(entry, 'entered', contactId, id));
    for (const id of was) if (!is.has(id)) told.push(line(entry, 'left', contactId, id));
    const priorityBefore = before ? priority(before, was) : 0;
    const priorityAfter = priority(this.world, is);
    if (priorityBefore === priorityAfter) return told;
    const open = this.desk.memory.contacts.get(contactId)?.conversationIds ?? [];
    for (const id of open)
      told.push(line(entry, 'priority', id, `${priorityBefore} ${priorityAfter}`));
    return told;
  }
}

/** One difference, as text. */
export function line({ revision }: Pick<Entry, 'revision'>, ...parts: string[]): string {
  return [revision, ...parts].join(' ');
}

function matches(world: World, contactId: string): Set<string> {
  const values = world.contacts.get(contactId) ?? new Map();
  const held = [...world.segments.values()].filter((segment) =>
    compileSegment(segment, world)(values),
  );
  return new Set(held.map(({ id }) => id));
}

function priority({ highPriority }: World, held: ReadonlySet<string>): number {
  return highPriority.filter((id) => held.has(id)).length;
}

function after(world: World, entry: Entry): World {
  const next: World = {
    ...world,
    attributes: new Map(world.attributes),
    segments: new Map(world.segments),
    contacts: new Map(world.contacts),
  };
  switch (entry.kind) {
    case 'attribute.created':
    case 'attribute.changed':
      next.attributes.set(entry.body.after.key, entry.body.after);
      break;
    case 'attribute.deleted':
      next.attributes.delete(entry.body.before.key);
      break;
    case 'segment.saved':
      next.segments.set(entry.body.after.id, entry.body.after);
      break;
    case 'segment.deleted':
      next.segments.delete(entry.body.before.id);
      break;
    case 'prioritization.changed':
      next.highPriority = entry.body.after;
      break;
    case 'settings.changed':
      next.timeZone = entry.body.after.timeZone;
      break;
    case 'contact.created':
      next.contacts.set(entry.body.contactId, new Map());
      break;
    case 'contact.attributesChanged': {
      const values: Values = new Map(world.contacts.get(entry.body.contactId));
      for (const { attribute, after: value } of entry.personal?.changes ?? []) {
        if (value) values.set(attribute, value);
        else values.delete(attribute);
      }
      next.contacts.set(entry.body.contactId, values);
      break;
    }
    default:
  }
  return next;
}
