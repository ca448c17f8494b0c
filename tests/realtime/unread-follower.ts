import type { UnreadWire } from '@/lib/desk/wire';
import type { UnreadChanged } from '@/lib/realtime/protocol';
import type { Client } from './socket-client';

/** A screen that watches what its person has not looked at, and folds what it is told. */
export class UnreadFollower {
  readonly messages: UnreadChanged[] = [];
  private held = new Map<string, UnreadWire>();
  private readonly waiting = new Set<() => void>();

  constructor(private readonly client: Client) {
    client.on('unread:changed', (message) => {
      this.messages.push(message);
      const { why: _why, name: _name, by: _by, text: _text, ...unread } = message;
      this.held.set(message.conversationId, unread);
      for (const look of this.waiting) look();
    });
  }

  /** Resolves once it knows all that is unread by now. */
  async watch(): Promise<this> {
    const answer = await this.client.emitWithAck('unread:watch', {});
    if ('error' in answer) throw new Error(answer.error.message);
    this.held = new Map(answer.unread.map((one) => [one.conversationId, one]));
    return this;
  }

  /** What is unread, by conversation. */
  get unread(): UnreadWire[] {
    return [...this.held.values()]
      .filter(({ messages, mentioned, assigned }) => messages > 0 || mentioned || assigned)
      .sort((a, b) => (a.conversationId < b.conversationId ? -1 : 1));
  }

  /** Resolves with the last message once it fits. */
  until(fits: (last: UnreadChanged) => boolean): Promise<UnreadChanged> {
    return new Promise((resolve) => {
      const look = () => {
        const last = this.messages.at(-1);
        if (!last || !fits(last)) return;
        this.waiting.delete(look);
        resolve(last);
      };
      this.waiting.add(look);
      look();
    });
  }
}
