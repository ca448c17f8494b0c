/**
 * Things by key that are costly to make and are kept up to date: those somebody holds, and the
 * last few that were only asked for.
 */
export class Keep<T> {
  readonly #held = new Map<string, { thing: T; holders: number }>();
  /** Least recently asked for first. */
  readonly #idle = new Map<string, T>();
  readonly #maxIdle: number;
  readonly #onDrop: (thing: T) => void;

  /** `onDrop` is told of every thing that is kept no more. */
  constructor(maxIdle: number, onDrop: (thing: T) => void = () => {}) {
    this.#maxIdle = maxIdle;
    this.#onDrop = onDrop;
  }

  /** The thing, if it is kept. */
  peek(key: string): T | undefined {
    return this.#held.get(key)?.thing ?? this.#idle.get(key);
  }

  /** The thing, made if it is not kept. */
  ask(key: string, make: () => T): T {
    const held = this.#held.get(key);
    if (held !== undefined) return held.thing;
    const thing = this.#idle.get(key) ?? make();
    this.#rest(key, thing);
    return thing;
  }

  /** The thing, kept until as many `release` calls. */
  hold(key: string, make: () => T): T {
    const held = this.#held.get(key);
    if (held !== undefined) {
      held.holders++;
      return held.thing;
    }
    const thing = this.#idle.get(key) ?? make();
    this.#idle.delete(key);
    this.#held.set(key, { thing, holders: 1 });
    return thing;
  }

  release(key: string): void {
    const held = this.#held.get(key);
    if (held === undefined || --held.holders > 0) return;
    this.#held.delete(key);
    this.#rest(key, held.thing);
  }

  /** Visits all that are kept, held or not. */
  each(visit: (thing: T) => void): void {
    for (const { thing } of this.#held.values()) visit(thing);
    for (const thing of this.#idle.values()) visit(thing);
  }

  #rest(key: string, thing: T): void {
    this.#idle.delete(key);
    this.#idle.set(key, thing);
    if (this.#idle.size <= this.#maxIdle) return;
    for (const [oldest, dropped] of this.#idle) {
      this.#idle.delete(oldest);
      this.#onDrop(dropped);
      return;
    }
  }
}
