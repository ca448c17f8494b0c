'use client';

import { useEffect, useRef, useState } from 'react';
import { type CountedSegment, inOrder } from './chip-order';

const SETTLE_MS = 5_000;

/**
 * Chips in the order of their counts, which changes every few seconds at most and never under the
 * pointer or the focus: what one is about to press stays where it is.
 */
export function useChipOrder(segments: readonly CountedSegment[], chosen: readonly string[]) {
  const latest = useRef(segments);
  const atHand = useRef(false);
  const [order, setOrder] = useState(() => idsOf(segments));
  const reasons = `${chosen.join(' ')} ${segments.length} ${segments.some(({ count }) => count > 0)}`;
  const [ordered, setOrdered] = useState(reasons);
  if (ordered !== reasons) {
    setOrdered(reasons);
    setOrder(idsOf(segments));
  }
  useEffect(() => {
    latest.current = segments;
  }, [segments]);
  useEffect(() => {
    const timer = setInterval(() => {
      if (!atHand.current) setOrder(idsOf(latest.current));
    }, SETTLE_MS);
    return () => clearInterval(timer);
  }, []);
  return {
    chips: inOrder(segments, order),
    hands: {
      onPointerEnter: () => {
        atHand.current = true;
      },
      onPointerLeave: () => {
        atHand.current = false;
      },
    },
  };
}

function idsOf(list: readonly CountedSegment[]): string[] {
  return list.map(({ id }) => id);
}
