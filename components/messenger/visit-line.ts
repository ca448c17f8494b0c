import { io, type Socket } from 'socket.io-client';
import type {
  PageWire,
  Refusal,
  ServerToVisitor,
  SiteValues,
  VisitorBegins,
  VisitorBegun,
  VisitorToServer,
} from '@/lib/channels/messenger/protocol';
import { browserFacts } from './browser-facts';

const SOCKET_PATH = '/messenger/socket';
const ANSWER_WITHIN_MS = 10_000;
const PAGE_AGAIN_MS = 10_000;

type Line = Socket<ServerToVisitor, VisitorToServer>;
type ValuesTaken = { refused: { attribute: string; message: string }[] };
type Refused = Refusal['error'];

/** What becomes of the line, for who holds it. */
export type VisitLineEvents = {
  /** The desk knows whose visit it is: what is asked from now on is heard. */
  onBegun: (begun: VisitorBegun) => void;
  /** Nothing is heard; `connecting` while it is only taken up anew. */
  onLost: (line: 'connecting' | 'offline') => void;
  onProblem: (message: string) => void;
  /** For who builds the site: what it said that was not taken. */
  tellSite: (refused: string[]) => void;
};

/**
 * The line to the desk: begins the visit at every connection, and says again then where the visitor
 * is and what the site knows of them.
 */
export class VisitLine {
  readonly socket: Line;
  #token: string | undefined;
  #identity: string | undefined;
  #page: PageWire | undefined;
  #values: SiteValues = {};
  /** Whether the desk knows whose visit this is. */
  #isHeard = false;
  /** Tells the answer to the last begin from those to earlier ones. */
  #begins = 0;

  constructor(
    private readonly channel: string,
    private readonly events: VisitLineEvents,
  ) {
    this.socket = io({ path: SOCKET_PATH, transports: ['websocket'], autoConnect: false });
    this.socket.on('connect', () => void this.#begin());
    this.socket.on('connect_error', () => events.onLost('offline'));
    this.socket.on('disconnect', (reason) => {
      this.#begins += 1;
      this.#isHeard = false;
      events.onLost(
        reason === 'io client disconnect' && navigator.onLine ? 'connecting' : 'offline',
      );
    });
    // The browser knows at once what the socket would find out by silence.
    window.addEventListener('offline', () => this.socket.disconnect());
    window.addEventListener('online', () => this.socket.connect());
  }

  get isHeard(): boolean {
    return this.#isHeard;
  }

  /** Proves the visit at the next connection. */
  get token(): string | undefined {
    return this.#token;
  }

  goOnWith(token: string | undefined): void {
    this.#token = token;
  }

  /** Opens it, if it is not open. */
  connect(): void {
    this.socket.connect();
  }

  moveTo(page: PageWire): void {
    this.#page = page;
    if (this.#isHeard) void this.#sayPage(page);
  }

  siteSays(values: SiteValues): void {
    this.#values = { ...this.#values, ...values };
    if (this.#isHeard) void this.#sayValues(values);
  }

  /** The next visit is that of whom the site signed in. */
  identify(token: string): void {
    this.#identity = token;
    this.#beginAnew();
  }

  /** The next visit is nobody's: somebody signed out. */
  forget(): void {
    this.#token = undefined;
    this.#identity = undefined;
    this.#values = {};
    this.#beginAnew();
  }

  /** What was answered; null for a refusal, which is told, or where no answer came in time. */
  async ask<A extends object>(
    asking: (line: ReturnType<Line['timeout']>) => Promise<A | Refusal>,
    onRefused: (error: Refused) => void = () => undefined,
  ): Promise<A | null> {
    try {
      const answer = await asking(this.socket.timeout(ANSWER_WITHIN_MS));
      if (!('error' in answer)) return answer;
      onRefused(answer.error);
    } catch {
      // The line is lost, or will be found to be.
    }
    return null;
  }

  /** On a connection of its own, so that nothing of the visit before is left on it. */
  #beginAnew(): void {
    if (!this.socket.active) return;
    this.socket.disconnect();
    this.socket.connect();
  }

  async #begin(): Promise<void> {
    this.#begins += 1;
    const mine = this.#begins;
    const { identity, page, values, request } = this.#toBegin();
    let refusal: Refused | null = null;
    const begun = await this.ask<VisitorBegun>(
      (line) => line.emitWithAck('visitor:begin', request),
      (error) => {
        refusal = error;
      },
    );
    if (mine !== this.#begins) return;
    if (begun) {
      this.#token = begun.token;
      // Good for one use; later visits go on with the token that it gave.
      if (identity === this.#identity) this.#identity = undefined;
      this.#isHeard = true;
      if (page !== this.#page && this.#page) void this.#sayPage(this.#page);
      if (values !== this.#values) void this.#sayValues(this.#values);
      this.events.onBegun(begun);
    } else if (refusal === null) {
      if (this.socket.connected) await this.#begin();
    } else await this.#refused(refusal);
  }

  #toBegin() {
    const identity = this.#identity;
    const page = this.#page;
    const values = this.#values;
    const request: VisitorBegins = { channel: this.channel, browser: browserFacts(), values };
    if (page) request.page = page;
    if (identity !== undefined) request.identity = identity;
    else if (this.#token !== undefined) request.token = this.#token;
    return { identity, page, values, request };
  }

  async #refused({ message, field }: Refused): Promise<void> {
    if (field !== 'identity') return this.events.onProblem(message);
    // A token that is not good is the site's to mend; its visitor goes on as they are.
    this.#identity = undefined;
    this.events.tellSite([message]);
    await this.#begin();
  }

  async #sayPage(page: PageWire): Promise<void> {
    await this.ask(
      (line) => line.emitWithAck('visitor:at', page),
      () =>
        setTimeout(() => {
          if (this.#page === page && this.#isHeard) void this.#sayPage(page);
        }, PAGE_AGAIN_MS),
    );
  }

  async #sayValues(values: SiteValues): Promise<void> {
    const answer = await this.ask<ValuesTaken>(
      (line) => line.emitWithAck('visitor:values', values),
      ({ message }: Refused) => this.events.tellSite([message]),
    );
    if (answer) this.events.tellSite(answer.refused.map(({ message }) => message));
  }
}
