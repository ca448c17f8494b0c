import { isDeepStrictEqual } from 'node:util';
import type { Attribute } from '@/lib/attributes/attribute';
import type { ConfigurationFacts } from '@/lib/desk/configuration';
import type { CrmConnection } from '@/lib/desk/crm';
import type { EntryDraft } from '@/lib/desk/entry';
import { DeskError, isDeskError, type Problem } from '@/lib/desk/errors';
import type { CannedReply, Channel, Messenger, SavedView, Settings } from '@/lib/desk/facts';
import type { PayloadMapping } from '@/lib/desk/payload-mapping';
import type { KeptConfiguration } from '@/lib/desk/reads/configuration';
import type { Expectation } from '@/lib/desk/store';
import type { Segment } from '@/lib/segments/segment';

/** So many are told of; a document with more has something wrong that these show. */
const MAX_PROBLEMS = 100;

/**
 * A configuration on its way from what is kept to what a document says: the facts as they will be,
 * the entries that make them so, and all that does not fit.
 */
export class ConfigurationPlan implements ConfigurationFacts {
  settings: Settings;
  readonly attributes: Map<string, Attribute>;
  readonly channels: Map<string, Channel>;
  readonly messengers: Map<string, Messenger>;
  readonly mappings: Map<string, PayloadMapping>;
  readonly segments: Map<string, Segment>;
  highPriority: readonly string[];
  cannedReplies: CannedReply[];
  sharedViews: SavedView[];
  crm: CrmConnection | null;
  /** The attributes that the document itself says are disabled: what it says of them may stand. */
  mayBeDisabled: ReadonlySet<string> = new Set();
  readonly entries: EntryDraft[] = [];
  readonly expect: Expectation[];
  readonly problems: Problem[] = [];

  constructor(
    readonly kept: KeptConfiguration,
    /** For what is made. */
    readonly newId: () => string,
  ) {
    this.settings = kept.settings;
    this.attributes = new Map(kept.attributes);
    this.channels = new Map(kept.channels);
    this.messengers = new Map(kept.messengers);
    this.mappings = new Map(kept.mappings);
    this.segments = new Map(kept.segments);
    this.highPriority = kept.highPriority;
    this.cannedReplies = [...kept.cannedReplies];
    this.sharedViews = [...kept.sharedViews];
    this.crm = kept.crm;
    this.expect = [{ kind: 'catalogue', revision: kept.catalogueRevision }];
  }

  /** What is decided for the thing at a path of the document; null, and a problem, for a refusal. */
  at<T>(path: string, decideOne: () => T): T | null {
    try {
      return decideOne();
    } catch (error) {
      if (!isDeskError(error)) throw error;
      this.refuse(error.field === undefined ? path : `${path}.${error.field}`, error.message);
      return null;
    }
  }

  refuse(field: string, message: string): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push({ field, message });
  }

  /** Refuses each of the fields that is given and is not what it is for good. */
  refuseOthers<T extends object>(
    path: string,
    is: T,
    given: Partial<T>,
    fields: (keyof T & string)[],
  ) {
    for (const field of fields) {
      if (given[field] === undefined || given[field] === is[field]) continue;
      this.refuse(`${path}.${field}`, `This never changes: here it is “${String(is[field])}”.`);
    }
  }

  /** Whether something new has each of the fields it cannot do without; what is missing is refused. */
  hasAll(path: string, given: object, fields: readonly string[]): boolean {
    const missing = fields.filter((field) => !Object.hasOwn(given, field));
    for (const field of missing)
      this.refuse(`${path}.${field}`, 'This is required: there is no such thing here yet.');
    return missing.length === 0;
  }

  /** The things of a list with their paths, each once; one that is there again is refused. */
  *each<T>(
    part: string,
    field: string,
    things: readonly T[],
    keyOf: (thing: T) => string,
  ): Generator<[path: string, thing: T]> {
    const seen = new Map<string, string>();
    for (const [place, one] of things.entries()) {
      const path = `${part}.${place}`;
      const first = seen.get(keyOf(one));
      if (first === undefined) {
        seen.set(keyOf(one), path);
        yield [path, one];
      } else this.refuse(`${path}${field && `.${field}`}`, `This is ${first} once more.`);
    }
  }

  /** Throws `invalid` with every problem, the first one as its own, if there is any. */
  throwProblems(): void {
    const [first] = this.problems;
    if (first) throw new DeskError('invalid', first.message, first.field, this.problems);
  }
}

/** Whether all that is given of a thing is so already: that is not looked at again. */
export function saysNothingNew(is: object, given: object): boolean {
  const kept = new Map<string, unknown>(Object.entries(is));
  return Object.entries(given).every(
    ([field, value]) => value === undefined || isDeepStrictEqual(value, kept.get(field)),
  );
}
