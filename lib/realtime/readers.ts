import type { DeskRoom, DeskServer, DeskSocket } from './desk-socket';

/** How many packets may wait for a reader before it counts as slow. */
const MAX_WAITING_PACKETS = 32;

/** What a slow reader is told once it has caught up, instead of all it missed under the same key. */
type CatchUp = { key: string; tell: (socket: DeskSocket) => void };

/**
 * Sends to all sockets of a room, but drops what a slow reader would only pile up: it is told to
 * catch up when its buffer has drained.
 */
export class Readers {
  /** By socket id: packets that the network has not taken yet, and what to tell after them. */
  private readonly waiting = new Map<string, number>();
  private readonly behind = new Map<string, Map<string, CatchUp>>();

  constructor(private readonly io: DeskServer) {}

  /** Watches the socket's buffer for as long as it is connected. */
  add(socket: DeskSocket): void {
    const { id, conn } = socket;
    this.waiting.set(id, 0);
    conn.on('packetCreate', () => this.waiting.set(id, (this.waiting.get(id) ?? 0) + 1));
    conn.on('flush', () => this.waiting.set(id, 0));
    conn.on('drain', () => this.catchUp(socket));
    conn.on('close', () => {
      this.waiting.delete(id);
      this.behind.delete(id);
    });
  }

  /** Sends to every socket of the room. */
  tell(room: string, send: (to: DeskRoom) => void, catchUp: CatchUp): void {
    const slow = this.slowIn(this.io.of('/').adapter.rooms.get(room) ?? []);
    for (const id of slow) this.remember(id, catchUp);
    send(this.io.to(room).except(slow));
  }

  /** Sends to every socket. */
  tellAll(send: (to: DeskRoom) => void, catchUp: CatchUp): void {
    const slow = this.slowIn(this.io.of('/').sockets.keys());
    for (const id of slow) this.remember(id, catchUp);
    send(this.io.except(slow));
  }

  private slowIn(ids: Iterable<string>): string[] {
    const slow: string[] = [];
    for (const id of ids) {
      const waiting = this.waiting.get(id) ?? 0;
      if (waiting > MAX_WAITING_PACKETS || this.behind.has(id)) slow.push(id);
    }
    return slow;
  }

  private remember(id: string, catchUp: CatchUp): void {
    const missed = this.behind.get(id) ?? new Map<string, CatchUp>();
    missed.set(catchUp.key, catchUp);
    this.behind.set(id, missed);
  }

  private catchUp(socket: DeskSocket): void {
    const missed = this.behind.get(socket.id);
    if (!missed) return;
    this.behind.delete(socket.id);
    for (const { tell } of missed.values()) tell(socket);
  }
}
