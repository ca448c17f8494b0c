import type { Attributes, ContactValues } from '@/lib/attributes/attribute';
import { compileSegment, type SegmentTest } from '@/lib/segments/evaluate';
import type { Segment } from '@/lib/segments/segment';

/** The plain way: a closure a segment, listed by attribute; those that mention a changed one are tested again. */
export class AttributeList {
  readonly #tests = new Map<string, SegmentTest>();
  readonly #mentioning = new Map<string, Set<string>>();

  constructor(context: { segments: Iterable<Segment>; attributes: Attributes; timeZone: string }) {
    for (const segment of context.segments) {
      this.#tests.set(segment.id, compileSegment(segment, context));
      for (const { attribute } of segment.conditions) {
        const mentioning = this.#mentioning.get(attribute) ?? new Set();
        this.#mentioning.set(attribute, mentioning.add(segment.id));
      }
    }
  }

  matches(values: ContactValues): Set<string> {
    const matches = new Set<string>();
    for (const [id, test] of this.#tests) if (test(values)) matches.add(id);
    return matches;
  }

  /** The matches after an attribute changed; `current` itself when no match did. */
  rematch(
    current: ReadonlySet<string>,
    attribute: string,
    values: ContactValues,
  ): ReadonlySet<string> {
    let changed: Set<string> | null = null;
    for (const id of this.#mentioning.get(attribute) ?? []) {
      const holds = this.#tests.get(id)?.(values) ?? false;
      if (holds === (changed ?? current).has(id)) continue;
      changed ??= new Set(current);
      if (holds) changed.add(id);
      else changed.delete(id);
    }
    return changed ?? current;
  }
}
