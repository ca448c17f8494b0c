import type { Attempt, Delivery } from './endpoint';
import type { Store } from './store';

type Listener = (delivery: Delivery) => void;

/** The calls that endpoints are to get: what comes of them is kept by the store, and told to whom it may concern. */
export class Deliveries {
  private readonly listeners = new Set<Listener>();
  private readonly wakers = new Set<() => void>();

  constructor(
    private readonly store: Store,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Keeps what came of a try of a delivery. */
  async tried(delivery: Delivery, attempt: Attempt): Promise<void> {
    await this.store.webhooks.keepAttempt(attempt);
    const { deliveryId: _, ...came } = attempt;
    this.tell({ ...delivery, ...came });
  }

  /** Makes one delivery of an endpoint due again, or all its dead ones; whether there was any. */
  async redeliver(endpointId: string, deliveryId: number | null, nowMs: number): Promise<boolean> {
    const found = await this.store.webhooks.redeliver(endpointId, deliveryId, nowMs);
    if (found) this.wake();
    return found;
  }

  /** Says that there may be something due. */
  wake(): void {
    for (const waker of this.wakers) waker();
  }

  /** Calls the waker when there may be something due; returns how to stop. */
  onWake(waker: () => void): () => void {
    this.wakers.add(waker);
    return () => this.wakers.delete(waker);
  }

  /** Calls the listener with every delivery that was tried, as it is after it; returns how to stop. */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(delivery: Delivery): void {
    for (const listener of this.listeners) {
      try {
        listener(delivery);
      } catch (error) {
        // It is kept: the next try must not wait for who was to be told.
        this.onError(error);
      }
    }
  }
}
