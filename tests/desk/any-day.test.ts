import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Desk } from '@/lib/desk/desk';
import type { Entry } from '@/lib/desk/entry';
import { Memory } from '@/lib/desk/memory';
import { project } from '@/lib/desk/project';
import { queueEntry } from '@/lib/desk/queue-entry';
import type { HistoryPlace } from '@/lib/desk/store-contacts';
import type { QueueEntry } from '@/lib/desk/wire';
import { QUEUE_ORDERS, type QueueFilter, type ViewSpec } from '@/lib/ranking/filter';
import { type Snapshot, snapshotOf } from '../contract/snapshot-of';
import { deskOfTest } from './desk-of-test';
import { naiveDesk } from './naive-desk';
import { type Step, steps } from './steps';
import { takeStep } from './take-steps';
import { ViewClient } from './view-client';

const STEPS = 250;
const RUNS = 16;
/** So many steps at most are under way at once. */
const AT_ONCE = 4;
const LOOK_EVERY = 25;

const days = fc.array(steps, { minLength: STEPS, maxLength: STEPS });

/** The views that screens hold all day: of every kind of filter, whole and in part. */
function viewsOf(personId: string): ViewSpec[] {
  const filters: QueueFilter[] = [
    {},
    { status: 'pending' },
    { owner: 'unowned' },
    { owner: personId },
    { channel: 'chat' },
    { segments: ['vip'] },
    { segments: ['vip'], match: 'none', channel: 'api' },
  ];
  return filters.flatMap((filter) =>
    QUEUE_ORDERS.flatMap((order) => [
      { filter, order, offset: 0, limit: 3 },
      { filter, order, offset: 2, limit: 4 },
      { filter, order, offset: 0, limit: 200 },
    ]),
  );
}

function shownOf({ contact, owner, reasons: _, segments, ...entry }: QueueEntry) {
  return {
    ...entry,
    name: contact.name,
    owner: owner?.name ?? null,
    segments: segments.map(({ id }) => id).sort(),
  };
}

/** Lives through the steps, some of them at once, and looks at everything now and then. */
async function live(
  desk: Desk,
  day: readonly Step[],
  clients: readonly ViewClient[],
  tick: (step: Step) => void,
): Promise<void> {
  for (let start = 0; start < day.length; ) {
    const first = day[start];
    const count = 1 + ((first?.third ?? 0) % AT_ONCE);
    const together = day.slice(start, start + count);
    for (const step of together) tick(step);
    await Promise.all(together.map((step, place) => takeStep(desk, step, start + place)));
    for (const { verb, first: pick } of together) {
      if (verb === 'flush') flush(desk, clients);
      if (verb !== 'rejoin') continue;
      const { key } = clients[pick % clients.length] ?? { key: '' };
      const message = desk.views.flushOne(key, desk.memory.revision);
      for (const client of clients) if (client.key === key) client.fold(message);
    }
    const looked = Math.floor(start / LOOK_EVERY);
    start += count;
    if (Math.floor(start / LOOK_EVERY) > looked) await expectTruth(desk, clients);
  }
  await expectTruth(desk, clients);
}

function flush(desk: Desk, clients: readonly ViewClient[]): void {
  for (const message of desk.views.flush(desk.memory.revision)) {
    for (const client of clients) if (client.key === message.key) client.fold(message);
  }
}

/** Every list, total and count equals what the rows of the store say at this revision. */
async function expectTruth(desk: Desk, clients: readonly ViewClient[]): Promise<void> {
  flush(desk, clients);
  const snapshot = await snapshotOf(desk.store);
  expect(desk.memory.revision).toBe(snapshot.revision);
  const naive = naiveDesk(snapshot);
  const segments = snapshot.catalogue.segments.map(({ id }) => id);
  const filters: QueueFilter[] = [
    ...segments.map((id) => ({ segments: [id] })),
    { segments, match: 'all' },
    { segments, match: 'none', status: 'pending' },
  ];
  for (const filter of filters) {
    for (const order of QUEUE_ORDERS) {
      expect(desk.memory.queue.window(filter, order, 0, 200)).toEqual(
        naive.queue.window(filter, order, 0, 200),
      );
    }
  }
  for (const { spec, entries, total, counts } of clients) {
    const { filter, order, offset, limit } = spec;
    const truth = naive.queue.window(filter, order, offset, limit);
    expect(entries.map(shownOf)).toEqual(truth.ids.map((id) => naive.shown(id)));
    expect(total).toBe(truth.total);
    expect(counts).toEqual(naive.queue.segmentCounts(filter));
  }
}

