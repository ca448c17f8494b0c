import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CatalogueAt } from '@/lib/channels/webhooks/catalogue-at';
import { JournalTail } from '@/lib/channels/webhooks/journal-tail';
import { MatchEvents } from '@/lib/channels/webhooks/match-events';
import type { Told } from '@/lib/channels/webhooks/told';
import type { Desk } from '@/lib/desk/desk';
import type { Entry } from '@/lib/desk/entry';
import { deskOfTest } from '../desk/desk-of-test';
import { type Step, steps } from '../desk/steps';
import { takeStep } from '../desk/take-steps';
import { line, NaiveMatches } from './naive-matches';

const STEPS = 120;
const RUNS = 5;
const days = fc.array(steps, { minLength: STEPS, maxLength: STEPS });

/** A thing that was told, as the slow twin tells it. */
function lineOf({ event, contactId, conversationId, body }: Told): string {
  const { data } = JSON.parse(body);
  const { because } = data;
  if (event === 'priority.changed')
    return line(
      because,
      'priority',
      String(conversationId),
      `${data.priority.before} ${data.priority.after}`,
    );
  return line(
    because,
    event === 'segment.entered' ? 'entered' : 'left',
    contactId,
    data.segment.id,
  );
}

/** Reads the journal after a revision, as a reader does that comes up now. */
async function readAfter(desk: Desk, revision: number): Promise<string[]> {
  const tail = new JournalTail(desk.store, revision);
  await tail.readThrough(desk.memory.revision);
  const catalogue = new CatalogueAt(desk.memory, tail.entries);
  const matches = new MatchEvents(desk, tail, catalogue);
  const told: Told[] = [];
  for (const entry of [...tail.entries]) told.push(...(await matches.of(entry)));
  return told.map(lineOf);
}

async function lived(
  day: readonly Step[],
  look: (desk: Desk, naive: NaiveMatches, entries: readonly Entry[]) => Promise<void>,
  lookEvery: number,
): Promise<void> {
  let now = Date.UTC(2026, 0, 5, 12);
  const test = await deskOfTest({ clock: () => now });
  try {
    const { desk } = test;
    const naive = new NaiveMatches(desk);
    naive.tell(await desk.store.entriesAfter(0, 1_000));
    let seen: Entry[] = [];
    desk.subscribe((entries) => seen.push(...entries));
    for (const [index, step] of day.entries()) {
      now += step.verb === 'timePasses' ? 3_600_000 : 1_000;
      await takeStep(desk, step, index);
      if ((index + 1) % lookEvery !== 0 && index + 1 < day.length) continue;
      const entries = seen;
      seen = [];
      await look(desk, naive, entries);
    }
  } finally {
    await test.close();
  }
}

describe('who entered and left which segment, and whose priority changed', () => {
  it.each([
    ['after every step', 1],
    ['after a few', 7],
    ['after a whole day', STEPS],
  ])('is what a reader of the whole journal finds, read %s', async (_, lookEvery) => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(days, async (day) => {
        await lived(
          day,
          async (desk, naive, entries) => {
            const [first] = entries;
            const expected = naive.tell(entries);
            const told = first ? await readAfter(desk, first.revision - 1) : [];
            const gone = await forgotten(desk, entries);
            const kept = expected.filter((one) => !gone.some((id) => one.includes(id)));
            count += told.length;
            expect([...told].sort()).toEqual([...kept].sort());
          },
          lookEvery,
        );
      }),
      { numRuns: RUNS },
    );
    expect(count).toBeGreaterThan(RUNS);
  });
});

/** Of contacts who were forgotten meanwhile nothing is told. */
async function forgotten(desk: Desk, entries: readonly Entry[]): Promise<string[]> {
  const ids = entries.flatMap(({ body }) => ('contactId' in body ? [body.contactId] : []));
  const gone: string[] = [];
  for (const id of new Set(ids)) if (!(await desk.store.contact(id))) gone.push(id);
  return gone;
}
