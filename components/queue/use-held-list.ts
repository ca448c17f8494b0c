'use client';

import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import {
  type Hold,
  holdInView,
  holdsAll,
  type ShownList,
  showHeld,
  showTruth,
} from '@/components/live/queue-hold';
import type { QueueTruth } from '@/components/live/queue-pages';

/** How long after the last sign of someone at the list it lets go. */
const LINGER_MS = 600;

export type Presence = 'pointer' | 'focus' | 'card';
export type InView = { first: number; last: number };

/**
 * The list as it is shown: still while someone is at it, true when nobody is. The functions it
 * gives stay the same, so that rows need not be drawn again for them.
 */
export function useHeldList(truth: QueueTruth, viewKey: string, inView: () => InView) {
  const [kept, setKept] = useState<{ viewKey: string; hold: Hold } | null>(null);
  const present = useRef(new Set<Presence>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const hold = kept?.viewKey === viewKey ? kept.hold : null;
  const shown: ShownList = useMemo(
    () => (hold ? showHeld(truth, hold) : showTruth(truth)),
    [truth, hold],
  );
  const latest = useRef({ truth, viewKey, hold, total: shown.total });

  /** Holds what is true now, letting in what was held back. */
  const holdAnew = useCallback(() => {
    const { first, last } = inView();
    const next = holdInView(latest.current.truth, first, last);
    setKept(next && { viewKey: latest.current.viewKey, hold: next });
  }, [inView]);

  useLayoutEffect(() => {
    latest.current = { truth, viewKey, hold, total: shown.total };
    // Someone was at the list before it had anything to hold.
    if (!hold && present.current.size > 0 && truth.rows.size > 0) holdAnew();
  }, [truth, viewKey, hold, shown, holdAnew]);

  const apply = useCallback(() => {
    if (present.current.size > 0) holdAnew();
    else setKept(null);
  }, [holdAnew]);

  const arrive = useCallback(
    (presence: Presence) => {
      clearTimeout(timer.current);
      present.current.add(presence);
      if (!latest.current.hold) holdAnew();
    },
    [holdAnew],
  );

  const depart = useCallback((presence: Presence) => {
    if (!present.current.delete(presence) || present.current.size > 0) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setKept(null), LINGER_MS);
  }, []);

  /** After scrolling: what came into view is held as well. */
  const scrolled = useCallback(
    ({ first, last }: InView) => {
      const { hold: now, total } = latest.current;
      if (present.current.size === 0) return;
      if (!now || !holdsAll(now, first, last, total)) holdAnew();
    },
    [holdAnew],
  );

  useEffect(() => () => clearTimeout(timer.current), []);

  return { shown, arrive, depart, apply, scrolled };
}
