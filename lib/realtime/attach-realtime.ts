import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { Callers } from '@/lib/auth/callers';
import type { Credentials } from '@/lib/auth/credentials';
import type { Desk } from '@/lib/desk/desk';
import { REPLY_EVENT } from '@/lib/desk/endpoint';
import { answerMessages } from './answer-messages';
import { ArrivalWatches } from './arrival-watches';
import { Connections } from './connections';
import { ContactWatches } from './contact-watches';
import { ConversationWatches } from './conversation-watches';
import type { DeskServer } from './desk-socket';
import { DraftWatches } from './draft-watches';
import { LoadWatches } from './load-watches';
import { type ContactPresence, PresenceWatches } from './presence-watches';
import { QueueWatches } from './queue-watches';
import { Readers } from './readers';
import { SavedViewNotices } from './saved-view-notices';
import { SignIns } from './sign-ins';
import { Tick } from './tick';
import { UnreadWatches } from './unread-watches';

const MAX_MESSAGE_BYTES = 64_000;
/** A silent network is noticed within ten seconds, so that a screen can say so. */
const PING_MS = 5_000;
const SIGN_IN_MS = 10_000;
const SWEEP_EVERY_MS = 4_000;
const SHORTEST_TICK_MS = 2;
const LONGEST_TICK_MS = 25;
/** Telling takes a third of the time at most, until a tick is as long as it may be. */
const TICKS_A_TELLING = 3;

export type RealtimeOptions = {
  httpServer: HttpServer;
  desk: Desk;
  credentials: Credentials;
  callers: Callers;
  allowsOrigin: (origin: string, host: string | null) => boolean;
  onError: (error: unknown) => void;
  /** How often sessions are looked at again; a sign-out closes its sockets within this time. */
  sweepEveryMs?: number;
  /** Told how long ago the oldest change was folded that the screens have just been told. */
  onTold?: (sinceFoldedMs: number) => void;
};

export type Realtime = {
  /** What is told of customers who write, and to them. */
  contacts: ContactPresence;
  /** How many sockets are connected. */
  count(): number;
  /** Ends every connection and leaves the HTTP server running. */
  close(): Promise<void>;
};

/** Serves the desk's sockets on an HTTP server. */
export function attachRealtime(options: RealtimeOptions): Realtime {
  const { httpServer, desk, allowsOrigin, onError } = options;
  let closing = false;
  const io: DeskServer = new Server(httpServer, {
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    pingInterval: PING_MS,
    pingTimeout: PING_MS,
    connectTimeout: SIGN_IN_MS,
    // Socket.IO's own `cors` does not guard websockets.
    allowRequest: ({ headers: { origin, host } }, answer) =>
      answer(null, !closing && (origin === undefined || allowsOrigin(origin, host ?? null))),
  });
  const connections = new Connections(io);
  const readers = new Readers(io);
  const signIns = new SignIns(options);
  const queue = new QueueWatches(desk, readers);
  const conversations = new ConversationWatches(desk, readers, onError);
  const contacts = new ContactWatches(readers);
  const load = new LoadWatches(desk, readers, onError);
  const savedViews = new SavedViewNotices(desk, readers);
  const presence = new PresenceWatches(desk, readers, onError);

  const drafts = new DraftWatches(desk, readers);
  const unread = new UnreadWatches(desk, readers, onError);
  const arrivals = new ArrivalWatches(desk, readers, onError);

  let toldCatalogue = desk.memory.catalogueRevision;
  function tellCatalogue(): void {
    const revision = desk.memory.catalogueRevision;
    if (revision === toldCatalogue) return;
    toldCatalogue = revision;
    readers.tellAll((to) => to.emit('catalogue:changed', { revision }), {
      key: 'catalogue',
      tell: (socket) =>
        socket.emit('catalogue:changed', { revision: desk.memory.catalogueRevision }),
    });
  }

  let foldedAt: number | null = null;
  const tick = new Tick(
    () => {
      queue.flush();
      conversations.flush();
      contacts.flush();
      tellCatalogue();
      savedViews.flush();
      if (foldedAt !== null) options.onTold?.(performance.now() - foldedAt);
      foldedAt = null;
    },
    (tookMs) => Math.min(LONGEST_TICK_MS, Math.max(SHORTEST_TICK_MS, tookMs * TICKS_A_TELLING)),
    onError,
  );
  const unsubscribe = desk.subscribe((entries) => {
    foldedAt ??= performance.now();
    // A write is durable by now: whoever made it is not to hear of a failure to tell others.
    try {
      signIns.note(entries);
      queue.endThoseWithout(entries);
      conversations.note(entries);
      contacts.note(entries);
      savedViews.note(entries);
      load.note();
      unread.note(entries);
      arrivals.note(entries);
    } catch (error) {
      onError(error);
    }
    tick.request();
  });
  const unsubscribeDeliveries = desk.deliveries.subscribe(({ conversationId, event }) => {
    if (event !== REPLY_EVENT || conversationId === null) return;
    if (conversations.mark(conversationId)) tick.request();
  });
  const sweep = setInterval(() => signIns.sweep(), options.sweepEveryMs ?? SWEEP_EVERY_MS);
  sweep.unref();

  io.use(signIns.admit);
  io.on('connection', (socket) => {
    readers.add(socket);
    savedViews.join(socket);
    answerMessages(socket, {
      queue,
      conversations,
      contacts,
      load,
      presence,
      drafts,
      unread,
      arrivals,
      onError,
    });
    socket.on('disconnect', () => {
      queue.leaveAll(socket);
      conversations.leaveAll(socket);
      contacts.leaveAll(socket);
      load.leaveAll(socket);
      presence.leaveAll(socket);
      unread.leaveAll(socket);
      arrivals.leaveAll(socket);
    });
  });

  return {
    contacts: presence.ofContacts,
    count: () => io.engine.clientsCount,
    async close() {
      closing = true;
      unsubscribe();
      unsubscribeDeliveries();
      clearInterval(sweep);
      tick.stop();
      load.stop();
      await connections.close();
      presence.stop();
      drafts.stop();
      unread.stop();
      arrivals.stop();
    },
  };
}
