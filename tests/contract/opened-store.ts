import { afterEach, beforeEach } from 'vitest';
import type { Clock } from '@/lib/desk/clock';
import type { Store } from '@/lib/desk/store';
import { FOUNDATION, keep, NOON } from './facts-of-a-desk';

/** A store to test: empty, with the clock given; `reopen` closes it and opens what it kept. */
export type OpenStore = (options?: { clock?: Clock }) => Promise<{
  store: Store;
  reopen: () => Promise<Store>;
  close: () => Promise<void>;
}>;

/** Gives every test of a suite a store of its own, with a clock that the test sets. */
export function openedStore(open: OpenStore, { foundation }: { foundation: boolean }) {
  let opened: Awaited<ReturnType<OpenStore>> | null = null;
  const time = { now: NOON };

  beforeEach(async () => {
    time.now = NOON;
    opened = await open({ clock: () => time.now });
    if (foundation) await keep(opened.store, FOUNDATION);
  });
  afterEach(async () => {
    await opened?.close();
  });

  function current() {
    if (!opened) throw new Error('No store is open.');
    return opened;
  }
  return {
    time,
    get store(): Store {
      return current().store;
    },
    reopen: () => current().reopen(),
  };
}
