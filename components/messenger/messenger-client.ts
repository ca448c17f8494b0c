import { io, type Socket } from 'socket.io-client';
import type {
  PageWire,
  Refusal,
  ServerToVisitor,
  SiteValues,
  VisitorBegun,
  VisitorMessage,
  VisitorToServer,
} from '@/lib/channels/messenger/protocol';
import { browserFacts } from './browser-facts';
import { type Keeper, keptIn } from './kept';
import { BEGINNING, type MessengerState, type Unsent, withMessage } from './messenger-state';

const SOCKET_PATH = '/messenger/socket';
const ANSWER_WITHIN_MS = 10_000;
const TYPING_EVERY_MS = 1_000;
const ANSWER = /^answers\.(.+)$/;

/** The messenger's side of a visit: what is said, what waits to be said, and whether it is heard. */
export class MessengerClient {
  #state: MessengerState;
  readonly #listeners = new Set<() => void>();
  readonly #socket: Socket<ServerToVisitor, VisitorToServer>;
  #token: string | undefined;
  #identity: string | undefined;
  #page: PageWire | undefined;
  #values: SiteValues = {};
  #keeper: Keeper | null = null;
  #sending = false;
  #saidTypingMs = Number.NEGATIVE_INFINITY;

  /** `tellSite` is for who builds the site: what it said that was not taken. */
  constructor(
    private readonly channel: string,
    private readonly tellSite: (refused: string[]) => void,
  ) {
    this.#state = BEGINNING;
    this.#socket = io({ path: SOCKET_PATH, transports: ['websocket'], autoConnect: false });
    this.#socket.on('connect', () => void this.#begin());
    this.#socket.on('disconnect', () => this.#set({ line: 'offline', answering: null }));
    this.#socket.on('connect_error', () => this.#set({ line: 'offline' }));
    // The browser knows at once what the socket would find out by silence.
    window.addEventListener('offline', () => this.#socket.disconnect());
    window.addEventListener('online', () => this.#socket.connect());
    this.#socket.on('visitor:message', (message) => this.#take(message));
    this.#socket.on('visitor:answering', ({ name }) => this.#set({ answering: name }));
  }

  get state(): MessengerState {
    return this.#state;
  }

  /** Calls the listener after every change; returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Goes on where an earlier page left off, and keeps what later ones need. */
  keepIn(keeper: Keeper): void {
    const { token, unsent = [], seen = null, open = false } = keptIn(keeper.read());
    this.#keeper = keeper;
    this.#token = token;
    this.#set({ unsent, seen, open });
  }

  /** Begins to listen, once the page has said what it knows. */
  connect(): void {
    this.#socket.connect();
  }

  /** The visitor is on another page. */
  moveTo(page: PageWire): void {
    this.#page = page;
    if (this.#socket.connected && this.#state.begun) this.#socket.emit('visitor:at', page);
  }

  /** The site says what it knows of its visitor. */
  siteSays(values: SiteValues): void {
    this.#values = { ...this.#values, ...values };
    if (!this.#socket.connected || !this.#state.begun) return;
    this.#socket.emit('visitor:values', values, (answer) => {
      if ('error' in answer) this.tellSite([answer.error.message]);
      else this.tellSite(answer.refused.map(({ message }) => message));
    });
  }

  /** The site's server says who is signed in. */
  identify(token: string): void {
    this.#identity = token;
    if (this.#socket.connected) void this.#begin();
  }

  /** Somebody signed out: the next to write here is somebody else. */
  forget(): void {
    this.#token = undefined;
    this.#identity = undefined;
    this.#values = {};
    this.#set({ messages: [], unsent: [], hasEarlier: false, seen: null });
    if (this.#socket.connected) void this.#begin();
  }

  show(open: boolean): void {
    this.#set({ open });
    this.see();
  }

  /** How the messenger is to look. */
  look(looks: Pick<MessengerState, 'dark' | 'fills'>): void {
    this.#set(looks);
  }

  /** All there is has been seen, if the messenger is open. */
  see(): void {
    const last = this.#state.messages.at(-1);
    if (this.#state.open && last && last.id !== this.#state.seen) this.#set({ seen: last.id });
  }

  /** Keys are pressed, or the text is empty again; told once a second at most, and never in line. */
  type(typing: boolean): void {
    if (!this.#socket.connected || !this.#state.begun) return;
    const nowMs = performance.now();
    if (typing && nowMs - this.#saidTypingMs < TYPING_EVERY_MS) return;
    this.#saidTypingMs = typing ? nowMs : Number.NEGATIVE_INFINITY;
    this.#socket.emit('visitor:typing', { typing });
  }

  /** Sends a text as soon as it can be. */
  send(text: string, answers?: Record<string, string>): void {
    const messageId = crypto.randomUUID();
    const unsent: Unsent = { messageId, text, answers, at: new Date().toISOString() };
    this.#set({ unsent: [...this.#state.unsent, unsent], refusedAnswers: {} });
    void this.#sendWaiting();
  }

  /** Tries a refused message again. */
  retry(messageId: string): void {
    const unsent = this.#state.unsent.map((one) =>
      one.messageId === messageId ? { ...one, refused: undefined } : one,
    );
    this.#set({ unsent });
    void this.#sendWaiting();
  }

  /** Loads the messages before the first that is shown. */
  async loadEarlier(): Promise<void> {
    const [first] = this.#state.messages;
    if (!first || this.#state.loadingEarlier) return;
    this.#set({ loadingEarlier: true });
    const answer = await this.#asked(
      this.#line.emitWithAck('visitor:earlier', { before: first.id }),
    );
    this.#set({ loadingEarlier: false });
    if (!answer) return;
    const { messages, hasEarlier } = answer;
    this.#set({ messages: [...messages, ...this.#state.messages], hasEarlier });
  }

  get #line() {
    return this.#socket.timeout(ANSWER_WITHIN_MS);
  }

  async #begin(): Promise<void> {
    const identity = this.#identity;
    // It is good for one use; later visits go on with the token that it gave.
    this.#identity = undefined;
    const request = {
      channel: this.channel,
      ...(identity === undefined ? { token: this.#token } : { identity }),
      page: this.#page,
      browser: browserFacts(),
      values: this.#values,
    };
    const begun = await this.#asked<VisitorBegun>(
      this.#line.emitWithAck('visitor:begin', JSON.parse(JSON.stringify(request))),
      (message, { field }) => {
        // A token that is not good is the site's to mend; its visitor goes on as they are.
        if (field !== 'identity') return this.#set({ problem: message });
        this.tellSite([message]);
        void this.#begin();
      },
    );
    if (!begun) return;
    this.#token = begun.token;
    const { messages, hasEarlier, asks } = begun;
    // Pages that were loaded before stay, unless they are somebody else's.
    const isSame = messages.some(({ id }) => this.#state.messages.some((one) => one.id === id));
    const known = isSame ? this.#state.messages : [];
    const first = messages[0]?.at ?? '';
    const earlier = known.filter(({ at }) => at < first);
    this.#set({
      line: 'online',
      begun: true,
      problem: null,
      messages: [...earlier, ...messages],
      hasEarlier: earlier.length > 0 ? this.#state.hasEarlier : hasEarlier,
      asks,
    });
    this.see();
    await this.#sendWaiting();
  }

  /** One after the other, so that they arrive in the order in which they were written. */
  async #sendWaiting(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      while (this.#socket.connected && this.#state.begun) {
        const next = this.#state.unsent.find(({ refused }) => refused === undefined);
        if (!next || !(await this.#sendOne(next))) return;
      }
    } finally {
      this.#sending = false;
    }
  }

  /** Whether the line holds. */
  async #sendOne({ messageId, text, answers }: Unsent): Promise<boolean> {
    const request = { messageId, text, ...(answers && { answers }) };
    let refusal: Refusal['error'] | null = null;
    const answer = await this.#asked(
      this.#line.emitWithAck('visitor:write', request),
      (_, error) => {
        refusal = error;
      },
    );
    if (answer) this.#take(answer.message);
    else if (refusal) this.#refuse(messageId, refusal);
    return answer !== null || refusal !== null;
  }

  /** A form that does not fit stands again before the visitor; any other message can be tried again. */
  #refuse(messageId: string, { message, field }: Refusal['error']): void {
    const [, key] = ANSWER.exec(field ?? '') ?? [];
    const { unsent } = this.#state;
    if (key !== undefined)
      this.#set({
        refusedAnswers: { [key]: message },
        unsent: unsent.filter((one) => one.messageId !== messageId),
      });
    else
      this.#set({
        unsent: unsent.map((one) =>
          one.messageId === messageId ? { ...one, refused: message } : one,
        ),
      });
  }

  #take(message: VisitorMessage): void {
    const unsent = this.#state.unsent.filter(({ messageId }) => messageId !== message.sentAs);
    this.#set({ messages: withMessage(this.#state.messages, message), unsent, asks: false });
    this.see();
  }

  /** What was answered; null for a refusal, or where no answer came. */
  async #asked<A extends object>(
    asking: Promise<A | Refusal>,
    onRefused: (message: string, error: Refusal['error']) => void = () => undefined,
  ): Promise<A | null> {
    try {
      const answer = await asking;
      if (!('error' in answer)) return answer;
      onRefused(answer.error.message, answer.error);
    } catch {
      // No answer came in time: the line is lost, or will be found to be.
    }
    return null;
  }

  #set(change: Partial<MessengerState>): void {
    this.#state = { ...this.#state, ...change };
    const { unsent, seen, open } = this.#state;
    this.#keeper?.write(
      JSON.stringify({ token: this.#token, unsent, seen: seen ?? undefined, open }),
    );
    for (const listener of this.#listeners) listener();
  }
}
