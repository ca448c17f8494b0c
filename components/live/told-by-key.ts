/** Listeners of which each is told of one thing and of no other. */
export class ToldByKey<Key> {
  readonly #listeners = new Map<Key, Set<() => void>>();

  /** Returns how to stop. */
  subscribe(key: Key, listener: () => void): () => void {
    const told = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, told.add(listener));
    return () => {
      told.delete(listener);
      if (told.size === 0 && this.#listeners.get(key) === told) this.#listeners.delete(key);
    };
  }

  tell(key: Key): void {
    for (const listener of [...(this.#listeners.get(key) ?? [])]) listener();
  }

  tellAll(): void {
    for (const key of [...this.#listeners.keys()]) this.tell(key);
  }
}
