import { afterEach, beforeEach } from 'vitest';
import type { Store } from '@/lib/desk/store';
import { FOUNDATION, keep, NOON } from './facts-of-a-desk';
import type { OpenStore } from './store-contract';

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
