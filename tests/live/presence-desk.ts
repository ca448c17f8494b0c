import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import type { DeskSocket } from '@/components/live/socket';
import type {
  ClientToServer,
  PersonPresent,
  PresenceHere,
  ServerToClient,
} from '@/lib/realtime/protocol';

/** A desk that speaks of who looks where over real sockets, and keeps what it is told. */
export async function presenceDesk() {
  const http = createServer();
  const server = new Server<ClientToServer, ServerToClient>(http, { transports: ['websocket'] });
  const present = new Map<string, PersonPresent[]>();
  const said: PresenceHere[] = [];
  server.on('connection', (socket) => {
    socket.on('presence:watch', (_, answer) => {
      void socket.join('presence');
      const conversations = [...present].map(([conversationId, people]) => ({
        conversationId,
        people,
      }));
      answer({ conversations });
    });
    socket.on('presence:here', (where) => void said.push(where));
  });
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  const socket: DeskSocket = io(`http://127.0.0.1:${address.port}`, {
    transports: ['websocket'],
    reconnectionDelay: 10,
  });

  return {
    socket,
    /** What the screen has said of itself, oldest first. */
    said,
    put(conversationId: string, ...names: string[]) {
      const people = names.map((name) => ({ id: name, name, typing: false }));
      if (people.length > 0) present.set(conversationId, people);
      else present.delete(conversationId);
      server.to('presence').emit('presence:changed', { conversationId, people });
    },
    hangUp: () => server.disconnectSockets(true),
    async close() {
      socket.disconnect();
      await server.close();
    },
  };
}
