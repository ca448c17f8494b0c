/** Longer than a hidden tab's slowed timers take to come to the same question. */
const HOLD_MS = 5_000;

/**
 * Whether this tab is the one to tell of it: the first of this browser that asks, and the only one
 * for some seconds. Where browsers have no locks, every tab is.
 */
export function isFirstToTell(id: string): Promise<boolean> {
  // Only where the page is safe from others on the network.
  if (!('locks' in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    void navigator.locks.request(`frontrow:notice:${id}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock && new Promise((release) => setTimeout(release, HOLD_MS));
    });
  });
}
