'use client';

import { useEffect } from 'react';
import type { QueueView } from '@/components/live/queue-store';
import { useQueue } from '@/components/live/use-queue';
import { setWaitingCount } from '@/components/shell/waiting-count';

/** The queue without any filter: everyone who waits. */
export const PLAIN_VIEW: QueueView = { filter: { status: 'new' }, order: 'priority' };

/** Keeps the rail's count of who waits live, for as long as it is on the page. Shows nothing itself. */
export function WaitingWatch() {
  const { truth, known } = useQueue(PLAIN_VIEW, null);
  const waiting = known ? truth.total : null;
  useEffect(() => setWaitingCount(waiting), [waiting]);
  useEffect(() => () => setWaitingCount(null), []);
  return null;
}
