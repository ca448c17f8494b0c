'use client';

import { useEffect, useRef } from 'react';

/** A fast scroll goes past pages that nobody will see: they are not asked for. */
const EVERY_MS = 80;

/** Says which places are on screen: at once, and while they keep changing every so often. */
export function useLook(look: (first: number, last: number) => void, first: number, last: number) {
  const saidAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const say = () => {
      saidAt.current = performance.now();
      look(first, last);
    };
    const waitMs = saidAt.current + EVERY_MS - performance.now();
    if (waitMs <= 0) {
      say();
      return;
    }
    const timer = setTimeout(say, waitMs);
    return () => clearTimeout(timer);
  }, [look, first, last]);
}
