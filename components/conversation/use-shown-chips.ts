'use client';

import { useEffect, useState } from 'react';
import type { SegmentMark } from '@/lib/desk/wire';
import { changedChips, firstChips, settledChips } from './shown-chips';

/** How long a chip shows that it arrived or left. */
const SHOWN_MS = 1_200;

/** The chips of the header, those that arrive or leave marked for a moment. */
export function useShownChips(segments: SegmentMark[]) {
  const [held, setHeld] = useState(segments);
  const [chips, setChips] = useState(() => firstChips(segments));
  if (held !== segments) {
    setHeld(segments);
    setChips(changedChips(chips, segments));
  }
  useEffect(() => {
    if (chips.every(({ state }) => state === 'here')) return;
    const timer = setTimeout(() => setChips(settledChips), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [chips]);
  return chips;
}
