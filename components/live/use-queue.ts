'use client';

import { useCallback, useMemo, useSyncExternalStore } from 'react';
import {
  createQueueStore,
  type FirstWindow,
  firstSnapshot,
  type QueueSnapshot,
  type QueueStore,
  type QueueView,
} from './queue-store';
import { deskSocket } from './socket';

/** Views left behind stay live for a moment, so that going back is instant. */
const MOST_RESTING = 3;
const REST_MS = 10_000;
/** When to look again whether a view that is to end has had its answer. */
const AWAIT_MS = 500;

type Resting = { store: QueueStore; users: number; timer: ReturnType<typeof setTimeout> | null };

const stores = new Map<string, Resting>();

function closeStore(key: string) {
  const kept = stores.get(key);
  if (!kept || kept.users > 0) return;
  if (kept.timer) clearTimeout(kept.timer);
  if (kept.store.awaits()) {
    kept.timer = setTimeout(() => closeStore(key), AWAIT_MS);
    return;
  }
  kept.store.close();
  stores.delete(key);
}

function storeFor(key: string, view: QueueView, first: FirstWindow | null): Resting {
  const kept = stores.get(key);
  if (kept) {
    if (first) kept.store.offer(first);
    return kept;
  }
  const made = { store: createQueueStore(view, first, deskSocket), users: 0, timer: null };
  // On the server every rendering has its own: what is remembered there would be everybody's.
  if (typeof window !== 'undefined') stores.set(key, made);
  return made;
}

function enter(kept: Resting) {
  if (kept.timer) clearTimeout(kept.timer);
  kept.timer = null;
  kept.users += 1;
}

function leave(key: string, kept: Resting) {
  kept.users -= 1;
  if (kept.users > 0) return;
  kept.store.rest();
  kept.timer = setTimeout(() => closeStore(key), REST_MS);
  const resting = [...stores].filter(([, { users }]) => users === 0).map(([other]) => other);
  for (const other of resting.slice(0, -MOST_RESTING)) closeStore(other);
}

/** One text for one view, so that a view is watched once. */
export function viewKey({ filter, order }: QueueView): string {
  const { segments, match, channel, owner, status } = filter;
  return JSON.stringify([order, segments, match, channel, owner, status]);
}

/** A live queue: what is true of it now, and how to say which part of it is on screen. */
export function useQueue(
  view: QueueView,
  first: FirstWindow | null,
): QueueSnapshot & Pick<QueueStore, 'look' | 'retry'> {
  const key = viewKey(view);
  // The key says all there is in a view; the server's window counts at the first rendering only.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const kept = useMemo(() => storeFor(key, view, first), [key]);
  const subscribe = useCallback(
    (listener: () => void) => {
      enter(kept);
      const stop = kept.store.subscribe(listener);
      return () => {
        stop();
        leave(key, kept);
      };
    },
    [key, kept],
  );
  // While hydrating, what the server rendered, whatever the shared store knows by then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const served = useMemo(() => firstSnapshot(first), [key]);
  const snapshot = useSyncExternalStore(subscribe, kept.store.snapshot, () => served);
  return { ...snapshot, look: kept.store.look, retry: kept.store.retry };
}
