import type { Attribute, ContactValues } from '@/lib/attributes/attribute';
import type { Entry } from '@/lib/desk/entry';
import type { Memory } from '@/lib/desk/memory';
import { compileSegment, type SegmentTest } from '@/lib/segments/evaluate';
import type { Segment } from '@/lib/segments/segment';

/** What some segments and the Prioritization list meant at a moment. */
export type Judge = {
  segments: ReadonlyMap<string, { segment: Segment; holds: SegmentTest }>;
  /** How many high-priority segments hold. */
  priority: (values: ContactValues) => number;
};

const nowhere: SegmentTest = () => false;

/** What contacts are judged by, as it was at a revision of the journal; stepped on entry by entry. */
export class CatalogueAt {
  private readonly attributes: Map<string, Attribute>;
  private readonly segments: Map<string, Segment>;
  private highPriority: readonly string[];
  private timeZone: string;
  private readonly tests = new Map<string, SegmentTest>();
  private mentions: Map<string, Set<string>> | null = null;

  /** As it was before the entries, which are all those between then and memory's revision. */
  constructor(memory: Memory, later: readonly Entry[]) {
    this.attributes = new Map(memory.attributes);
    this.segments = new Map(memory.segments);
    this.highPriority = memory.prioritization.segmentIds;
    this.timeZone = memory.settings.timeZone;
    for (const entry of later.toReversed()) this.put(entry, 'before');
  }

  /** What these segments mean now; it stays so when the catalogue is stepped on. */
  judge(ids: Iterable<string>): Judge {
    const segments = new Map<string, { segment: Segment; holds: SegmentTest }>();
    for (const id of ids) {
      const segment = this.segments.get(id);
      if (segment) segments.set(id, { segment, holds: this.testOf(id) });
    }
    const high = this.highPriority.map((id) => this.testOf(id));
    const priority = (values: ContactValues) => high.filter((holds) => holds(values)).length;
    return { segments, priority };
  }

  /** The segments with a condition on one of the attributes. */
  mentioning(attributes: readonly string[]): Set<string> {
    this.mentions ??= mentionsIn(this.segments.values());
    const { mentions } = this;
    return new Set(attributes.flatMap((key) => [...(mentions.get(key) ?? [])]));
  }

  all(): Set<string> {
    return new Set(this.segments.keys());
  }

  /** The segments whose meaning an entry changes; null for an entry that no match or priority depends on. */
  touchedBy(entry: Entry): Set<string> | null {
    switch (entry.kind) {
      case 'segment.saved':
        return new Set([entry.body.after.id]);
      case 'segment.deleted':
        return new Set([entry.body.before.id]);
      case 'attribute.changed':
        return entry.body.before.enabled === entry.body.after.enabled
          ? null
          : this.mentioning([entry.body.after.key]);
      case 'settings.changed':
        return entry.body.before.timeZone === entry.body.after.timeZone ? null : this.all();
      case 'prioritization.changed':
        return new Set();
      default:
        return null;
    }
  }

  /** To be called with every entry, in order. */
  step(entry: Entry): void {
    const touched = this.touchedBy(entry);
    this.put(entry, 'after');
    for (const id of touched ?? []) this.tests.delete(id);
    if (touched) this.mentions = null;
  }

  private testOf(id: string): SegmentTest {
    const segment = this.segments.get(id);
    if (!segment) return nowhere;
    const known = this.tests.get(id);
    if (known) return known;
    const { attributes, timeZone } = this;
    const test = compileSegment(segment, { attributes, timeZone });
    this.tests.set(id, test);
    return test;
  }

  /** Makes it as it was before an entry, or as it is after it. */
  private put(entry: Entry, side: 'before' | 'after'): void {
    switch (entry.kind) {
      case 'attribute.created':
        place(this.attributes, entry.body.after.key, side === 'after' ? entry.body.after : null);
        break;
      case 'attribute.changed':
        this.attributes.set(entry.body.after.key, entry.body[side]);
        break;
      case 'attribute.deleted':
        place(this.attributes, entry.body.before.key, side === 'after' ? null : entry.body.before);
        break;
      case 'segment.saved':
        place(this.segments, entry.body.after.id, entry.body[side]);
        break;
      case 'segment.deleted':
        place(this.segments, entry.body.before.id, side === 'after' ? null : entry.body.before);
        break;
      case 'prioritization.changed':
        this.highPriority = entry.body[side];
        break;
      case 'settings.changed':
        this.timeZone = entry.body[side].timeZone;
        break;
      default:
    }
  }
}

function place<T>(map: Map<string, T>, key: string, value: T | null): void {
  if (value === null) map.delete(key);
  else map.set(key, value);
}

function mentionsIn(segments: Iterable<Segment>): Map<string, Set<string>> {
  const mentions = new Map<string, Set<string>>();
  for (const { id, conditions } of segments) {
    for (const { attribute } of conditions) {
      const ids = mentions.get(attribute);
      if (ids) ids.add(id);
      else mentions.set(attribute, new Set([id]));
    }
  }
  return mentions;
}
