'use client';

import { useEffect, useRef, useState } from 'react';
import type { FirstWindow, QueueView } from '@/components/live/queue-store';
import { useQueue, viewKey } from '@/components/live/use-queue';

/** How long the last view may stand in for the next one before skeletons do. */
const PATIENCE_MS = 300;

/**
 * The live queue of a view. Just after another view was chosen the last one stays, marked as
 * passing, so that nothing flashes where the desk answers at once.
 */
export function useSettledQueue(view: QueueView, first: FirstWindow | null) {
  const key = viewKey(view);
  const queue = useQueue(view, first);
  const settled = useRef<{ queue: typeof queue; view: QueueView; key: string } | null>(null);
  const [impatient, setImpatient] = useState('');
  const waits = !queue.known && queue.refusal === null;
  useEffect(() => {
    if (!waits) {
      settled.current = { queue, view, key };
      return;
    }
    const timer = setTimeout(() => setImpatient(key), PATIENCE_MS);
    return () => clearTimeout(timer);
  });
  const last = settled.current;
  if (waits && last && impatient !== key && last.queue.refusal === null) {
    const { truth, segmentCounts, known } = last.queue;
    return { ...queue, truth, segmentCounts, known, view: last.view, key: last.key, passing: true };
  }
  return { ...queue, view, key, passing: false };
}
