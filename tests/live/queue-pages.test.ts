import { describe, expect, it } from 'vitest';
import {
  joinPages,
  NO_PAGES,
  pagesInView,
  type QueuePages,
  withChanges,
  withoutPages,
  withWindow,
} from '@/components/live/queue-pages';
import type { QueueEntry } from '@/lib/desk/wire';
import { row, rows } from './queue-rows';

const window = (
  watchId: string,
  entries: QueueEntry[],
  more: { revision?: number; epoch?: string; total?: number } = {},
) => ({
  watchId,
  epoch: more.epoch ?? 'e1',
  revision: more.revision ?? 10,
  entries,
  total: more.total ?? 120,
  segmentCounts: { vip: 3 },
});

const message = (watchId: string, from: number, to: number) => ({
  watchId,
  from,
  to,
  changes: [],
  total: 120,
  segmentCounts: {},
});

const twoPages = (): QueuePages =>
  withWindow(withWindow(NO_PAGES, 0, window('w0', rows(0, 50))), 2, window('w2', rows(100, 120)));

describe('the pages of a queue', () => {
  it('are one list, with gaps where no page is held', () => {
    const truth = joinPages(twoPages());
    expect(truth.total).toBe(120);
    expect(truth.rows.get(49)?.conversationId).toBe('c49');
    expect(truth.rows.has(50)).toBe(false);
    expect(truth.rows.get(100)?.conversationId).toBe('c100');
    expect(truth.places.get('c119')).toBe(119);
  });

  it('fold what changed into the page it is for, and take total and counts from the first', () => {
    const changed = withChanges(twoPages(), 0, {
      watchId: 'w0',
      from: 10,
      to: 12,
      changes: [
        { op: 'left', conversationId: 'c3' },
        { op: 'entered', index: 0, entry: row('new', 12) },
      ],
      total: 119,
      segmentCounts: { vip: 0, french: 2 },
    });
    expect(
      changed?.pages
        .get(0)
        ?.entries.slice(0, 4)
        .map((entry) => entry.conversationId),
    ).toEqual(['new', 'c0', 'c1', 'c2']);
    expect(changed?.pages.get(0)?.revision).toBe(12);
    expect(changed?.total).toBe(119);
    expect(changed?.segmentCounts).toEqual({ french: 2 });
  });

  it('do not take total and counts from a later page', () => {
    const changed = withChanges(twoPages(), 2, {
      ...message('w2', 10, 11),
      total: 7,
      segmentCounts: { vip: 9 },
    });
    expect(changed?.total).toBe(120);
    expect(changed?.segmentCounts).toEqual({ vip: 3 });
  });

  it('refuse a message that does not follow what they hold', () => {
    expect(withChanges(twoPages(), 0, message('w0', 9, 12))).toBeNull();
    expect(withChanges(twoPages(), 1, message('w1', 10, 12))).toBeNull();
  });

  it('refuse a change that does not fit them', () => {
    const changes = [{ op: 'left' as const, conversationId: 'stranger' }];
    expect(withChanges(twoPages(), 0, { ...message('w0', 10, 11), changes })).toBeNull();
  });

  it('are all forgotten when the desk is another one', () => {
    const restored = withWindow(twoPages(), 0, window('w9', rows(0, 5), { epoch: 'e2', total: 5 }));
    expect([...restored.pages.keys()]).toEqual([0]);
    expect(joinPages(restored).total).toBe(5);
  });

  it('show a conversation once while two of them are a message apart', () => {
    const apart = withWindow(
      withWindow(NO_PAGES, 0, window('w0', [row('c50', 12), ...rows(0, 49)], { revision: 12 })),
      1,
      window('w1', rows(50, 100), { revision: 10 }),
    );
    const truth = joinPages(apart);
    expect(truth.places.get('c50')).toBe(0);
    expect(truth.rows.has(50)).toBe(false);
  });

  it('leave a gap where they are let go', () => {
    expect(joinPages(withoutPages(twoPages(), [2])).rows.has(100)).toBe(false);
  });
});

describe('the pages that are watched', () => {
  it('are the first, those in view and one each way', () => {
    expect(pagesInView(510, 521, 10_000, 6)).toEqual([0, 10, 11, 9]);
    expect(pagesInView(0, 11, 61, 6)).toEqual([0, 1]);
    expect(pagesInView(0, 11, 0, 6)).toEqual([0]);
  });

  it('are never more than allowed, and those in view come first', () => {
    expect(pagesInView(0, 999, 10_000, 6)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(pagesInView(500, 9_999, 10_000, 3)).toEqual([0, 10, 11]);
  });

  it('stay within a queue that became shorter', () => {
    expect(pagesInView(900, 911, 61, 6)).toEqual([0, 1]);
  });
});
