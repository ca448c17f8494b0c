import { Desk } from '@/lib/desk/desk';
import { conflict } from '@/lib/desk/errors';
import { layFoundation } from '@/lib/desk/foundation';
import { seedCatalogue } from './seed-catalogue';
import { stepsOf } from './seed-conversations';
import { demoPlans } from './seed-plans';
import { randomFrom } from './seed-random';
import { openSqliteStore } from './sqlite/sqlite-store';

/** Changes whenever what is sown changes, so that a demo kept from before is sown anew. */
export const DEMO_SEED_VERSION = 4;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const FOUNDED_BEFORE_MS = 40 * DAY;

export type SeedOptions = {
  /** Of a migrated database in which nobody works yet. */
  path: string;
  /** The moment the demo leads up to, in milliseconds. */
  nowMs?: number;
  /** The same seed makes the same desk, but for ids. */
  seed?: number;
};

/**
 * Makes a realistic demo desk, in seconds, through the same commands that everybody uses, on a
 * clock that walks up to `nowMs`, so that waiting times and history are real. Rejects with a
 * `conflict` when there are people already, or when the desk was founded too lately for the demo's
 * past to fit in.
 */
export async function seedDemoDesk({
  path,
  nowMs = Date.now(),
  seed = 7,
}: SeedOptions): Promise<void> {
  let clockMs = nowMs - FOUNDED_BEFORE_MS;
  const clock = () => clockMs;
  const tick = () => {
    clockMs += MINUTE;
  };
  const store = await openSqliteStore({ path, clock });
  const desk = await Desk.open({ store, clock });
  try {
    if (desk.memory.people.size > 0)
      throw conflict('People work on this desk already; the demo needs a desk of its own.');
    const { revision } = desk.memory;
    const [last] = revision === 0 ? [] : await store.entriesAfter(revision - 1, 1);
    if (last && last.at > clockMs)
      throw conflict('This desk has entries already; the demo needs a fresh database.');
    await layFoundation(desk);
    const callers = await seedCatalogue(desk, tick);
    const random = randomFrom(seed);
    const steps = demoPlans(random).flatMap((plan) =>
      stepsOf(plan, { desk, callers, nowMs, random }),
    );
    for (const step of steps.sort((a, b) => a.at - b.at)) {
      clockMs = step.at;
      await step.run();
    }
  } finally {
    await desk.close();
  }
}
