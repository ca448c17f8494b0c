'use client';

import { useQueue } from '@/components/live/use-queue';

const WHOLE_QUEUE = { filter: {}, order: 'priority' } as const;

/** How many queued conversations match each segment (absent: none), and how many there are. */
export type SegmentCounts = { counts: Readonly<Record<string, number>>; total: number };

/** Live counts over the queue; null until the desk has told. */
export function useSegmentCounts(): SegmentCounts | null {
  const { known, segmentCounts, truth } = useQueue(WHOLE_QUEUE, null);
  return known ? { counts: segmentCounts, total: truth.total } : null;
}
