import { asPerson } from '@/lib/desk/context';
import type { Desk } from '@/lib/desk/desk';
import type { Entry } from '@/lib/desk/entry';
import { queueEntry } from '@/lib/desk/queue-entry';
import { arrivalsIn, isArrival } from './arrivals';
import type { DeskSocket } from './desk-socket';
import type { ArrivalsCame } from './protocol';
import type { Readers } from './readers';
import { Tick } from './tick';

const EVERY_MS = 500;
/** Of many that come at once, so many are named. */
const MOST_NAMED = 3;
const ROOM = 'arrivals';

/**
 * Tells people of conversations of priority that come to wait, twice a second at most, and nobody
 * of what they did themselves. A passing thing: who misses it sees the queue.
 */
export class ArrivalWatches {
  private readonly watchers = new Set<DeskSocket>();
  /** Who brought it about, by conversation. */
  private came = new Map<string, string>();
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

  /** Throws `forbidden` for a token, which hears nothing. */
  join(socket: DeskSocket): void {
    const { caller } = asPerson({ desk: this.desk, caller: socket.data.caller });
    this.watchers.add(socket);
    void socket.join([ROOM, roomOf(caller.id)]);
  }

  /** For a socket that is gone. */
  leaveAll(socket: DeskSocket): void {
    this.watchers.delete(socket);
  }

  /** To be called after every fold. */
  note(entries: readonly Entry[]): void {
    if (this.watchers.size === 0) return;
    for (const [id, actorId] of arrivalsIn(this.desk.memory, entries)) this.came.set(id, actorId);
    if (this.came.size > 0) this.tick.request();
  }

  stop(): void {
    this.tick.stop();
  }

  private flush(): void {
    const byActor = new Map<string, string[]>();
    for (const [id, actorId] of this.came) {
      // Whoever was taken meanwhile waits no longer.
      if (!isArrival(this.desk.memory, id)) continue;
      const ids = byActor.get(actorId) ?? [];
      byActor.set(actorId, ids);
      ids.push(id);
    }
    this.came = new Map();
    for (const [actorId, ids] of byActor) this.tell(actorId, ids);
  }

  private tell(actorId: string, ids: readonly string[]): void {
    const message: ArrivalsCame = {
      total: ids.length,
      arrivals: ids.slice(0, MOST_NAMED).map((id) => {
        const { conversationId, contact, priority, preview } = queueEntry(this.desk.memory, id);
        return { conversationId, name: contact.name, priority, preview };
      }),
    };
    this.readers.tell(ROOM, (to) => to.except(roomOf(actorId)).emit('arrival:came', message), {
      key: ROOM,
      // It has passed by the time a slow reader could hear of it.
      tell: () => undefined,
    });
  }
}

function roomOf(personId: string): string {
  return `${ROOM}:${personId}`;
}
