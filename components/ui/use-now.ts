'use client';

import { useCallback, useSyncExternalStore } from 'react';

const TICK_MS = 1000;
const listeners = new Set<() => void>();
let now = 0;
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    now = Date.now();
    timer = setInterval(tick, TICK_MS);
    // A tab in the background is slowed down; it must not show old times when it comes back.
    document.addEventListener('visibilitychange', tick);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    document.removeEventListener('visibilitychange', tick);
  };
}

/**
 * The time in milliseconds, in steps of everyMs (at least 1000), from one ticker for the whole page.
 * Null on the server and while hydrating, so that both render the same.
 */
export function useNow(everyMs = TICK_MS): number | null {
  const read = useCallback(() => {
    if (now === 0) now = Date.now();
    return Math.floor(now / everyMs) * everyMs;
  }, [everyMs]);
  return useSyncExternalStore<number | null>(subscribe, read, () => null);
}
