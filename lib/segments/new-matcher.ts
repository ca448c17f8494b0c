import type { ContactValues } from '@/lib/attributes/attribute';
import { IndexedMatcher } from './indexed-matcher';
import {
  AttributeListMatcher,
  type BeforeValues,
  type Matcher,
  type MatcherContext,
} from './matcher';
import type { Segment } from './segment';

/** Up to so many segments the plain list is the faster one. */
export const MOST_LISTED = 32;
/** An index stays until there are clearly fewer, so that adding and deleting one does not rebuild it each time. */
const FEWEST_INDEXED = 16;

/** The matcher that is fastest for as many segments as there are; it changes over as they come and go. */
export function newMatcher(context: MatcherContext): Matcher {
  return new SizedMatcher(context);
}

class SizedMatcher implements Matcher {
  readonly #context: Omit<MatcherContext, 'segments'>;
  readonly #segments: Map<string, Segment>;
  #indexed: boolean;
  #matcher: Matcher;

  constructor({ segments, ...context }: MatcherContext) {
    this.#context = context;
    this.#segments = new Map(Array.from(segments, (segment) => [segment.id, segment]));
    this.#indexed = this.#segments.size > MOST_LISTED;
    this.#matcher = this.#build();
  }

  matches(values: ContactValues): Set<string> {
    return this.#matcher.matches(values);
  }

  mentioning(attribute: string): ReadonlySet<string> {
    return this.#matcher.mentioning(attribute);
  }

  rematch(
    current: ReadonlySet<string>,
    changedAttributes: Iterable<string>,
    values: ContactValues,
    before?: BeforeValues,
  ): ReadonlySet<string> {
    return this.#matcher.rematch(current, changedAttributes, values, before);
  }

  test(segmentId: string, values: ContactValues): boolean {
    return this.#matcher.test(segmentId, values);
  }

  set(segment: Segment): void {
    this.#segments.set(segment.id, segment);
    this.#matcher.set(segment);
    if (!this.#indexed && this.#segments.size > MOST_LISTED) this.#changeOver();
  }

  delete(segmentId: string): void {
    this.#segments.delete(segmentId);
    this.#matcher.delete(segmentId);
    if (this.#indexed && this.#segments.size < FEWEST_INDEXED) this.#changeOver();
  }

  #changeOver(): void {
    this.#indexed = !this.#indexed;
    this.#matcher = this.#build();
  }

  #build(): Matcher {
    const context = { ...this.#context, segments: this.#segments.values() };
    return this.#indexed ? new IndexedMatcher(context) : new AttributeListMatcher(context);
  }
}
