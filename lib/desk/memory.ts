import type { Attribute } from '@/lib/attributes/attribute';
import { ContactColumns } from '@/lib/attributes/contact-columns';
import { LiveQueue } from '@/lib/ranking/live-queue';
import { IndexedMatcher } from '@/lib/segments/indexed-matcher';
import type { Matcher } from '@/lib/segments/matcher';
import { SegmentNumbers, SegmentSet } from '@/lib/segments/segment-set';
import { lowestBit } from '@/lib/segments/word-bits';
import type { CrmRow } from './crm';
import {
  type Channel,
  type Contact,
  type Conversation,
  type ConversationState,
  type Person,
  type Settings,
  STATUSES,
} from './facts';
import { OpenContact } from './open-contact';
import { SegmentMarks } from './segment-marks';
import { Skips } from './skips';
import type { DeskStart, OpenConversation, SegmentRow, Store } from './store';

/** When a conversation stands in line: its waiting since, or its last activity while it waits for nobody. */
export function rankTime(state: ConversationState): number {
  return state.status === 'new'
    ? (state.waitingSince ?? state.lastActivityAt)
    : state.lastActivityAt;
}

/**
 * The desk in memory: the catalogue, and the open conversations with their contacts, matches and
 * ranks. Loaded from a store, changed only by the projection (project.ts).
 * Everything derived (matches, priority, rank) lives here and nowhere else.
 */
export class Memory {
  readonly epoch: string;
  revision: number;
  catalogueRevision: number;
  readonly attributes = new Map<string, Attribute>();
  readonly segments = new Map<string, SegmentRow>();
  prioritization: { segmentIds: string[]; revision: number };
  readonly channels = new Map<string, Channel>();
  readonly people = new Map<string, Person>();
  settings: Settings;
  crm: CrmRow;
  readonly contacts = new Map<string, OpenContact>();
  readonly conversations = new Map<string, Conversation>();
  readonly queue = new LiveQueue();
  /** The values of the contacts. */
  readonly columns = new ContactColumns();
  /** The places of segments in the sets of matches. */
  readonly numbers = new SegmentNumbers();
  matcher: Matcher;
  /** When put-away conversations come back, by id. */
  readonly #boomerangs = new Map<string, number>();
  /** Who has skipped which conversations. */
  readonly #skips = new Skips();
  readonly #byHandle: (OpenContact | undefined)[] = [];
  #highPriority: SegmentSet;
  #marks: SegmentMarks | null = null;

  /** The catalogue; nobody is in the queue yet. */
  constructor({ epoch, revision, catalogue }: DeskStart) {
    this.epoch = epoch;
    this.revision = revision;
    this.catalogueRevision = catalogue.revision;
    this.prioritization = catalogue.prioritization;
    this.settings = catalogue.settings;
    this.crm = catalogue.crm;
    for (const attribute of catalogue.attributes) this.attributes.set(attribute.key, attribute);
    for (const segment of catalogue.segments) this.segments.set(segment.id, segment);
    for (const channel of catalogue.channels) this.channels.set(channel.key, channel);
    for (const person of catalogue.people) this.people.set(person.id, person);
    this.matcher = this.newMatcher();
    this.#highPriority = SegmentSet.of(this.numbers, catalogue.prioritization.segmentIds);
    this.queue.setRevisionFloor(this.catalogueRevision);
  }

  /** Everything a store holds that is open. */
  static async load(store: Pick<Store, 'load'>): Promise<Memory> {
    const memory = await store.load((start) => new Memory(start));
    memory.rankAll();
    return memory;
  }

  /** What rows show of their segments. */
  get marks(): SegmentMarks {
    this.#marks ??= new SegmentMarks(this);
    return this.#marks;
  }

  /** To be called after every entry that changes the catalogue. */
  catalogueChanged(revision: number): void {
    this.catalogueRevision = revision;
    this.#marks = null;
    this.queue.setRevisionFloor(revision);
  }

  /** The segments on the Prioritization list. */
  get highPriority(): SegmentSet {
    return this.#highPriority;
  }

  setPrioritization(segmentIds: string[], revision: number): void {
    this.prioritization = { segmentIds, revision };
    this.#highPriority = SegmentSet.of(this.numbers, segmentIds);
  }

