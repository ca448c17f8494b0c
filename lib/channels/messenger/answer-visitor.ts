import { clientAddress } from '@/lib/auth/client-address';
import { invalid } from '@/lib/desk/errors';
import type { SpokenMessage } from '@/lib/desk/store';
import { answerEach } from '@/lib/realtime/answer-each';
import type { ContactPresence } from '@/lib/realtime/presence-watches';
import type { Departures } from './departures';
import type { VisitorBegins, VisitorBegun, VisitorMessage, VisitorToServer } from './protocol';
import {
  atSchema,
  beginSchema,
  earlierSchema,
  siteValuesSchema,
  typingSchema,
  writeSchema,
} from './schemas';
import type { VisitorLimits } from './visitor-limits';
import { visitorMessage } from './visitor-messages';
import { type SessionOptions, VisitorSession } from './visitor-session';
import { roomOf, type VisitorSocket } from './visitor-socket';
import { countryNamed } from './visitor-values';

export type AnsweringVisitor = SessionOptions & {
  departures: Departures;
  limits: VisitorLimits;
  contacts: ContactPresence;
  countryHeader: string | null;
  addressHeader: string | null;
  onError: (error: unknown) => void;
};

/** Answers every message of a visitor's socket. Before a visit has begun, nothing else is answered. */
export function answerVisitor(socket: VisitorSocket, options: AnsweringVisitor): void {
  const { departures, limits, contacts, onError } = options;
  const listen = (event: keyof VisitorToServer, listener: (...sent: unknown[]) => void) =>
    socket.on(event, listener);
  const on = answerEach<keyof VisitorToServer>({ listen, authorise: () => undefined, onError });

  // One after the other: the last that was asked for is whose visit it is.
  let beginning: Promise<unknown> = Promise.resolve();
  on('visitor:begin', beginSchema, async (request, answer) => {
    await limits.ask(socket.id);
    const mine = beginning.then(() => begin(socket, options, request));
    beginning = mine.catch(() => undefined);
    answer(await mine);
  });
  on('visitor:write', writeSchema, async (request, answer) => {
    const session = begun(socket);
    await limits.write(roomOf(session.channel, session.visitor.externalId));
    const beforeFirst = () => limits.newcomer(addressOf(socket, options.addressHeader));
    const [message] = await asRead(options, [await session.write(request, beforeFirst)]);
    if (message) answer({ message });
  });
  on('visitor:earlier', earlierSchema, async ({ before }, answer) => {
    await limits.ask(socket.id);
    const { spoken, hasEarlier } = await begun(socket).messages(before);
    answer({ messages: await asRead(options, spoken), hasEarlier });
  });
  on('visitor:at', atSchema, async (page, answer) => {
    const session = begun(socket);
    await limits.move(roomOf(session.channel, session.visitor.externalId));
    await session.moveTo(page);
    answer({});
  });
  on('visitor:typing', typingSchema, async ({ typing }) => {
    await limits.ask(socket.id);
    const conversation = typing ? await begun(socket).conversation() : null;
    const where = conversation && {
      conversationId: conversation.id,
      contactId: conversation.contactId,
    };
    if (socket.connected) contacts.contactTypes(socket.id, where);
  });
  on('visitor:values', siteValuesSchema, async (values, answer) => {
    await limits.ask(socket.id);
    const refused = await begun(socket).siteSays(values);
    answer({ refused: refused.map(({ attribute, message }) => ({ attribute, message })) });
  });
  socket.on('disconnect', () => {
    contacts.contactTypes(socket.id, null);
    if (socket.data.session) departures.leave(socket.data.session, socket.id);
  });
}

async function begin(
  socket: VisitorSocket,
  options: AnsweringVisitor,
  request: VisitorBegins,
): Promise<VisitorBegun> {
  const country = countryNamed(headerOf(socket, options.countryHeader));
  const session = await VisitorSession.begin(options, request, country);
  const { departures } = options;
  const { session: before } = socket.data;
  if (before) {
    departures.leave(before, socket.id);
    void socket.leave(roomOf(before.channel, before.visitor.externalId));
  }
  socket.data.session = session;
  // It may have gone while it was asked who it is.
  if (socket.connected) departures.enter(session, socket.id);
  // Before the messages are read: none is missed, and one that comes twice is the same.
  void socket.join(roomOf(session.channel, session.visitor.externalId));
  await session.noteAll();
  const { spoken, hasEarlier } = await session.messages(null);
  return {
    token: await session.token(),
    identified: session.visitor.identified,
    messages: await asRead(options, spoken),
    hasEarlier,
    asks: await session.asks(),
  };
}

function begun({ data }: VisitorSocket): VisitorSession {
  if (!data.session) throw invalid('Begin a visit first.');
  return data.session;
}

function asRead(
  { tokens, desk }: SessionOptions,
  spoken: readonly SpokenMessage[],
): Promise<VisitorMessage[]> {
  return Promise.all(spoken.map((one) => visitorMessage(tokens, one, desk.now())));
}

function addressOf(socket: VisitorSocket, header: string | null): string {
  return clientAddress(socket.handshake.address, headerOf(socket, header));
}

function headerOf({ handshake }: VisitorSocket, name: string | null): string | undefined {
  const value = name === null ? undefined : handshake.headers[name];
  return Array.isArray(value) ? value.at(-1) : value;
}
