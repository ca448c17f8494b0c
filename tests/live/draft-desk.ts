import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import type { Draft } from '@/components/live/draft';
import { createDraftStore } from '@/components/live/draft-store';
import type { DeskSocket } from '@/components/live/socket';
import type { DraftWire } from '@/lib/desk/wire';
import type { ClientToServer, ServerToClient } from '@/lib/realtime/protocol';

/** A refusal of the desk's, in its words. */
class Refused extends Error {}

/** A desk that keeps one person's drafts and tells them over real sockets; its time is the test's. */
export async function draftDesk() {
  const http = createServer();
  const server = new Server<ClientToServer, ServerToClient>(http, { transports: ['websocket'] });
  const kept = new Map<string, DraftWire>();
  const asked: { draft: Draft; agoMs: number }[] = [];
  const time = { nowMs: 1_000_000 };
  let tells = true;
  /** What every keep is answered instead. */
  let failure: Error | null = null;
  let gate: Promise<void> = Promise.resolve();
  server.on('connection', (socket) => {
    socket.on('draft:watch', (_, answer) =>
      answer({ drafts: [...kept.values()].filter(({ reply, note }) => reply || note) }),
    );
  });
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  const { port } = address;
  const sockets: DeskSocket[] = [];

  function put(conversationId: string, draft: Draft, agoMs: number): DraftWire {
    const writtenAt = new Date(time.nowMs - agoMs).toISOString();
    const before = kept.get(conversationId);
    if (before && before.writtenAt > writtenAt) return before;
    const wire = { conversationId, ...draft, writtenAt };
    kept.set(conversationId, wire);
    if (tells) server.emit('draft:changed', wire);
    return wire;
  }

  return {
    time,
    asked,
    kept: (conversationId: string) => kept.get(conversationId),
    refuse: (why: string) => {
      failure = new Refused(why);
    },
    fail: () => {
      failure = new Error('unreachable');
    },
    recover: () => {
      failure = null;
    },
    /** Lets nothing be kept until the answer is called. */
    hold(): () => void {
      let release = () => {};
      gate = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    tell: (on: boolean) => {
      tells = on;
    },
    /** One of the person's screens. */
    screen() {
      const socket: DeskSocket = io(`http://127.0.0.1:${port}`, {
        transports: ['websocket'],
        forceNew: true,
        reconnectionDelay: 10,
      });
      sockets.push(socket);
      const store = createDraftStore({
        openSocket: () => socket,
        nowMs: () => time.nowMs,
        keep: async (conversationId, draft, agoMs) => {
          asked.push({ draft, agoMs });
          await gate;
          if (failure) throw failure;
          return put(conversationId, draft, agoMs);
        },
        keepLeaving: put,
        refusal: (thrown) => (thrown instanceof Refused ? thrown.message : null),
      });
      store.subscribe('c1', () => undefined);
      return { socket, store };
    },
    async close() {
      for (const socket of sockets) socket.disconnect();
      await server.close();
    },
  };
}
