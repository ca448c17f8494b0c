import { asPerson } from '@/lib/desk/context';
import type { Desk } from '@/lib/desk/desk';
import type { Entry } from '@/lib/desk/entry';
import { nameOf } from '@/lib/desk/queue-entry';
import { nothingUnread, readUnread, unreadWire } from '@/lib/desk/reads/unread';
import type { DeskSocket } from './desk-socket';
import type { UnreadChanged, UnreadWatched } from './protocol';
import type { Readers } from './readers';
import { Tick } from './tick';
import { changesUnread, ownersIn, whyUnread } from './why-unread';

const EVERY_MS = 100;

/** What happened to a conversation since the last tick: its entries, and who has looked at it. */
type Touched = { entries: Entry[]; lookers: Set<string> };

/**
 * Tells a person's screens, and nobody else's, what that person has not looked at. What it tells
 * is read from the store, so that it holds nothing but what happened since the last tick.
 */
export class UnreadWatches {
  private readonly watchers = new Map<string, Set<DeskSocket>>();
  private touched = new Map<string, Touched>();
  /** Conversations that were deleted: nobody has anything to look at there. */
  private forgotten: string[] = [];
  /** Everything read and told, one after the other: what is told last is what is so. */
  private work: Promise<void> = Promise.resolve();
  private readonly tick: Tick;
  private readonly unsubscribe: () => void;

  constructor(
    private readonly desk: Desk,
    private readonly readers: Readers,
    private readonly onError: (error: unknown) => void,
  ) {
    this.tick = new Tick(
      () => this.flush(),
      () => EVERY_MS,
      onError,
    );
    this.unsubscribe = desk.sights.subscribe(({ personId, conversationId }) => {
      if (!this.watchers.has(personId)) return;
      this.touch(conversationId).lookers.add(personId);
      this.tick.request();
    });
  }

  /**
   * Answers where the socket's person has something unread, in the same step as it joins. Rejects
   * with `forbidden` for a token.
   */
  join(socket: DeskSocket, answer: (state: UnreadWatched) => void): Promise<void> {
    const ctx = asPerson({ desk: this.desk, caller: socket.data.caller });
    return this.inTurn(async () => {
      const unread = await readUnread(ctx);
      // It may have gone during the read.
      if (!socket.connected) return;
      const watchers = this.watchers.get(ctx.caller.id) ?? new Set();
      this.watchers.set(ctx.caller.id, watchers.add(socket));
      void socket.join(roomOf(ctx.caller.id));
      answer({ unread });
    });
  }

  /** For a socket that is gone. */
  leaveAll(socket: DeskSocket): void {
    const { id } = socket.data.caller;
    const watchers = this.watchers.get(id);
    if (watchers?.delete(socket) && watchers.size === 0) this.watchers.delete(id);
  }

  /** To be called after every fold. */
  note(entries: readonly Entry[]): void {
    if (this.watchers.size === 0) return;
    for (const entry of entries) {
      if (entry.kind === 'contact.forgotten') {
        this.forgotten.push(...entry.body.conversationIds);
        this.tick.request();
      }
      if (!changesUnread(entry)) continue;
      this.touch(entry.body.conversationId).entries.push(entry);
      this.tick.request();
    }
  }

  stop(): void {
    this.unsubscribe();
    this.tick.stop();
  }

  private touch(conversationId: string): Touched {
    const touched = this.touched.get(conversationId) ?? { entries: [], lookers: new Set() };
    this.touched.set(conversationId, touched);
    return touched;
  }

  private flush(): void {
    const touched = this.touched;
    this.touched = new Map();
    const forgotten = this.forgotten;
    this.forgotten = [];
    this.inTurn(async () => {
      for (const [conversationId, what] of touched) await this.tell(conversationId, what);
      for (const conversationId of forgotten) this.tellNothing(conversationId);
    }).catch(this.onError);
  }

  private async tell(conversationId: string, { entries, lookers }: Touched): Promise<void> {
    const concerned = await this.desk.store.unreadIn(conversationId);
    const unread = new Map(concerned.map((one) => [one.personId, unreadWire(one)]));
    // What is nobody's matter any more was theirs until now.
    for (const ownerId of ownersIn(entries))
      if (!unread.has(ownerId)) unread.set(ownerId, nothingUnread(conversationId));
    for (const [personId, theirs] of unread) {
      if (!this.watchers.has(personId)) continue;
      const why = whyUnread(personId, entries);
      // Who only looks concerns nobody but themselves.
      if (entries.length === 0 && !lookers.has(personId)) continue;
      const isCalled = why.why === 'mention' || why.why === 'assignment';
      const name = isCalled ? await this.nameIn(conversationId) : null;
      this.tellPerson(personId, { ...theirs, ...why, name });
    }
  }

  private tellNothing(conversationId: string): void {
    const nothing = nothingUnread(conversationId);
    const why = { why: 'state', name: null, by: null, text: null } as const;
    for (const personId of this.watchers.keys()) this.tellPerson(personId, { ...nothing, ...why });
  }

  /** Whom the conversation is with; null if the contact is gone. */
  private async nameIn(conversationId: string): Promise<string | null> {
    const { memory, store } = this.desk;
    const open = memory.conversations.get(conversationId);
    const held = open && memory.contacts.get(open.contactId);
    if (held) return nameOf(held);
    const conversation = await store.conversation(conversationId);
    const contact = conversation && (await store.contact(conversation.contactId));
    if (!contact) return null;
    const { externalId, values } = contact;
    return nameOf({ externalId, values: new Map(Object.entries(values)) });
  }

  private tellPerson(personId: string, message: UnreadChanged): void {
    const room = roomOf(personId);
    this.readers.tell(room, (to) => to.emit('unread:changed', message), {
      key: `${room}:${message.conversationId}`,
      tell: (socket) => socket.emit('unread:changed', message),
    });
  }

  private inTurn(step: () => Promise<void>): Promise<void> {
    const done = this.work.then(step);
    this.work = done.catch(() => undefined);
    return done;
  }
}

function roomOf(personId: string): string {
  return `unread:${personId}`;
}
