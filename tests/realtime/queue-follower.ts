import type { QueueEntry } from '@/lib/desk/wire';
import { applyChanges, applyCounts } from '@/lib/ranking/changes';
import type { QueueChanged, QueueWatchRequest } from '@/lib/realtime/protocol';
import type { Client } from './socket-client';

type Held = {
  watchId: string;
  epoch: string;
  revision: number;
  entries: QueueEntry[];
  total: number;
  segmentCounts: Record<string, number>;
};

/**
 * A machine that knows the wire contract and nothing else: watches one view, folds what it is
 * told, and watches again when it missed something or the connection was cut.
 */
export class QueueFollower {
  held: Held | null = null;
  /** Every message of this view that arrived, whether it fitted or not. */
  readonly messages: QueueChanged[] = [];
  /** How often it asked; once, unless something was missed. */
  asked = 0;
  private readonly waiting = new Set<() => void>();

  constructor(
    private readonly client: Client,
    private readonly request: QueueWatchRequest,
  ) {
    client.on('connect', () => this.watch());
    client.on('disconnect', () => {
      this.held = null;
    });
    client.on('queue:changed', (message) => this.fold(message));
    if (client.connected) this.watch();
  }

  /** Resolves once the held list satisfies. */
  until(satisfies: (held: Held) => boolean): Promise<Held> {
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
    this.client.emit('queue:watch', this.request, (answer) => {
      if ('error' in answer) throw new Error(answer.error.message);
      this.held = answer;
      this.look();
    });
  }

  private fold(message: QueueChanged): void {
    if (this.held && message.watchId !== this.held.watchId) return;
    this.messages.push(message);
    if (!this.held) return;
    if (message.from !== this.held.revision) {
      this.watch();
      return;
    }
    this.held = {
      ...this.held,
      revision: message.to,
      entries: applyChanges(this.held.entries, message.changes),
      total: message.total,
      segmentCounts: applyCounts(this.held.segmentCounts, message.segmentCounts),
    };
    this.look();
  }

  private look(): void {
    for (const look of this.waiting) look();
  }
}

/** The whole queue, as far as one window holds it. */
export const WHOLE_QUEUE: QueueWatchRequest = { filter: {}, offset: 0, limit: 200 };
