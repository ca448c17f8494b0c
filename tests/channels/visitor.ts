import { io, type Socket } from 'socket.io-client';
import { SOCKET_PATH } from '@/lib/channels/messenger/attach-messenger';
import type {
  Refusal,
  ServerToVisitor,
  VisitorBegins,
  VisitorBegun,
  VisitorMessage,
  VisitorToServer,
} from '@/lib/channels/messenger/protocol';
import type { RunningDesk } from '../running-desk';

type Requests = {
  [E in keyof VisitorToServer]: Parameters<VisitorToServer[E]>[0];
};

/** A visitor's browser, as far as the desk can tell: one tab of it. */
export class Visitor {
  /** All messages it has been told of, in the order in which they came. */
  readonly messages: VisitorMessage[] = [];
  readonly socket: Socket<ServerToVisitor, VisitorToServer>;

  constructor(
    { url }: Pick<RunningDesk, 'url'>,
    {
      origin = url,
      headers = {},
    }: { origin?: string | null; headers?: Record<string, string> } = {},
  ) {
    this.socket = io(url, {
      path: SOCKET_PATH,
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 20,
      reconnectionDelayMax: 50,
      extraHeaders: { ...headers, ...(origin === null ? {} : { origin }) },
    });
    this.socket.on('visitor:message', (message) => this.messages.push(message));
  }

  /** Sends anything at all and gives what was answered. */
  ask<A = Record<string, unknown>>(event: string, request: unknown): Promise<A & Partial<Refusal>> {
    return new Promise((resolve) => {
      const stranger: Socket = this.socket;
      stranger.emit(event, request, resolve);
    });
  }

  begin(request: Partial<VisitorBegins> = {}): Promise<VisitorBegun & Partial<Refusal>> {
    return this.ask('visitor:begin', { channel: 'website', ...request });
  }

  write(
    text: string,
    more: Partial<Requests['visitor:write']> = {},
  ): Promise<{ message: VisitorMessage } & Partial<Refusal>> {
    return this.ask('visitor:write', { messageId: crypto.randomUUID(), text, ...more });
  }

  close(): void {
    this.socket.close();
  }
}
