import type { ConversationChanged, ConversationWatched } from '@/lib/realtime/protocol';
import type { Client } from './socket-client';

/** A machine that watches one conversation and folds what it is told. */
export class ConversationFollower {
  held: ConversationWatched | null = null;
  readonly messages: ConversationChanged[] = [];
  /** How often it asked; once, unless something was missed. */
  asked = 0;
  private readonly waiting = new Set<() => void>();

  constructor(
    private readonly client: Client,
    private readonly conversationId: string,
  ) {
    client.on('conversation:changed', (message) => this.fold(message));
    this.watch();
  }

  /** Resolves once what it holds satisfies. */
  until(satisfies: (held: ConversationWatched) => boolean): Promise<ConversationWatched> {
    return new Promise((resolve) => {
      const look = () => {
        if (!this.held || !satisfies(this.held)) return;
        this.waiting.delete(look);
        resolve(this.held);
      };
      this.waiting.add(look);
      look();
    });
  }

  private watch(): void {
    this.held = null;
    this.asked += 1;
    const { conversationId } = this;
    this.client.emit('conversation:watch', { conversationId }, (answer) => {
      if ('error' in answer) throw new Error(answer.error.message);
      this.held = answer;
      this.look();
    });
  }

  private fold(message: ConversationChanged): void {
    if (message.conversationId !== this.conversationId) return;
    this.messages.push(message);
    if (!this.held) return;
    if (message.from !== this.held.revision) {
      this.watch();
      return;
    }
    const { held } = this;
    this.held = {
      ...held,
      revision: message.to,
      header: message.header ?? held.header,
      segments: message.segments ?? held.segments,
      values: message.values ?? held.values,
      crm: message.crm === undefined ? held.crm : message.crm,
      messages: [...held.messages, ...(message.messages ?? [])],
      messageTotal: message.messageTotal,
      trail: [...held.trail, ...(message.trail ?? [])],
      undelivered: message.undelivered ?? held.undelivered,
    };
    this.look();
  }

  private look(): void {
    for (const look of this.waiting) look();
  }
}
