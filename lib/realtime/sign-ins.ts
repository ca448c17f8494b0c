import type { IncomingHttpHeaders } from 'node:http';
import type { ExtendedError } from 'socket.io';
import type { Callers, Identified } from '@/lib/auth/callers';
import type { Credentials } from '@/lib/auth/credentials';
import { may } from '@/lib/desk/context';
import type { Desk } from '@/lib/desk/desk';
import type { Entry } from '@/lib/desk/entry';
import type { WireError } from '@/lib/desk/wire';
import { INTERNAL_ERROR } from '@/lib/desk/wire-error';
import type { DeskSocket } from './desk-socket';

type SignInsOptions = {
  desk: Desk;
  callers: Callers;
  credentials: Credentials;
  onError: (error: unknown) => void;
};

/** Who may open a socket, and who may keep it. */
export class SignIns {
  private readonly sockets = new Set<DeskSocket>();
  /** How often somebody lost a right so far: a handshake across such a moment asks again. */
  private losses = 0;

  constructor(private readonly options: SignInsOptions) {}

  /** The namespace's middleware: lets in who may see the queue. */
  readonly admit = (socket: DeskSocket, next: (error?: ExtendedError) => void): void => {
    this.signIn(socket).then(
      (refused) => (refused ? next(new Refused(refused)) : next()),
      (error) => {
        this.options.onError(error);
        next(new Refused(INTERNAL_ERROR));
      },
    );
  };

  /** Drops the sockets of people whose role changed or who were deactivated, and of revoked tokens. */
  note(entries: readonly Entry[]): void {
    for (const entry of entries) {
      const id = losesRights(entry);
      if (id === null) continue;
      this.losses += 1;
      for (const socket of this.sockets) if (socket.data.caller.id === id) drop(socket);
    }
  }

  /** Drops the sockets whose sessions have ended or expired. */
  sweep(): void {
    const { desk, credentials } = this.options;
    const live = new Map<string, boolean>();
    for (const socket of this.sockets) {
      const { sessionId } = socket.data;
      if (sessionId === null) continue;
      const known = live.get(sessionId) ?? credentials.isLive(sessionId, desk.now());
      live.set(sessionId, known);
      if (!known) drop(socket);
    }
  }

  private async signIn(socket: DeskSocket): Promise<WireError | null> {
    let losses: number;
    let identified: Identified | null;
    do {
      losses = this.losses;
      identified = await this.identify(socket);
    } while (losses !== this.losses);
    if (!identified) {
      const message = 'Sign in, or send an API token as auth.token.';
      return { code: 'unauthenticated', message };
    }
    if (!may(identified.caller, 'see'))
      return { code: 'forbidden', message: `${identified.caller.name} may not see the queue.` };
    // Its close has come already if it went while it was asked: it would never be forgotten.
    if (socket.conn.readyState !== 'open') return null;
    socket.data = identified;
    this.sockets.add(socket);
    socket.conn.once('close', () => this.sockets.delete(socket));
    return null;
  }

  private async identify({ handshake }: DeskSocket): Promise<Identified | null> {
    const { callers } = this.options;
    const token: unknown = handshake.auth.token;
    if (token === undefined) return callers.fromHeaders(headersOf(handshake.headers));
    return typeof token === 'string' ? callers.fromToken(token) : null;
  }
}

/** Becomes the client's `connect_error`: `message`, and the code under `data`. */
class Refused extends Error implements ExtendedError {
  readonly data: { code: string };
  constructor({ code, message }: WireError) {
    super(message);
    this.data = { code };
  }
}

/** Who may do less than before, or other things, after the entry. */
function losesRights(entry: Entry): string | null {
  if (entry.kind === 'token.revoked') return entry.body.before.id;
  if (entry.kind !== 'person.saved') return null;
  const { before, after } = entry.body;
  const same = before && before.role === after.role && before.active === after.active;
  return before && !same ? after.id : null;
}

/** Closes the connection below the socket, so that the client comes back by itself and is asked who it is. */
function drop(socket: DeskSocket): void {
  socket.conn.close(true);
}

function headersOf(incoming: IncomingHttpHeaders): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  return headers;
}
