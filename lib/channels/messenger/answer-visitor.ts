import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Desk } from '@/lib/desk/desk';
import { invalid } from '@/lib/desk/errors';
import type { SpokenMessage } from '@/lib/desk/store';
import { answerEach } from '@/lib/realtime/answer-each';
import type { Departures } from './departures';
import type { VisitorBegins, VisitorBegun, VisitorMessage, VisitorToServer } from './protocol';
import { atSchema, beginSchema, earlierSchema, siteValuesSchema, writeSchema } from './schemas';
import { visitorMessage } from './visitor-messages';
import { type SessionOptions, VisitorSession } from './visitor-session';
import { roomOf, type VisitorSocket } from './visitor-socket';
import { countryNamed } from './visitor-values';

/** More than anybody types; each browser has it to itself, and each address some of them. */
const WRITES_A_MINUTE = 30;
const writes = new RateLimiterMemory({ points: WRITES_A_MINUTE, duration: 60 });

type AnsweringVisitor = SessionOptions & {
  departures: Departures;
  countryHeader: string | null;
  onError: (error: unknown) => void;
};

/** Answers every message of a visitor's socket. Before a visit has begun, nothing else is answered. */
export function answerVisitor(socket: VisitorSocket, options: AnsweringVisitor): void {
  const { desk, tokens, departures, onError } = options;
  const listen = (event: keyof VisitorToServer, listener: (...sent: unknown[]) => void) =>
    socket.on(event, listener);
  const on = answerEach<keyof VisitorToServer>({ listen, authorise: () => undefined, onError });

  on('visitor:begin', beginSchema, async (request, answer) =>
    answer(await begin(socket, options, request)),
  );
  on('visitor:write', writeSchema, async (request, answer) => {
    const session = begun(socket);
    await spend(roomOf(session.channel, session.visitor.externalId));
    const messageId = await session.write(request);
    const { spoken } = await session.messages(null);
    const kept = spoken.find(({ id }) => id === messageId);
    if (kept) answer({ message: await visitorMessage(tokens, kept, desk.now()) });
  });
  on('visitor:earlier', earlierSchema, async ({ before }, answer) => {
    const { spoken, hasEarlier } = await begun(socket).messages(before);
    answer({ messages: await asRead(desk, options, spoken), hasEarlier });
  });
  on('visitor:at', atSchema, async (page, answer) => {
    await begun(socket).moveTo(page);
    answer({});
  });
  on('visitor:values', siteValuesSchema, async (values, answer) => {
    const refused = await begun(socket).siteSays(values);
    answer({ refused: refused.map(({ attribute, message }) => ({ attribute, message })) });
  });
  socket.on('disconnect', () => {
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
  const { departures, desk } = options;
  if (socket.data.session) {
    departures.leave(socket.data.session, socket.id);
    void socket.leave(roomOf(socket.data.session.channel, socket.data.session.visitor.externalId));
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
    messages: await asRead(desk, options, spoken),
    hasEarlier,
    asks: await session.asks(),
  };
}

function begun({ data }: VisitorSocket): VisitorSession {
  if (!data.session) throw invalid('Begin a visit first.');
  return data.session;
}

function asRead(
  desk: Desk,
  { tokens }: SessionOptions,
  spoken: readonly SpokenMessage[],
): Promise<VisitorMessage[]> {
  return Promise.all(spoken.map((one) => visitorMessage(tokens, one, desk.now())));
}

/** Throws `invalid` for a visitor who writes too much. */
async function spend(room: string): Promise<void> {
  try {
    await writes.consume(room);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const seconds = Math.ceil(error.msBeforeNext / 1_000);
    throw invalid(`That was a lot at once. Please wait ${seconds} seconds.`);
  }
}

function headerOf({ handshake }: VisitorSocket, name: string | null): string | undefined {
  const value = name === null ? undefined : handshake.headers[name.toLowerCase()];
  return Array.isArray(value) ? value[0] : value;
}
