import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient } from '@/lib/realtime/protocol';
import type { As, RunningDesk } from '../running-desk';

export type Client = Socket<ServerToClient, ClientToServer>;

/** A socket as a machine or a browser opens it; `origin` as a page's. Connects by itself. */
export function openSocket(
  desk: Pick<RunningDesk, 'url'>,
  as: As,
  options?: { origin?: string },
): Client {
  return openStranger(desk, as, options);
}

/** A socket that keeps to no protocol: any name, any payload. */
export function openStranger(
  { url }: Pick<RunningDesk, 'url'>,
  as: As,
  { origin }: { origin?: string } = {},
): Socket {
  return io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 20,
    reconnectionDelayMax: 50,
    auth: typeof as === 'string' ? { token: as } : {},
    extraHeaders: {
      ...(as !== null && typeof as !== 'string' ? as.headers : {}),
      ...(origin === undefined ? {} : { origin }),
    },
  });
}

/** What a refused handshake said: its words, and the code under `data`. */
export type HandshakeRefusal = { message: string; code: unknown };

/** Waits until the socket is in. Rejects when it is refused. */
export async function connected<C extends Client>(client: C): Promise<C> {
  const refused = await refusal(client);
  if (refused) throw new Error(refused.message);
  return client;
}

/** Waits until the socket is refused, or null once it is in. */
export function refusal(client: Client): Promise<HandshakeRefusal | null> {
  if (client.connected) return Promise.resolve(null);
  return new Promise((resolve) => {
    const settle = (answer: HandshakeRefusal | null) => {
      client.off('connect', onConnect);
      client.off('connect_error', onError);
      resolve(answer);
    };
    const onConnect = () => settle(null);
    const onError = (error: Error) => settle({ message: error.message, code: codeOf(error) });
    client.on('connect', onConnect);
    client.on('connect_error', onError);
  });
}

/** The next message of the name, counted from now. */
export function next<E extends keyof ServerToClient>(
  client: Client,
  event: E,
): Promise<Parameters<ServerToClient[E]>[0]> {
  return new Promise((resolve) => {
    client.onAny(function heard(name: string, message: unknown) {
      if (name !== event) return;
      client.offAny(heard);
      resolve(asSent<E>(message));
    });
  });
}

/** What becomes of an open socket: why it was closed, and how its own attempt to come back ended. */
export async function comesBack(
  client: Client,
): Promise<{ closed: string; refused: HandshakeRefusal | null }> {
  const closed = await new Promise<string>((resolve) => {
    client.once('disconnect', (reason) => resolve(reason));
  });
  return { closed, refused: await refusal(client) };
}

/** The one cast of these tests: what came under a name has that name's type. */
function asSent<E extends keyof ServerToClient>(
  message: unknown,
): Parameters<ServerToClient[E]>[0] {
  return message as Parameters<ServerToClient[E]>[0];
}

function codeOf(error: Error): unknown {
  const data: unknown = 'data' in error ? error.data : undefined;
  return typeof data === 'object' && data !== null && 'code' in data ? data.code : undefined;
}
