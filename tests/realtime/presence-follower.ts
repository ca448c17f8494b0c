import type { PersonPresent, PresenceChanged } from '@/lib/realtime/protocol';
import type { Client } from './socket-client';

/** A screen that watches who looks where, and folds what it is told. */
export class PresenceFollower {
  readonly messages: PresenceChanged[] = [];
  private readonly held = new Map<string, readonly PersonPresent[]>();
  private readonly waiting = new Set<() => void>();

  constructor(private readonly client: Client) {
    client.on('presence:changed', (message) => {
      this.messages.push(message);
      this.fold(message);
      for (const look of this.waiting) look();
    });
  }

  /** Resolves once it knows who is where by now. */
  async watch(): Promise<this> {
    const answer = await this.client.emitWithAck('presence:watch', {});
    if ('error' in answer) throw new Error(answer.error.message);
    this.held.clear();
    for (const one of answer.conversations) this.fold(one);
    return this;
  }

  /** The conversation's people in words: 'Kim', 'Kim typing'. */
  at(conversationId: string): string[] {
    const people = this.held.get(conversationId) ?? [];
    return people.map(({ name, typing }) => (typing ? `${name} typing` : name)).sort();
  }

  /** Resolves once the conversation's people are exactly these. */
  until(conversationId: string, words: readonly string[]): Promise<void> {
    const wanted = [...words].sort().join();
    return new Promise((resolve) => {
      const look = () => {
        if (this.at(conversationId).join() !== wanted) return;
        this.waiting.delete(look);
        resolve();
      };
      this.waiting.add(look);
      look();
    });
  }

  close(): void {
    this.client.close();
  }

  private fold({ conversationId, people }: PresenceChanged): void {
    if (people.length > 0) this.held.set(conversationId, people);
    else this.held.delete(conversationId);
  }
}
