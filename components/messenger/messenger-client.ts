import type {
  PageWire,
  Refusal,
  SiteValues,
  VisitorBegun,
  VisitorMessage,
} from '@/lib/channels/messenger/protocol';
import { type Keeper, keptIn } from './kept';
import { BEGINNING, type MessengerState, type Unsent, withMessage } from './messenger-state';
import { VisitLine } from './visit-line';

const TYPING_EVERY_MS = 1_000;
const ANSWER = /^answers\.(.+)$/;

/** The messenger's side of a visit: what is said, what waits to be said, and whether it is heard. */
export class MessengerClient {
  #state: MessengerState = BEGINNING;
  readonly #listeners = new Set<() => void>();
  readonly #line: VisitLine;
  #keeper: Keeper | null = null;
  #sending = false;
  #saidTypingMs = Number.NEGATIVE_INFINITY;

  /** `tellSite` is for who builds the site: what it said that was not taken. */
  constructor(channel: string, tellSite: (refused: string[]) => void) {
    this.#line = new VisitLine(channel, {
      tellSite,
      onBegun: (begun) => this.#goOn(begun),
      onLost: (line) => this.#set({ line, answering: null }),
      onProblem: (problem) => this.#set({ problem }),
    });
    this.#line.socket.on('visitor:message', (message) => this.#take(message));
    this.#line.socket.on('visitor:answering', ({ name }) => this.#set({ answering: name }));
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
    this.#line.goOnWith(token);
    this.#set({ unsent, seen, open });
  }

  /** Begins to listen, once the page has said what it knows. */
  connect(): void {
    this.#line.connect();
  }

  /** The visitor is on another page. */
  moveTo(page: PageWire): void {
    this.#line.moveTo(page);
  }

  /** The site says what it knows of its visitor. */
  siteSays(values: SiteValues): void {
    this.#line.siteSays(values);
  }

  /** The site's server says who is signed in. */
  identify(token: string): void {
    this.#line.identify(token);
  }

  /** Somebody signed out: the next to write here is somebody else. */
  forget(): void {
    this.#line.forget();
    this.#set({ messages: [], unsent: [], hasEarlier: false, seen: null });
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
    if (!this.#line.isHeard) return;
    const nowMs = performance.now();
    if (typing && nowMs - this.#saidTypingMs < TYPING_EVERY_MS) return;
    this.#saidTypingMs = typing ? nowMs : Number.NEGATIVE_INFINITY;
    this.#line.socket.emit('visitor:typing', { typing });
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
    const answer = await this.#line.ask((line) =>
      line.emitWithAck('visitor:earlier', { before: first.id }),
    );
    this.#set({ loadingEarlier: false });
    if (!answer) return;
    const { messages, hasEarlier } = answer;
    this.#set({ messages: [...messages, ...this.#state.messages], hasEarlier });
  }

  #goOn({ messages, hasEarlier, asks }: VisitorBegun): void {
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
    void this.#sendWaiting();
  }

  /** One after the other, so that they arrive in the order in which they were written. */
  async #sendWaiting(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      while (this.#line.isHeard) {
        const next = this.#state.unsent.find(({ refused }) => refused === undefined);
        if (!next) return;
        // Without an answer it is sent again, once the line holds again: it is the same message.
        await this.#sendOne(next);
      }
    } finally {
      this.#sending = false;
    }
  }

  async #sendOne({ messageId, text, answers }: Unsent): Promise<void> {
    const request = { messageId, text, ...(answers && { answers }) };
    let refusal: Refusal['error'] | null = null;
    const answer = await this.#line.ask(
      (line) => line.emitWithAck('visitor:write', request),
      (error) => {
        refusal = error;
      },
    );
    if (answer) this.#take(answer.message);
    else if (refusal) this.#refuse(messageId, refusal);
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

  #set(change: Partial<MessengerState>): void {
    this.#state = { ...this.#state, ...change };
    const { unsent, seen, open } = this.#state;
    const { token } = this.#line;
    this.#keeper?.write(JSON.stringify({ token, unsent, seen: seen ?? undefined, open }));
    for (const listener of this.#listeners) listener();
  }
}
