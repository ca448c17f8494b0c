import type { Server, Socket } from 'socket.io';
import type { ServerToVisitor, VisitorToServer } from './protocol';
import type { VisitorSession } from './visitor-session';

/** What is known of a socket: whose visit it is, once it has begun. */
type VisitorData = { session?: VisitorSession };

/** Nodes do not talk to each other over sockets. */
type BetweenServers = Record<string, never>;

export type VisitorServer = Server<VisitorToServer, ServerToVisitor, BetweenServers, VisitorData>;
export type VisitorSocket = Socket<VisitorToServer, ServerToVisitor, BetweenServers, VisitorData>;

/** The room of all tabs of a visitor. A channel's key has no space. */
export function roomOf(channel: string, externalId: string): string {
  return `${channel} ${externalId}`;
}

/** Whose room it is. */
export function visitorOf(room: string): { channel: string; externalId: string } {
  const at = room.indexOf(' ');
  return { channel: room.slice(0, at), externalId: room.slice(at + 1) };
}
