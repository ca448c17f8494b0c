'use client';

import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import { canonicalFilter, filterKey } from '@/lib/ranking/filter';
import { useCatalogue } from './catalogue';
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
/** A total that nobody shows ends sooner: views scroll by. */
const TOTAL_REST_MS = 1_000;
/** When to look again whether a view that is to end has had its answer. */
const AWAIT_MS = 500;

type Resting = {
  store: QueueStore;
  /** What is watched of it: the rows of a list, or how many there are. */
  of: 'list' | 'total';
  users: number;
  timer: ReturnType<typeof setTimeout> | null;
};

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

function storeFor(
  key: string,
  view: QueueView,
  first: FirstWindow | null,
  of: Resting['of'] = 'list',
): Resting {
  const kept = stores.get(key);
  if (kept) {
    if (first) kept.store.offer(first);
    return kept;
  }
  const limit = of === 'total' ? 1 : undefined;
  const store = createQueueStore(view, first, deskSocket, undefined, limit);
  const made: Resting = { store, of, users: 0, timer: null };
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
  kept.timer = setTimeout(() => closeStore(key), kept.of === 'list' ? REST_MS : TOTAL_REST_MS);
  const resting = [...stores]
    .filter(([, { users, of }]) => users === 0 && of === 'list')
    .map(([other]) => other);
  for (const other of resting.slice(0, -MOST_RESTING)) closeStore(other);
}

/** One text for one view, so that a view is watched once. */
export function viewKey({ filter, order }: QueueView): string {
  return `${order}:${filterKey(filter)}`;
}

/** Keeps a store live while the component is there. */
function useSubscribe(key: string, kept: Resting | null) {
  return useCallback(
    (listener: () => void) => {
      if (!kept) return () => undefined;
      enter(kept);
      const stop = kept.store.subscribe(listener);
      return () => {
        stop();
        leave(key, kept);
      };
    },
    [key, kept],
  );
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
  // While hydrating, what the server rendered, whatever the shared store knows by then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const served = useMemo(() => firstSnapshot(first), [key]);
  const snapshot = useSyncExternalStore(useSubscribe(key, kept), kept.store.snapshot, () => served);
  return { ...snapshot, look: kept.store.look, retry: kept.store.retry };
}

const UNKNOWN = firstSnapshot(null);

/**
 * How many conversations a view has, live; null until that is known, and while `view` is null. A view
 * that is `listed` on this screen takes it from its list; any other watches one row.
 */
export function useQueueTotal(view: QueueView | null, listed: boolean): number | null {
  const { me } = useCatalogue();
  const of = listed ? 'list' : 'total';
  const asked = view && (listed ? view : forTotal(view, me.id));
  const key = asked ? (listed ? viewKey(asked) : `total ${viewKey(asked)}`) : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all there is in a view
  const kept = useMemo(() => asked && storeFor(key, asked, null, of), [key]);
  const { known, truth } = useSyncExternalStore(
    useSubscribe(key, kept),
    kept ? kept.store.snapshot : () => UNKNOWN,
    () => UNKNOWN,
  );
  // Where it comes from changes when the view is opened and left: the number stays meanwhile.
  const [last, setLast] = useState<number | null>(null);
  if (known && truth.total !== last) setLast(truth.total);
  return known ? truth.total : last;
}

/** One way of asking for each total: two names for one watch would end it twice. */
function forTotal({ filter }: QueueView, myId: string): QueueView {
  const owner = filter.owner === 'mine' ? myId : filter.owner;
  return { filter: { ...canonicalFilter(filter), owner }, order: 'priority' };
}
