'use client';

import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let waiting: number | null = null;

/** Tells the rail how many conversations wait; null while nobody knows. */
export function setWaitingCount(count: number | null): void {
  if (count === waiting) return;
  waiting = count;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How many conversations wait, or null while nobody knows. */
export function useWaitingCount(): number | null {
  return useSyncExternalStore(
    subscribe,
    () => waiting,
    () => null,
  );
}
