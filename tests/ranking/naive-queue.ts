import type { QueueFilter, QueueOrder, QueueRow } from '@/lib/ranking/filter';

/** The oracle: keeps rows in a Map and computes every answer from scratch, the plainest way. */
export class NaiveQueue {
  readonly rows = new Map<string, QueueRow>();
  floor = 0;

  ranked(filter: QueueFilter, order: QueueOrder): QueueRow[] {
    return [...this.rows.values()]
      .filter((row) => passesBase(row, filter) && passesSegments(row, filter))
      .sort((a, b) => {
        if (order === 'priority' && a.priority !== b.priority) return b.priority - a.priority;
        if (a.rankTimeMs !== b.rankTimeMs) return a.rankTimeMs - b.rankTimeMs;
        return a.conversationId < b.conversationId ? -1 : 1;
      });
  }

  /** Whether no priority would fall below 0; if one would, nothing changes. */
  shiftPriority(segmentId: string, by: 1 | -1): boolean {
    const members = [...this.rows.values()].filter((row) => row.segments.has(segmentId));
    if (members.some((row) => row.priority + by < 0)) return false;
    for (const row of members) {
      this.rows.set(row.conversationId, { ...row, priority: row.priority + by });
    }
    return true;
  }

  window(filter: QueueFilter, order: QueueOrder, offset: number, limit: number) {
    const ids = this.ranked(filter, order).map((row) => row.conversationId);
    return { ids: ids.slice(offset, offset + limit), total: ids.length };
  }

  segmentCounts(filter: QueueFilter): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const row of this.rows.values()) {
      if (!passesBase(row, filter)) continue;
      for (const segment of row.segments) counts[segment] = (counts[segment] ?? 0) + 1;
    }
    return counts;
  }

  ownedBy(): Map<string, number> {
    const owned = new Map<string, number>();
    for (const { ownerId } of this.rows.values()) {
      if (ownerId !== null) owned.set(ownerId, (owned.get(ownerId) ?? 0) + 1);
    }
    return owned;
  }

  placeOf(conversationId: string, filter: QueueFilter, order: QueueOrder): number | null {
    const place = this.ranked(filter, order).findIndex((r) => r.conversationId === conversationId);
    return place < 0 ? null : place + 1;
  }

  first(filter: QueueFilter, skip: ReadonlySet<string>): string | null {
    const row = this.ranked(filter, 'priority').find((r) => !skip.has(r.conversationId));
    return row?.conversationId ?? null;
  }

  /** What a screen should show of a row: everything, so that stale content is seen. */
  shown(conversationId: string) {
    const row = this.rows.get(conversationId);
    if (row === undefined) throw new Error(`${conversationId} is not in the queue`);
    return { ...row, revision: Math.max(row.revision, this.floor) };
  }
}

function passesBase(row: QueueRow, { status, channel, owner }: QueueFilter): boolean {
  const ownerPasses =
    owner === undefined || (owner === 'unowned' ? row.ownerId === null : row.ownerId === owner);
  const channelPasses = channel === undefined || row.channel === channel;
  return row.status === (status ?? 'new') && channelPasses && ownerPasses;
}

function passesSegments(row: QueueRow, { segments = [], match = 'any' }: QueueFilter): boolean {
  if (segments.length === 0) return true;
  const matching = segments.filter((segment) => row.segments.has(segment)).length;
  if (match === 'all') return matching === segments.length;
  return match === 'any' ? matching > 0 : matching === 0;
}
