import { mayWrite } from '@/lib/attributes/may-write';
import { noteVisit } from '@/lib/commands/channels/note-visit';
import { receiveMessage } from '@/lib/commands/channels/receive-message';
import type { RefusedValue } from '@/lib/commands/contacts/decide-values';
import type { ChannelCaller } from '@/lib/desk/context';
import type { Desk } from '@/lib/desk/desk';
import { conflict, notFound } from '@/lib/desk/errors';
import { type Conversation, namespaceOf } from '@/lib/desk/facts';
import type { MessengerRow, SpokenMessage } from '@/lib/desk/store';
import { newVisitorId, SIGNED_IN_VISITOR } from '@/lib/desk/visitors';
import { readIdentity } from './identity';
import { preChatValues } from './pre-chat';
import type { BrowserWire, PageWire, SiteValues, VisitorBegins, VisitorWrites } from './protocol';
import { externalMessageIdOf } from './visitor-messages';
import type { Visitor, VisitorTokens } from './visitor-tokens';
import { pageValues, visitorValues } from './visitor-values';

const PAGE_OF_MESSAGES = 50;

export type SessionOptions = {
  desk: Desk;
  tokens: VisitorTokens;
  /** The audience of identity tokens of a channel: its messenger's address. */
  audienceOf: (channel: string) => string;
};

/** What one visitor may do, and nothing else: all of it is about themselves. */
export class VisitorSession {
  private page: PageWire | null;
  private readonly browser: BrowserWire | null;
  private siteValues: ReadonlyMap<string, unknown>;
  private moving = false;

  private constructor(
    private readonly options: SessionOptions,
    private readonly messenger: MessengerRow,
    readonly visitor: Visitor,
    private readonly caller: ChannelCaller,
    private readonly country: string | null,
    private readonly identityValues: ReadonlyMap<string, unknown>,
    request: VisitorBegins,
  ) {
    this.page = request.page ?? null;
    this.browser = request.browser ?? null;
    this.siteValues = this.taken(request.values ?? {}).values;
  }

  /**
   * Begins a visit: of whom the site signed in, else of the token's visitor, else of a new one.
   * Rejects with `not_found` for a channel without a messenger, and with `forbidden` for an
   * identity token that is not good.
   */
  static async begin(
    options: SessionOptions,
    request: VisitorBegins,
    country: string | null,
  ): Promise<VisitorSession> {
    const { desk, tokens, audienceOf } = options;
    const { channel, token, identity } = request;
    const known = desk.memory.channels.get(channel);
    const messenger = known?.kind === 'messenger' ? await desk.store.messenger(channel) : null;
    if (!known || !messenger) throw notFound('There is no messenger here.', 'channel');
    const caller = { kind: 'channel' as const, id: channel, name: known.label };
    if (identity !== undefined) {
      const audience = audienceOf(channel);
      const { subject, values } = await readIdentity(desk, { channel, audience, token: identity });
      const signed = [...values.keys()];
      const visitor = { externalId: `${SIGNED_IN_VISITOR}${subject}`, identified: true, signed };
      return new VisitorSession(options, messenger, visitor, caller, country, values, request);
    }
    const now = desk.now();
    const visitor = (token && (await tokens.visitorOf(channel, token, now))) || {
      externalId: newVisitorId(now),
      identified: false,
      signed: [],
    };
    return new VisitorSession(options, messenger, visitor, caller, country, new Map(), request);
  }

  get channel(): string {
    return this.messenger.channel;
  }

  /** To go on with this visit later. */
  token(): Promise<string> {
    const { tokens, desk } = this.options;
    return tokens.forVisit(this.channel, this.visitor, desk.now());
  }

  /** The visitor's conversation; null before their first message. */
  async conversation(): Promise<Conversation | null> {
    const { store } = this.options.desk;
    const { externalId } = this.visitor;
    const contact = await store.contactByExternalId(namespaceOf(this.channel), externalId);
    return contact && store.conversationOf(contact.id, this.channel);
  }

