import type { Sight } from './facts';
import type { Store } from './store';

type Listener = (sight: Sight) => void;

/** How far people have looked: kept by the store, and told to whom it may concern. */
export class Sights {
  private readonly listeners = new Set<Listener>();

  constructor(
    private readonly store: Store,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Keeps it, unless the person has looked further. Rejects with a `conflict` for a conversation that does not exist. */
  async keep(sight: Sight): Promise<void> {
    if (!(await this.store.keepSight(sight))) return;
    for (const listener of this.listeners) {
      try {
        listener(sight);
      } catch (error) {
        // It is kept: whoever looked is not to hear of a failure to tell others.
        this.onError(error);
      }
    }
  }

  /** Calls the listener with every sight that was kept; returns how to stop. */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
