import type { Server, Socket } from 'socket.io';
import type { Identified } from '@/lib/auth/callers';
import type { ClientToServer, ServerToClient } from './protocol';

/** Nodes do not talk to each other over sockets. */
type BetweenServers = Record<string, never>;

/** A server of sockets; `data` of each is who signed in at its handshake. */
export type DeskServer = Server<ClientToServer, ServerToClient, BetweenServers, Identified>;
export type DeskSocket = Socket<ClientToServer, ServerToClient, BetweenServers, Identified>;
export type DeskRoom = ReturnType<DeskServer['to']>;
