import { isDeepStrictEqual } from 'node:util';
import { asPerson } from '@/lib/desk/context';
import type { Desk } from '@/lib/desk/desk';
import { notFound } from '@/lib/desk/errors';
import type { DeskSocket } from './desk-socket';
import { Presence } from './presence';
import type { PersonPresent, PresenceHere, PresenceWatched } from './protocol';
import type { Readers } from './readers';
import { Tick } from './tick';

const EVERY_MS = 250;
/** Without another key pressed, typing is over after this. */
const TYPING_MS = 4_000;
const ROOM = 'presence';

/**
 * Who is told of who looks where: everybody who watches, a conversation at most four times a
 * second, and only of a change. Lives in this process alone; the journal knows nothing of it.
 */
export class PresenceWatches {
  private readonly presence = new Presence(TYPING_MS);
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
  async here(socket: DeskSocket, { conversationId, typing }: PresenceHere): Promise<void> {
    const { caller } = asPerson({ desk: this.desk, caller: socket.data.caller });
    const word = (this.words.get(socket) ?? 0) + 1;
    this.words.set(socket, word);
    if (conversationId === null) return this.put(socket, null);
    if (!(await this.exists(socket, conversationId)))
      throw notFound(`There is no conversation ${conversationId}.`, 'conversationId');
    // It may have gone, or gone elsewhere, while the store was asked.
    if (!socket.connected || this.words.get(socket) !== word) return;
    this.put(socket, { personId: caller.id, conversationId, typing });
  }

  /** For a socket that is gone. */
  leaveAll(socket: DeskSocket): void {
    this.put(socket, null);
  }

  stop(): void {
    this.tick.stop();
    if (this.expiry) clearTimeout(this.expiry);
  }

  private put(socket: DeskSocket, now: Parameters<Presence['put']>[1]): void {
    this.touch(this.presence.put(socket.id, now, performance.now()));
    this.awaitExpiry();
  }

  private touch(conversationIds: readonly string[]): void {
    for (const id of conversationIds) this.touched.add(id);
    if (this.touched.size > 0) this.tick.request();
  }

  /** Has one timer while somebody types. */
  private awaitExpiry(): void {
    const atMs = this.presence.nextExpiryMs();
    if (this.expiry || atMs === null) return;
    this.expiry = setTimeout(
      () => {
        this.expiry = null;
        this.touch(this.presence.expire(performance.now()));
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

  private peopleAt(conversationId: string): PersonPresent[] {
    const { people } = this.desk.memory;
    return this.presence.onlookers(conversationId).flatMap(({ personId, typing }) => {
      const person = people.get(personId);
      return person ? [{ id: personId, name: person.name, typing }] : [];
    });
  }
}
