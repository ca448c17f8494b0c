import { expect } from 'vitest';
import type { Desk } from '@/lib/desk/desk';
import type { QueueEntry } from '@/lib/desk/wire';
import { applyChanges, applyCounts } from '@/lib/ranking/changes';
import type { ViewSpec } from '@/lib/ranking/filter';

type Message = ReturnType<Desk['views']['flushOne']>;

/** A screen: holds one view, knowing only what it was told. */
export class ViewClient {
  readonly key: string;
  entries: QueueEntry[] = [];
  total = 0;
  counts: Record<string, number> = {};
  private revision = -1;

  constructor(
    private readonly desk: Desk,
    readonly spec: ViewSpec,
  ) {
    this.key = desk.views.open(spec);
    this.join();
  }

  join(): void {
    this.desk.views.flushOne(this.key, this.desk.memory.revision);
    const snapshot = this.desk.views.snapshot(this.key);
    this.entries = snapshot.entries;
    this.total = snapshot.total;
    this.counts = snapshot.segmentCounts;
    this.revision = snapshot.revision;
  }

  fold(message: Message): void {
    expect(message.from).toBe(this.revision);
    this.entries = applyChanges(this.entries, message.changes);
    this.total = message.total;
    this.counts = applyCounts(this.counts, message.segmentCounts);
    this.revision = message.to;
  }
}
