import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { Desk } from '@/lib/desk/desk';
import type { Entry } from '@/lib/desk/entry';
import { Connections } from '@/lib/realtime/connections';
import type { ContactPresence } from '@/lib/realtime/presence-watches';
import { answerVisitor } from './answer-visitor';
import { Departures } from './departures';
import { VisitorLimits } from './visitor-limits';
import { spokenIn, visitorMessage } from './visitor-messages';
import { roomOf, type VisitorServer } from './visitor-socket';
import type { VisitorTokens } from './visitor-tokens';

export const SOCKET_PATH = '/messenger/socket';
const MAX_MESSAGE_BYTES = 200_000;
const PING_MS = 10_000;

export type MessengerOptions = {
  httpServer: HttpServer;
  desk: Desk;
  tokens: VisitorTokens;
  publicUrl: string;
  allowsOrigin: (origin: string, host: string | null) => boolean;
  /** The header in which a proxy names a visitor's country by its code. */
  countryHeader: string | null;
  /** The header in which a proxy says whom it asks for. */
  addressHeader: string | null;
  /** Who writes in which conversation, on both sides. */
  contacts: ContactPresence;
  onError: (error: unknown) => void;
  /** How long a visitor who has left is waited for; a minute unless told. */
  leftAfterMs?: number;
};

/**
 * Serves visitors' sockets: a server of its own, under a path of its own, that knows nobody's
 * cookies and no queue. A socket is one visitor's, and everything it asks is about themselves.
 */
export function attachMessenger(options: MessengerOptions) {
  const { httpServer, desk, tokens, publicUrl, allowsOrigin, contacts, onError } = options;
  const io: VisitorServer = new Server(httpServer, {
    path: SOCKET_PATH,
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    pingInterval: PING_MS,
    pingTimeout: PING_MS,
    // The frame is a page of the desk's own, whatever site it stands in.
    allowRequest: ({ headers: { origin, host } }, answer) =>
      answer(null, origin !== undefined && allowsOrigin(origin, host ?? null)),
  });
  const connections = new Connections(io);
  const limits = new VisitorLimits();
  const departures = new Departures(desk, onError, options.leftAfterMs);
  const audienceOf = (channel: string) => new URL(`/messenger/${channel}`, publicUrl).href;

  async function tell(entry: Entry): Promise<void> {
    const spoken = spokenIn(entry);
    if (!spoken || !('channel' in entry.body)) return;
    const { contactId, channel } = entry.body;
    if (desk.memory.channels.get(channel)?.kind !== 'messenger') return;
    const contact = desk.memory.contacts.get(contactId) ?? (await desk.store.contact(contactId));
    if (!contact) return;
    const message = await visitorMessage(tokens, spoken, desk.now());
    io.to(roomOf(channel, contact.externalId)).emit('visitor:message', message);
  }

  // One after the other: messages arrive in the order of the journal.
  let telling: Promise<void> = Promise.resolve();
  const unsubscribe = desk.subscribe((entries) => {
    if (io.engine.clientsCount === 0) return;
    for (const entry of entries) telling = telling.then(() => tell(entry)).catch(onError);
  });
  const unsubscribeReplying = contacts.onReplying((conversationId, name) => {
    const conversation = desk.memory.conversations.get(conversationId);
    const contact = conversation && desk.memory.contacts.get(conversation.contactId);
    if (!contact || desk.memory.channels.get(conversation.channel)?.kind !== 'messenger') return;
    io.to(roomOf(conversation.channel, contact.externalId)).emit('visitor:answering', { name });
  });
  departures.missThoseBefore().catch(onError);
  io.on('connection', (socket) => {
    const { countryHeader, addressHeader } = options;
    const headers = { countryHeader, addressHeader };
    const own = { desk, tokens, audienceOf, departures, limits, contacts, onError };
    answerVisitor(socket, { ...own, ...headers });
  });

  return {
    /** How many visitors' sockets are connected. */
    count: () => io.engine.clientsCount,
    /** Ends every connection and leaves the HTTP server running. */
    async close(): Promise<void> {
      unsubscribe();
      unsubscribeReplying();
      await connections.close();
      departures.stop();
      await telling;
    },
  };
}
