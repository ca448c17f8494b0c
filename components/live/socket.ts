import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient } from '@/lib/realtime/protocol';

export type DeskSocket = Socket<ServerToClient, ClientToServer>;

/** How long an answer may take before a message counts as lost. */
export const ACK_TIMEOUT_MS = 5_000;

let socket: DeskSocket | null = null;

/** The page's one socket, opened at the first call. For the browser only: call it in effects. */
export function deskSocket(): DeskSocket {
  socket ??= io({
    transports: ['websocket'],
    // Short, so that lists equal the truth within two seconds after a fault ends.
    reconnectionDelay: 200,
    reconnectionDelayMax: 1_000,
    timeout: 4_000,
  });
  return socket;
}
