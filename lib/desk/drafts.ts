import type { Draft } from './facts';
import type { Store } from './store';

type Listener = (draft: Draft) => void;

/** What people write and have not sent: kept by the store, and told to whom it may concern. */
export class Drafts {
  private readonly listeners = new Set<Listener>();

  constructor(
    private readonly store: Store,
    private readonly onError: (error: unknown) => void,
  ) {}

  /**
   * Keeps a draft, or takes it away if both its texts are empty, unless a later one is kept
   * already. Rejects with a `conflict` for a conversation that does not exist.
   */
  async keep(draft: Draft): Promise<void> {
    if (!(await this.store.keepDraft(draft))) return;
    for (const listener of this.listeners) {
      try {
        listener(draft);
      } catch (error) {
        // It is kept: whoever wrote it is not to hear of a failure to tell others.
        this.onError(error);
      }
    }
  }

  /** Calls the listener with every draft that was kept or taken away; returns how to stop. */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