  /** A matcher over the catalogue as it stands. */
  newMatcher(): Matcher {
    return new IndexedMatcher({
      segments: this.segments.values(),
      attributes: this.attributes,
      timeZone: this.settings.timeZone,
      columns: this.columns,
      numbers: this.numbers,
    });
  }

  /** Takes in a page of a store's open conversations, which are ranked later. */
  admit(page: readonly OpenConversation[]): void {
    for (const { conversation, contact } of page) {
      this.hold(conversation, this.contacts.get(contact.id) ?? this.meet(contact));
    }
  }

  /** A contact comes into memory. */
  meet({ id, externalId, values, revision }: Omit<Contact, 'namespace'>): OpenContact {
    const handle = this.columns.add(Object.entries(values));
    const matches = this.matcher.matchesAt(handle);
    const contact = new OpenContact(this.columns, { id, externalId, handle, revision, matches });
    this.contacts.set(id, contact);
    this.#byHandle[handle] = contact;
    return contact;
  }

  /** Takes a conversation of the contact in, new or in another state, unranked. */
  hold(conversation: Conversation, contact: OpenContact): void {
    const { id, channel, ownerId, status } = conversation;
    const known = this.conversations.get(id);
    if (!known) contact.conversationIds = [...contact.conversationIds, id];
    if (conversation.returnsAt) this.#boomerangs.set(id, conversation.returnsAt);
    else this.#boomerangs.delete(id);
    this.#skips.change(id, known?.skippedBy ?? null, conversation.skippedBy ?? null);
    // Texts that many share are kept once, and a literal takes less room than what is spread.
    this.conversations.set(known?.id ?? id, {
      id: known?.id ?? id,
      contactId: contact.id,
      channel: this.channels.get(channel)?.key ?? channel,
      status: STATUSES.find((one) => one === status) ?? status,
      ownerId: this.people.get(ownerId ?? '')?.id ?? ownerId,
      waitingSince: conversation.waitingSince,
      lastActivityAt: conversation.lastActivityAt,
      openedAt: conversation.openedAt,
      returnsAt: conversation.returnsAt ?? null,
      skippedBy: conversation.skippedBy ?? null,
      preview: conversation.preview,
      revision: conversation.revision,
    });
  }

  /** A conversation leaves, and its contact if it was the last. */
  letGo(conversation: Conversation, contact: OpenContact): void {
    this.conversations.delete(conversation.id);
    this.#boomerangs.delete(conversation.id);
    this.#skips.change(conversation.id, conversation.skippedBy, null);
    this.queue.remove(conversation.id);
    contact.conversationIds = contact.conversationIds.filter((id) => id !== conversation.id);
    if (contact.conversationIds.length > 0) return;
    this.contacts.delete(contact.id);
    this.#byHandle[contact.handle] = undefined;
    this.columns.remove(contact.handle);
  }

  /** What Take next does not offer a person. */
  skippedBy(personId: string): ReadonlySet<string> {
    return this.#skips.of(personId);
  }

  /** The put-away conversations that are to be back by now, the first due first. */
  boomerangsDue(nowMs: number): string[] {
    return [...this.#boomerangs]
      .filter(([, returnsAt]) => returnsAt <= nowMs)
      .sort(([a, at], [b, bt]) => at - bt || (a < b ? -1 : 1))
      .map(([id]) => id);
  }

  /** The contacts whose handles are set. */
  *contactsAt(handles: Int32Array): Iterable<OpenContact> {
    for (const [at, word] of handles.entries()) {
      for (let left = word; left !== 0; left &= left - 1) {
        const contact = this.#byHandle[(at << 5) + lowestBit(left)];
        if (contact) yield contact;
      }
    }
  }

  /** Gives the contact new matches and ranks its conversations anew. */
  setMatches(contact: OpenContact, matches: SegmentSet): void {
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
  priorityOf(matches: SegmentSet): number {
    return matches.sharedWith(this.#highPriority);
  }

  /** Puts all conversations that were admitted where they stand. */
  rankAll(): void {
    // The queue takes rows that come in waiting order the quickest.
    const waiting = [...this.conversations.values()].sort((a, b) => rankTime(a) - rankTime(b));
    this.queue.batch(() => {
      for (const conversation of waiting) {
        const contact = this.contacts.get(conversation.contactId);
        if (contact) this.rankOne(conversation, contact);
      }
    });
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
}
