import { changesCatalogue, type Entry } from '@/lib/desk/entry';
import { invalid, notFound } from '@/lib/desk/errors';
import type { DeskSocket } from './desk-socket';
import type { Readers } from './readers';

const MAX_WATCHES = 20;

/** Who looks at which contact; told that it changed, so that they read it again. */
export class ContactWatches {
  private readonly watchers = new Map<string, Set<DeskSocket>>();
  /** Since the last tick, and whether it is forgotten. */
  private readonly touched = new Map<string, boolean>();

  constructor(private readonly readers: Readers) {}

  /** Throws `invalid` for a watch too many. */
  join(socket: DeskSocket, contactId: string): void {
    const watchers = this.watchers.get(contactId) ?? new Set();
    if (!watchers.has(socket) && this.countOf(socket) >= MAX_WATCHES)
      throw invalid(`A connection has at most ${MAX_WATCHES} watches of contacts.`);
    this.watchers.set(contactId, watchers.add(socket));
    void socket.join(roomOf(contactId));
  }

  /** Throws `not_found` for a contact that the socket does not watch. */
  leave(socket: DeskSocket, contactId: string): void {
    if (!this.watchers.get(contactId)?.has(socket))
      throw notFound(`This connection does not watch the contact ${contactId}.`, 'contactId');
    void socket.leave(roomOf(contactId));
    this.remove(socket, contactId);
  }

  /** For a socket that is gone. */
  leaveAll(socket: DeskSocket): void {
    for (const contactId of [...this.watchers.keys()]) this.remove(socket, contactId);
  }

  /** To be called after every fold. */
  note(entries: readonly Entry[]): void {
    if (this.watchers.size === 0) return;
    for (const { kind, body } of entries) {
      if (changesCatalogue(kind))
        for (const id of this.watchers.keys()) this.touched.set(id, this.touched.get(id) ?? false);
      if ('contactId' in body && this.watchers.has(body.contactId))
        this.touched.set(body.contactId, kind === 'contact.forgotten');
    }
  }

  /** Tells the watchers of what has changed. */
  flush(): void {
    for (const [contactId, isForgotten] of this.touched) {
      const room = roomOf(contactId);
      const message = { contactId, isForgotten };
      this.readers.tell(room, (to) => to.emit('contact:changed', message), {
        key: room,
        tell: (socket) => socket.emit('contact:changed', message),
      });
    }
    this.touched.clear();
  }

  private remove(socket: DeskSocket, contactId: string): void {
    const watchers = this.watchers.get(contactId);
    if (watchers?.delete(socket) && watchers.size === 0) this.watchers.delete(contactId);
  }

  private countOf(socket: DeskSocket): number {
    let count = 0;
    for (const watchers of this.watchers.values()) if (watchers.has(socket)) count += 1;
    return count;
  }
}

function roomOf(contactId: string): string {
  return `contact:${contactId}`;
}
