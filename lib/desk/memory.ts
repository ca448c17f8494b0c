import type { Attribute, AttributeValue } from '@/lib/attributes/attribute';
import { LiveQueue } from '@/lib/ranking/live-queue';
import type { Matcher } from '@/lib/segments/matcher';
import { newMatcher } from '@/lib/segments/new-matcher';
import type { Channel, Conversation, ConversationState, Person, Settings } from './facts';
import type { SegmentRow, Snapshot } from './store';

/** A contact with an open conversation, as memory holds it. */
export type OpenContact = {
  readonly id: string;
  readonly externalId: string;
  readonly values: Map<string, AttributeValue>;
  /** Of its last change while open; 0 when there was none yet. */
  revision: number;
  /** Ids of all matching segments. Replaced, never changed. */
  matches: ReadonlySet<string>;
  readonly conversationIds: Set<string>;
};

/** When a conversation stands in line: its waiting since, or its last activity while it waits for nobody. */
export function rankTime(state: ConversationState): number {
  return state.status === 'new'
    ? (state.waitingSince ?? state.lastActivityAt)
    : state.lastActivityAt;
}

/**
 * The desk in memory: the catalogue, and the open conversations with their contacts, matches and
 * ranks. Loaded from a snapshot, changed only by the projection (project.ts).
 * Everything derived (matches, priority, rank) lives here and nowhere else.
 */
export class Memory {
  readonly epoch: string;
  revision: number;
  catalogueRevision: number;
  readonly attributes = new Map<string, Attribute>();
  readonly segments = new Map<string, SegmentRow>();
  prioritization: { segmentIds: string[]; revision: number };
  highPriority: ReadonlySet<string>;
  settings: Settings;
  readonly channels = new Map<string, Channel>();
  readonly people = new Map<string, Person>();
  readonly contacts = new Map<string, OpenContact>();
  readonly conversations = new Map<string, Conversation>();
  readonly queue = new LiveQueue();
  matcher: Matcher;

  constructor(snapshot: Snapshot) {
    const { catalogue } = snapshot;
    this.epoch = snapshot.epoch;
    this.revision = snapshot.revision;
    this.catalogueRevision = catalogue.revision;
    this.prioritization = catalogue.prioritization;
    this.highPriority = new Set(catalogue.prioritization.segmentIds);
    this.settings = catalogue.settings;
    for (const attribute of catalogue.attributes) this.attributes.set(attribute.key, attribute);
    for (const segment of catalogue.segments) this.segments.set(segment.id, segment);
    for (const channel of catalogue.channels) this.channels.set(channel.key, channel);
    for (const person of catalogue.people) this.people.set(person.id, person);
    this.matcher = this.newMatcher();
    this.load(snapshot);
  }

  /** A matcher over the catalogue as it stands. */
  newMatcher(): Matcher {
    return newMatcher({
      segments: this.segments.values(),
      attributes: this.attributes,
      timeZone: this.settings.timeZone,
    });
  }

  /** Gives the contact new matches and ranks its conversations anew. */
  setMatches(contact: OpenContact, matches: ReadonlySet<string>): void {
    if (matches === contact.matches) return;
    contact.matches = matches;
    this.rank(contact);
  }

  /** Puts the contact's conversations where they stand now. */
  rank(contact: OpenContact): void {
    for (const id of contact.conversationIds) {
      const conversation = this.conversations.get(id);
      if (conversation) this.rankOne(conversation, contact);
    }
  }

  /** How many of the matches are high-priority segments. */
  priorityOf(matches: ReadonlySet<string>): number {
    let count = 0;
    for (const id of matches) if (this.highPriority.has(id)) count += 1;
    return count;
  }

  private rankOne(conversation: Conversation, contact: OpenContact): void {
    if (conversation.status === 'resolved') return;
    this.queue.put({
      conversationId: conversation.id,
      status: conversation.status,
      channel: conversation.channel,
      ownerId: conversation.ownerId,
      rankTimeMs: rankTime(conversation),
      priority: this.priorityOf(contact.matches),
      segments: contact.matches,
      revision: Math.max(conversation.revision, contact.revision),
    });
  }

  private load(snapshot: Snapshot): void {
    this.queue.batch(() => {
      for (const contact of snapshot.contacts) {
        const values = new Map(Object.entries(contact.values));
        this.contacts.set(contact.id, {
          id: contact.id,
          externalId: contact.externalId,
          values,
          revision: contact.revision,
          matches: this.matcher.matches(values),
          conversationIds: new Set(),
        });
      }
      // The queue takes rows that come in waiting order the quickest.
      const waiting = [...snapshot.conversations].sort((a, b) => rankTime(a) - rankTime(b));
      for (const conversation of waiting) {
        this.conversations.set(conversation.id, conversation);
        const contact = this.contacts.get(conversation.contactId);
        contact?.conversationIds.add(conversation.id);
        if (contact) this.rankOne(conversation, contact);
      }
      this.queue.setRevisionFloor(this.catalogueRevision);
    });
  }
}
