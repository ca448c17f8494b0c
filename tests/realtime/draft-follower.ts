import type { DraftWire } from '@/lib/desk/wire';
import type { Client } from './socket-client';

/** A screen that watches its person's drafts, and folds what it is told. */
export class DraftFollower {
  readonly messages: DraftWire[] = [];
  private readonly held = new Map<string, DraftWire>();
  private readonly waiting = new Set<() => void>();

  constructor(private readonly client: Client) {
    client.on('draft:changed', (message) => {
      this.messages.push(message);
      this.fold(message);
      for (const look of this.waiting) look();
    });
  }

  /** Resolves once it knows all drafts by now. */
  async watch(): Promise<this> {
    const answer = await this.client.emitWithAck('draft:watch', {});
    if ('error' in answer) throw new Error(answer.error.message);
    for (const one of answer.drafts) this.fold(one);
    return this;
  }

  /** The texts of the draft: 'reply | note'; null for none. */
  at(conversationId: string): string | null {
    const held = this.held.get(conversationId);
    return held && (held.reply || held.note) ? `${held.reply} | ${held.note}` : null;
  }

  /** Resolves once the draft's texts are these. */
  until(conversationId: string, texts: string | null): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (this.at(conversationId) !== texts) return;
        this.waiting.delete(look);
        resolve();
      };
      this.waiting.add(look);
      look();
    });
  }

  private fold(message: DraftWire): void {
    const known = this.held.get(message.conversationId);
    if (known && known.writtenAt > message.writtenAt) return;
    this.held.set(message.conversationId, message);
  }
}
