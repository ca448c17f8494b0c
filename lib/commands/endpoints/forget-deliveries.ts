import type { Desk } from '@/lib/desk/desk';

const DAY_MS = 24 * 3_600_000;
const DELIVERED_FOR_MS = 7 * DAY_MS;
const DEAD_FOR_MS = 30 * DAY_MS;

/** Forgets calls that were made a week ago, and those given up a month ago: their bodies hold what was said. */
export async function forgetDeliveries(desk: Desk): Promise<void> {
  const now = desk.now();
  await desk.store.webhooks.forgetDeliveries({
    deliveredMs: now - DELIVERED_FOR_MS,
    deadMs: now - DEAD_FOR_MS,
  });
}
