import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import type { DeskSocket } from '@/components/live/socket';
import type { UnreadWire } from '@/lib/desk/wire';
import type { ClientToServer, ServerToClient, UnreadChanged } from '@/lib/realtime/protocol';

/** What is unread somewhere: so many messages, and no call. */
export function unread(conversationId: string, messages: number): UnreadWire {
  const firstMessageId = messages > 0 ? 'm1' : null;
  const calls = { mentioned: false, assigned: false };
  return { conversationId, owned: true, looked: true, messages, firstMessageId, ...calls };
}

/** A desk that speaks of what is unread over real sockets. */
export async function unreadDesk() {
  const http = createServer();
  const server = new Server<ClientToServer, ServerToClient>(http, { transports: ['websocket'] });
  const held = new Map<string, UnreadWire>();
  server.on('connection', (socket) => {
    socket.on('unread:watch', (_, answer) => {
      void socket.join('unread');
      answer({ unread: [...held.values()] });
    });
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
    put(one: UnreadWire, why: UnreadChanged['why'] = 'message') {
      if (one.messages > 0) held.set(one.conversationId, one);
      else held.delete(one.conversationId);
      server.to('unread').emit('unread:changed', { ...one, why, name: null, by: null, text: null });
    },
    hangUp: () => server.disconnectSockets(true),
    async close() {
      socket.disconnect();
      await server.close();
    },
  };
}
