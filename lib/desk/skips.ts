const NONE: ReadonlySet<string> = new Set();

/** Which open conversations each person has skipped. */
export class Skips {
  readonly #byPerson = new Map<string, Set<string>>();

  /** A conversation was skipped by these, and now is by those. */
  change(
    conversationId: string,
    before: readonly string[] | null,
    after: readonly string[] | null,
  ): void {
    for (const personId of before ?? []) {
      const skipped = this.#byPerson.get(personId);
      skipped?.delete(conversationId);
      if (skipped?.size === 0) this.#byPerson.delete(personId);
    }
    for (const personId of after ?? []) {
      const skipped = this.#byPerson.get(personId) ?? new Set();
      this.#byPerson.set(personId, skipped.add(conversationId));
    }
  }

  of(personId: string): ReadonlySet<string> {
    return this.#byPerson.get(personId) ?? NONE;
  }
}
