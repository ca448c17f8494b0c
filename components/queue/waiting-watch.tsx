'use client';

import { useEffect } from 'react';
import { useQueue } from '@/components/live/use-queue';
import { setWaitingCount } from '@/components/shell/waiting-count';
import { PLAIN_VIEW } from './plain-view';

/** Keeps the rail's count of who waits live, for as long as it is on the page. Shows nothing itself. */
export function WaitingWatch() {
  const { truth, known } = useQueue(PLAIN_VIEW, null);
  const waiting = known ? truth.total : null;
  useEffect(() => setWaitingCount(waiting), [waiting]);
  useEffect(() => () => setWaitingCount(null), []);
  return null;
}
