import type { SegmentSet } from '@/lib/segments/segment-set';

/** How the segments of a filter combine. */
export const SEGMENT_MATCHES = ['any', 'all', 'none'] as const;
export type SegmentMatch = (typeof SEGMENT_MATCHES)[number];

/** The statuses a queue can show: New waits for us, Pending waits for the customer. */
export const QUEUE_STATUSES = ['new', 'pending'] as const;
export type QueueStatus = (typeof QUEUE_STATUSES)[number];

/** `priority`: rank order. `oldest`: waiting time alone, so that strict priority starves nobody unseen. */
export const QUEUE_ORDERS = ['priority', 'oldest'] as const;
export type QueueOrder = (typeof QUEUE_ORDERS)[number];

/** Stands for nobody in a filter's owner. */
export const UNOWNED = 'unowned';

/** Which conversations a view holds. What is not given does not restrict, but for status: `new`. */
export type QueueFilter = {
  segments?: readonly string[];
  /** How `segments` combine; `any` unless told. */
  match?: SegmentMatch;
  channel?: string;
  /** A person's id, or UNOWNED. `mine` becomes a person before it gets here. */
  owner?: string;
  status?: QueueStatus;
};

/** What the ranking knows of one open conversation. */
export type QueueRow = {
  conversationId: string;
  status: QueueStatus;
  channel: string;
  ownerId: string | null;
  /** Waiting since for New, last activity for Pending; milliseconds. */
  rankTimeMs: number;
  /** How many high-priority segments the contact matches. */
  priority: number;
  /** All matching segments. */
  segments: SegmentSet;
  /** The last journal revision that changed what the row shows. */
  revision: number;
};

/** One filter, one order and the part of it that a screen holds; `offset` and `limit` in rows. */
export type ViewSpec = { filter: QueueFilter; order: QueueOrder; offset: number; limit: number };

/** A filter with its defaults applied and its segments sorted, each once. */
export type CanonicalFilter = QueueFilter &
  Required<Pick<QueueFilter, 'segments' | 'match' | 'status'>>;

/** The one way of writing a filter that all equal filters share. */
export function canonicalFilter(filter: QueueFilter): CanonicalFilter {
  const asked = filter.segments ?? [];
  const segments = asked.length < 2 ? [...asked] : [...new Set(asked)].sort();
  // With one segment `all` says the same as `any`; with none, nothing restricts.
  const sameAsAny = segments.length === 0 || (segments.length === 1 && filter.match === 'all');
  return {
    segments,
    match: sameAsAny ? 'any' : (filter.match ?? 'any'),
    channel: filter.channel,
    owner: filter.owner,
    status: filter.status ?? 'new',
  };
}

/** The filter without its segments: what the counts on the chips are taken over. */
export function baseOf(filter: QueueFilter): QueueFilter {
  return { channel: filter.channel, owner: filter.owner, status: filter.status };
}

/** A key that two filters share exactly when they hold the same rows. */
export function filterKey(filter: QueueFilter): string {
  const { segments, match, channel, owner, status } = canonicalFilter(filter);
  return JSON.stringify([status, channel ?? null, owner ?? null, match, segments]);
}

/** A key that two views share exactly when they show the same window in the same order. */
export function viewKey({ filter, order, offset, limit }: ViewSpec): string {
  return `${order}:${offset}:${limit}:${filterKey(filter)}`;
}

/** Whether a row passes the filter's channel, owner and status, whatever its segments. */
export function matchesBase(row: QueueRow, filter: QueueFilter): boolean {
  if (row.status !== (filter.status ?? 'new')) return false;
  if (filter.channel !== undefined && row.channel !== filter.channel) return false;
  if (filter.owner === undefined) return true;
  return filter.owner === UNOWNED ? row.ownerId === null : row.ownerId === filter.owner;
}

/** Whether a row passes the whole filter. An empty list of segments does not restrict. */
export function matchesFilter(row: QueueRow, filter: QueueFilter): boolean {
  if (!matchesBase(row, filter)) return false;
  const { segments, match } = filter;
  if (segments === undefined || segments.length === 0) return true;
  // A plain loop: this runs for every list at every change. `all` is decided by the first segment
  // that is missing, the others by the first that is there.
  for (const segment of segments) {
    const matches = row.segments.has(segment);
    if (match === 'all' ? !matches : matches) return match !== 'all' && match !== 'none';
  }
  return match === 'all' || match === 'none';
}
