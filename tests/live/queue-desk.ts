import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import type { DeskSocket } from '@/components/live/socket';
import type { QueueEntry } from '@/lib/desk/wire';
import { diffWindow } from '@/lib/ranking/changes';
import type { ClientToServer, QueueWatchRequest, ServerToClient } from '@/lib/realtime/protocol';

/** A desk that knows one list and speaks the queue's protocol over real sockets. */
export async function queueDesk(initial: readonly QueueEntry[]) {
  const http = createServer();
  const server = new Server<ClientToServer, ServerToClient>(http, { transports: ['websocket'] });
  const views = new Map<
    string,
    { request: QueueWatchRequest; entries: QueueEntry[]; at: number }
  >();
  const watched: number[] = [];
  let list = [...initial];
  let revision = 1;
  let refuses = false;

  const windowOf = ({ offset, limit }: QueueWatchRequest) => list.slice(offset, offset + limit);

  function flush() {
    for (const [watchId, view] of views) {
      const entries = windowOf(view.request);
      const changes = diffWindow(view.entries, entries);
      const message = { watchId, from: view.at, to: revision, changes, total: list.length };
      server.to(watchId).emit('queue:changed', { ...message, segmentCounts: {} });
      views.set(watchId, { ...view, entries, at: revision });
    }
  }

  server.on('connection', (socket) => {
    socket.on('queue:watch', (request, answer) => {
      watched.push(request.offset);
      if (refuses)
        return answer({ error: { code: 'invalid', message: 'There is no such segment.' } });
      const watchId = `w${request.offset}`;
      flush();
      const entries = windowOf(request);
      views.set(watchId, { request, entries, at: revision });
      void socket.join(watchId);
      const counts = { total: list.length, segmentCounts: {} };
      answer({ watchId, epoch: 'e1', revision, entries, ...counts });
    });
    socket.on('queue:unwatch', ({ watchId }) => void socket.leave(watchId));
  });

  await new Promise<void>((listening) => http.listen(0, listening));
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  const socket: DeskSocket = io(`http://localhost:${address.port}`, {
    transports: ['websocket'],
    reconnectionDelay: 10,
  });

  return {
    socket,
    /** The offsets that were asked for, in order. */
    watched,
    list: () => list,
    change(next: readonly QueueEntry[]) {
      list = [...next];
      revision += 1;
      flush();
    },
    /** Changes, and the message of it gets lost. */
    changeUnheard(next: readonly QueueEntry[]) {
      list = [...next];
      revision += 1;
      for (const [watchId, view] of views) {
        views.set(watchId, { ...view, entries: windowOf(view.request), at: revision });
      }
    },
    refuse(next: boolean) {
      refuses = next;
    },
    changeCatalogue: () => server.emit('catalogue:changed', { revision }),
    hangUp: () => server.disconnectSockets(true),
    watchers: (watchId: string) => server.sockets.adapter.rooms.get(watchId)?.size ?? 0,
    async close() {
      socket.disconnect();
      await server.close();
    },
  };
}