/** All that memory derives and holds, in a form to compare. */
function contentOf(memory: Memory) {
  const { queue } = memory;
  return {
    revision: memory.revision,
    epoch: memory.epoch,
    catalogueRevision: memory.catalogueRevision,
    attributes: memory.attributes,
    segments: memory.segments,
    prioritization: memory.prioritization,
    highPriority: new Set(memory.highPriority),
    settings: memory.settings,
    channels: memory.channels,
    people: memory.people,
    conversations: memory.conversations,
    contacts: new Map(
      // The revision of a contact counts only through its rows, which are compared below.
      [...memory.contacts].map(([id, { externalId, values, matches, conversationIds }]) => [
        id,
        {
          externalId,
          values: new Map(values),
          matches: new Set(matches),
          conversationIds: new Set(conversationIds),
        },
      ]),
    ),
    queues: QUEUE_ORDERS.flatMap((order) =>
      (['new', 'pending'] as const).map((status) => queue.window({ status }, order, 0, 1_000)),
    ),
    boomerangs: memory.boomerangsDue(Number.POSITIVE_INFINITY),
    entries: new Map([...memory.conversations.keys()].map((id) => [id, queueEntry(memory, id)])),
  };
}

/** What a desk in memory becomes that knows the journal alone. */
async function folded(desk: Desk, empty: Snapshot, page: number): Promise<Memory> {
  const memory = new Memory(empty);
  for (;;) {
    const entries = await desk.store.entriesAfter(memory.revision, page);
    if (entries.length === 0) return memory;
    project(memory, entries);
  }
}

/** Each contact's history, in pages, is what the journal says of it, and none has it of the forgotten. */
async function expectHistories(desk: Desk, limit: number): Promise<void> {
  const journal = await desk.store.entriesAfter(0, 100_000);
  const ids = new Set(journal.flatMap(({ body }) => ('contactId' in body ? [body.contactId] : [])));
  for (const contactId of ids) {
    const known = await desk.store.contact(contactId);
    const told = journal.filter(
      ({ kind, body }) =>
        'contactId' in body && body.contactId === contactId && HISTORY_KINDS.test(kind),
    );
    const found: Entry[] = [];
    for (let place: HistoryPlace | null = null; ; ) {
      const page = await desk.store.historyOfContact(contactId, { place, limit });
      found.push(...page.entries);
      place = page.next;
      if (place === null) break;
    }
    expect(found).toEqual(known ? told.reverse() : []);
    if (!known) for (const { personal } of told) expect(personal).toBeNull();
  }
}

const HISTORY_KINDS = /^(contact\.created|contact\.attributesChanged|conversation\..*)$/;

describe('after any day at the desk', () => {
  it('every list shown equals the truth at its revision, and loading equals folding', async () => {
    await fc.assert(
      fc.asyncProperty(days, fc.integer({ min: 1, max: 40 }), async (day, page) => {
        let now = Date.UTC(2025, 2, 30, 12);
        const { desk, empty, callers, close } = await deskOfTest({ clock: () => now });
        try {
          const clients = viewsOf(callers[0]?.id ?? '').map((spec) => new ViewClient(desk, spec));
          // Times often tie, and seldom go back.
          await live(desk, day, clients, ({ second, third }) => {
            now += second % 7 === 0 ? -second : second % 3;
            // Now and then long enough for what is Pending to be forgotten.
            if (third % 50 === 0) now += 7_200_000;
          });
          const loaded = contentOf(await Memory.load(desk.store));
          expect(contentOf(desk.memory)).toEqual(loaded);
          expect(contentOf(await folded(desk, empty, page))).toEqual(loaded);
          await expectHistories(desk, page);
        } finally {
          await close();
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});