  /** The last messages, or those before one, oldest first. */
  async messages(before: string | null): Promise<{ spoken: SpokenMessage[]; hasEarlier: boolean }> {
    const conversation = await this.conversation();
    if (!conversation) return { spoken: [], hasEarlier: false };
    const { store } = this.options.desk;
    const spoken = await store.spokenMessages(conversation.id, before, PAGE_OF_MESSAGES + 1);
    const hasEarlier = spoken.length > PAGE_OF_MESSAGES;
    return { spoken: hasEarlier ? spoken.slice(1) : spoken, hasEarlier };
  }

  /** Whether something is asked before the first message. */
  async asks(): Promise<boolean> {
    return this.messenger.preChat.length > 0 && (await this.conversation()) === null;
  }

  /** The visitor is on another page. Of pages that come faster than they are kept, the last counts. */
  async moveTo(page: PageWire): Promise<void> {
    this.page = page;
    if (this.moving) return;
    this.moving = true;
    try {
      let kept: PageWire | null = null;
      while (kept !== this.page) {
        kept = this.page;
        await this.note(pageValues(kept));
      }
    } finally {
      this.moving = false;
    }
  }

  /** The site says what it knows. Gives what was not kept, and why. */
  async siteSays(said: SiteValues): Promise<RefusedValue[]> {
    const { values, refused } = this.taken(said);
    this.siteValues = new Map([...this.siteValues, ...values]);
    return [...refused, ...(await this.note(values))];
  }

  /** Keeps all that is known of the visitor and the page, if they have ever written. */
  async noteAll(): Promise<void> {
    await this.note(this.allValues());
  }

  /**
   * The visitor writes. Gives the message, the same for the same again. Rejects with `invalid`,
   * naming the field, for answers that are missing or do not fit, and for no text; and as
   * `beforeFirst` does, which is asked before a first message is kept.
   */
  async write(
    { messageId, text, answers }: VisitorWrites,
    beforeFirst: () => Promise<void>,
  ): Promise<SpokenMessage> {
    const { desk } = this.options;
    const isFirst = (await this.conversation()) === null;
    const asked = isFirst ? this.messenger.preChat : [];
    const answered = preChatValues(asked, answers ?? {}, desk.memory.attributes);
    if (isFirst) await beforeFirst();
    const { externalId } = this.visitor;
    // Of who is known already, what there was to know was kept when it came.
    const attributes = isFirst ? new Map([...this.allValues(), ...answered]) : new Map();
    const externalMessageId = externalMessageIdOf(externalId, messageId);
    const { receipt } = await receiveMessage({
      ctx: { desk, caller: this.caller },
      input: {
        channel: this.channel,
        contact: { externalId, attributes },
        text,
        externalMessageId,
        sentAt: null,
      },
    });
    const message = await desk.store.message(receipt.messageId);
    if (!message) throw conflict('This message was deleted.');
    return { ...message, externalMessageId };
  }

  /** Of what the page says, what a channel may fill and the site's server has not signed. */
  private taken(said: SiteValues): { values: Map<string, unknown>; refused: RefusedValue[] } {
    const { attributes } = this.options.desk.memory;
    const values = new Map<string, unknown>();
    const refused: RefusedValue[] = [];
    for (const [key, value] of Object.entries(said)) {
      const attribute = attributes.get(key);
      const leave = attribute && mayWrite(attribute, 'channel', undefined);
      const message = !leave
        ? `There is no attribute ${key}.`
        : this.visitor.signed.includes(key)
          ? `The site’s server has signed ${attribute.label}.`
          : leave.ok
            ? null
            : leave.message;
      if (message === null) values.set(key, value);
      else refused.push({ attribute: key, code: 'forbidden', message });
    }
    return { values, refused };
  }

  /** What the site signed outweighs what it says, and that what the browser tells. */
  private allValues(): Map<string, unknown> {
    return new Map<string, unknown>([
      ...visitorValues(this.browser, this.country),
      ...this.siteValues,
      ...this.identityValues,
      ...pageValues(this.page),
    ]);
  }

  private async note(values: ReadonlyMap<string, unknown>): Promise<RefusedValue[]> {
    const { desk } = this.options;
    const { externalId } = this.visitor;
    const input = { channel: this.channel, externalId, values };
    return (await noteVisit({ ctx: { desk, caller: this.caller }, input })).refused;
  }
}
