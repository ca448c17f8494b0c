'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { type CountedSegment, inOrder, mostFirst } from './chip-order';

const SETTLE_MS = 5_000;

/**
 * Chips in the order of their counts, which changes every few seconds at most and never under the
 * pointer or the focus: what one is about to press stays where it is.
 */
export function useChipOrder(segments: readonly CountedSegment[], chosen: readonly string[]) {
  const latest = useRef({ segments, chosen });
  const atHand = useRef(false);
  const arrive = () => {
    atHand.current = true;
  };
  const depart = () => {
    atHand.current = false;
  };
  const [order, setOrder] = useState(() => mostFirst(segments, chosen));
  const reasons = `${chosen.join(' ')} ${segments.length} ${segments.some(({ count }) => count > 0)}`;
  const [ordered, setOrdered] = useState(reasons);
  if (ordered !== reasons) {
    setOrdered(reasons);
    setOrder(mostFirst(segments, chosen));
  }
  useEffect(() => {
    latest.current = { segments, chosen };
  }, [segments, chosen]);
  useEffect(() => {
    const timer = setInterval(() => {
      if (atHand.current) return;
      const now = latest.current;
      setOrder(mostFirst(now.segments, now.chosen));
    }, SETTLE_MS);
    return () => clearInterval(timer);
  }, []);
  return {
    chips: useMemo(() => inOrder(segments, order), [segments, order]),
    hands: { onPointerEnter: arrive, onPointerLeave: depart, onFocus: arrive, onBlur: depart },
  };
}
