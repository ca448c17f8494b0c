import { createHash } from 'node:crypto';
import type { Desk } from '@/lib/desk/desk';
import type { Entry } from '@/lib/desk/entry';
import { invalid, notFound } from '@/lib/desk/errors';
import { checkedFilter, filterRefusal, type QueueRequest } from '@/lib/desk/reads/queue';
import { wireErrorOf } from '@/lib/desk/wire-error';
import type { DeskSocket } from './desk-socket';
import type { QueueWatched } from './protocol';
import type { Readers } from './readers';

/** A list in pages, lists left a moment ago, and the totals of saved views; see docs/decisions/0017. */
export const MAX_WATCHES = 40;
const WATCH_ID_LENGTH = 16;

/** A view and who watches it. Its key belongs to the desk's views, its id to the wire. */
type QueueWatch = { id: string; key: string; watchers: Set<DeskSocket> };

/** Who watches which views of the queue: joins, leaves, and what all watchers are told. */
export class QueueWatches {
  private readonly byId = new Map<string, QueueWatch>();
  private readonly byKey = new Map<string, QueueWatch>();
  private readonly bySocket = new Map<DeskSocket, Set<QueueWatch>>();

  constructor(
    private readonly desk: Desk,
    private readonly readers: Readers,
  ) {}

  /**
   * Joins in one synchronous step: what the others were told ends at the same revision as what
   * the newcomer is answered. Throws `invalid` for a filter that names nothing and for a watch
   * too many.
   */
  join(socket: DeskSocket, request: QueueRequest): QueueWatched {
    const { memory, views } = this.desk;
    const filter = filterRefusal(() => checkedFilter(memory, socket.data.caller, request.filter));
    const watch = this.watchOf(views.open({ ...request, filter }));
    const watches = this.bySocket.get(socket) ?? new Set<QueueWatch>();
    if (!watches.has(watch) && watches.size >= MAX_WATCHES) {
      if (watch.watchers.size === 0) this.close(watch);
      throw invalid(`A connection has at most ${MAX_WATCHES} watches of the queue.`);
    }
    // A reader that watches again needs no message on top of the answer.
    if (watch.watchers.has(socket)) void socket.leave(roomOf(watch));
    const message = views.flushOne(watch.key, memory.revision);
    if (message.from !== message.to) this.tell(watch, message);
    watch.watchers.add(socket);
    this.bySocket.set(socket, watches.add(watch));
    void socket.join(roomOf(watch));
    return { watchId: watch.id, epoch: memory.epoch, ...views.snapshot(watch.key) };
  }

  /** Throws `not_found` for a watch that the socket does not have. */
  leave(socket: DeskSocket, watchId: string): void {
    const watch = this.byId.get(watchId);
    if (!watch?.watchers.has(socket))
      throw notFound(`This connection has no watch ${watchId}.`, 'watchId');
    this.remove(socket, watch);
  }

  /** For a socket that is gone. */
  leaveAll(socket: DeskSocket): void {
    for (const watch of this.bySocket.get(socket) ?? []) this.remove(socket, watch);
  }

  /** Ends the watches whose filter names a segment that the entries have deleted. */
  endThoseWithout(entries: readonly Entry[]): void {
    for (const entry of entries) {
      if (entry.kind !== 'segment.deleted') continue;
      const { id, name } = entry.body.before;
      for (const watch of [...this.byId.values()]) {
        const segments = this.desk.views.spec(watch.key)?.filter.segments;
        if (segments?.includes(id)) this.end(watch, `The segment ${name} was deleted.`);
      }
    }
  }

  /** Tells all watchers what changed since their view's last message. */
  flush(): void {
    for (const message of this.desk.views.flush(this.desk.memory.revision)) {
      const watch = this.byKey.get(message.key);
      if (watch) this.tell(watch, message);
    }
  }

  private tell(
    watch: QueueWatch,
    { key, ...message }: ReturnType<Desk['views']['flushOne']>,
  ): void {
    this.readers.tell(
      roomOf(watch),
      (to) => to.emit('queue:changed', { watchId: watch.id, ...message }),
      { key: roomOf(watch), tell: (socket) => this.nudge(socket, watch, key) },
    );
  }

  /** Shows a reader the revision it has missed, so that it watches again. */
  private nudge(socket: DeskSocket, watch: QueueWatch, key: string): void {
    if (!watch.watchers.has(socket)) return;
    const { revision, total } = this.desk.views.snapshot(key);
    const nothing = { changes: [], segmentCounts: {} };
    const message = { watchId: watch.id, from: revision, to: revision, total, ...nothing };
    socket.emit('queue:changed', message);
  }

  private end(watch: QueueWatch, message: string): void {
    const error = wireErrorOf(notFound(message, 'filter.segments'));
    for (const socket of watch.watchers) {
      socket.emit('queue:ended', { watchId: watch.id, error });
      this.remove(socket, watch);
    }
  }

  private remove(socket: DeskSocket, watch: QueueWatch): void {
    watch.watchers.delete(socket);
    void socket.leave(roomOf(watch));
    const watches = this.bySocket.get(socket);
    watches?.delete(watch);
    if (watches?.size === 0) this.bySocket.delete(socket);
    if (watch.watchers.size === 0) this.close(watch);
  }

  private watchOf(key: string): QueueWatch {
    const known = this.byKey.get(key);
    if (known) return known;
    const watch = { id: watchIdOf(key), key, watchers: new Set<DeskSocket>() };
    this.byKey.set(key, watch);
    this.byId.set(watch.id, watch);
    return watch;
  }

  private close(watch: QueueWatch): void {
    this.desk.views.close(watch.key);
    this.byKey.delete(watch.key);
    this.byId.delete(watch.id);
  }
}

/** Short and stable: the same view has the same id for everyone, also after a restart. */
function watchIdOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, WATCH_ID_LENGTH);
}

function roomOf({ id }: QueueWatch): string {
  return `queue:${id}`;
}
