import { isDeepStrictEqual } from 'node:util';
import { asPerson } from '@/lib/desk/context';
import type { Desk } from '@/lib/desk/desk';
import { notFound } from '@/lib/desk/errors';
import { nameOf } from '@/lib/desk/queue-entry';
import type { DeskSocket } from './desk-socket';
import { Presence, type Whereabouts } from './presence';
import type { PersonPresent, PresenceHere, PresenceWatched } from './protocol';
import type { Readers } from './readers';
import { Tick } from './tick';

const EVERY_MS = 250;
/** Without another key pressed, typing is over after this. */
const TYPING_MS = 4_000;
const ROOM = 'presence';

/** Told who writes a reply in a conversation; with null, nobody any more. */
export type ReplyingListener = (conversationId: string, name: string | null) => void;

/** What is told of customers, and to them. */
export type ContactPresence = {
  /** A customer presses keys in a tab of theirs, or with null has stopped. */
  contactTypes(tab: string, where: { conversationId: string; contactId: string } | null): void;
  /** Calls the listener when somebody begins or ends to write a reply; returns how to stop. */
  onReplying(listener: ReplyingListener): () => void;
};

/**
 * Who is told of who looks where: everybody who watches, a conversation at most four times a
 * second, and only of a change. Lives in this process alone; the journal knows nothing of it.
 */
export class PresenceWatches {
  private readonly presence = new Presence(TYPING_MS);
  /** Of those, who writes a reply: its customer may hear of it. */
  private readonly replying = new Presence(TYPING_MS);
  /** Customers who write where the desk sees it. */
  private readonly contactsTyping = new Presence(TYPING_MS);
  private readonly toldReplying = new Map<string, string>();
  private readonly onReplying = new Set<ReplyingListener>();
  /** What all watchers know by now, by conversation; none that nobody is at. */
  private readonly told = new Map<string, PersonPresent[]>();
  private readonly touched = new Set<string>();
  /** How often a socket has said where it is: only its last word counts. */
  private readonly words = new WeakMap<DeskSocket, number>();
  private expiry: ReturnType<typeof setTimeout> | null = null;
  private readonly tick: Tick;

  constructor(
    private readonly desk: Desk,
    private readonly readers: Readers,
    onError: (error: unknown) => void,
  ) {
    this.tick = new Tick(
      () => this.flush(),
      () => EVERY_MS,
      onError,
    );
  }

  /** Answers what all watchers know by now. */
  join(socket: DeskSocket): PresenceWatched {
    void socket.join(ROOM);
    const conversations = [...this.told].map(([conversationId, people]) => ({
      conversationId,
      people,
    }));
    return { conversations };
  }

  /**
   * Puts a person's socket at a conversation, open or resolved, or at none. Rejects with
   * `forbidden` for a token, which is nobody, and with `not_found`; the socket then stays where
   * it was.
   */
  async here(socket: DeskSocket, { conversationId, typing, note }: PresenceHere): Promise<void> {
    const { caller } = asPerson({ desk: this.desk, caller: socket.data.caller });
    const word = (this.words.get(socket) ?? 0) + 1;
    this.words.set(socket, word);
    if (conversationId === null) return this.put(socket, null);
    if (!(await this.exists(socket, conversationId)))
      throw notFound(`There is no conversation ${conversationId}.`, 'conversationId');
    // It may have gone, or gone elsewhere, while the store was asked.
    if (!socket.connected || this.words.get(socket) !== word) return;
    this.put(socket, { personId: caller.id, conversationId, typing }, typing && !note);
  }

  /** For a socket that is gone. */
  leaveAll(socket: DeskSocket): void {
    this.put(socket, null);
  }

  stop(): void {
    this.tick.stop();
    if (this.expiry) clearTimeout(this.expiry);
  }

  private put(socket: DeskSocket, now: Whereabouts | null, replies = false): void {
    const nowMs = performance.now();
    this.touch([
      ...this.presence.put(socket.id, now, nowMs),
      ...this.replying.put(socket.id, replies ? now : null, nowMs),
    ]);
    this.awaitExpiry();
  }

  /** What is told of customers, and to them. */
  readonly ofContacts: ContactPresence = {
    contactTypes: (tab, where) => {
      const now = where && { ...where, personId: where.contactId, typing: true };
      this.touch(this.contactsTyping.put(tab, now, performance.now()));
      this.awaitExpiry();
    },
    onReplying: (listener) => {
      this.onReplying.add(listener);
      return () => this.onReplying.delete(listener);
    },
  };

  private touch(conversationIds: readonly string[]): void {
    for (const id of conversationIds) this.touched.add(id);
    if (this.touched.size > 0) this.tick.request();
  }

  /** Has one timer while somebody types. */
  private awaitExpiry(): void {
    const all = [this.presence, this.replying, this.contactsTyping];
    const atMs = Math.min(...all.map((one) => one.nextExpiryMs() ?? Number.POSITIVE_INFINITY));
    if (this.expiry || atMs === Number.POSITIVE_INFINITY) return;
    this.expiry = setTimeout(
      () => {
        this.expiry = null;
        for (const one of all) this.touch(one.expire(performance.now()));
        this.awaitExpiry();
      },
      Math.max(0, Math.ceil(atMs - performance.now())),
    );
    this.expiry.unref();
  }

  private async exists(socket: DeskSocket, conversationId: string): Promise<boolean> {
    if (this.desk.memory.conversations.has(conversationId)) return true;
    if (this.presence.placeOf(socket.id) === conversationId) return true;
    return (await this.desk.store.conversation(conversationId)) !== null;
  }

  private flush(): void {
    const touched = [...this.touched];
    this.touched.clear();
    for (const id of touched) {
      this.tellReplying(id);
      const people = this.peopleAt(id);
      if (isDeepStrictEqual(people, this.told.get(id) ?? [])) continue;
      if (people.length > 0) this.told.set(id, people);
      else this.told.delete(id);
      this.tell(id);
    }
  }

  private tell(conversationId: string): void {
    const now = () => ({ conversationId, people: this.told.get(conversationId) ?? [] });
    this.readers.tell(ROOM, (to) => to.emit('presence:changed', now()), {
      key: `${ROOM}:${conversationId}`,
      tell: (socket) => socket.emit('presence:changed', now()),
    });
  }

  private tellReplying(conversationId: string): void {
    const writer = this.replying.onlookers(conversationId).find(({ typing }) => typing);
    const name = writer ? (this.desk.memory.people.get(writer.personId)?.name ?? null) : null;
    if (name === (this.toldReplying.get(conversationId) ?? null)) return;
    if (name === null) this.toldReplying.delete(conversationId);
    else this.toldReplying.set(conversationId, name);
    for (const listener of this.onReplying) listener(conversationId, name);
  }

  /** Colleagues, and the customer while they write. */
  private peopleAt(conversationId: string): PersonPresent[] {
    const { people, contacts } = this.desk.memory;
    const colleagues = this.presence.onlookers(conversationId).flatMap(({ personId, typing }) => {
      const person = people.get(personId);
      return person ? [{ id: personId, name: person.name, typing }] : [];
    });
    const writing = this.contactsTyping
      .onlookers(conversationId)
      .flatMap(({ personId, typing }) => {
        const contact = contacts.get(personId);
        return contact && typing ? [{ id: personId, name: nameOf(contact), typing }] : [];
      });
    return [...colleagues, ...writing].sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}
