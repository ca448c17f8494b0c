import type { QueueEntry } from '@/lib/desk/wire';
import type { Change } from '@/lib/ranking/changes';
import { randomFrom } from './random';

/** Rows that change: those of the first two pages, which a screen at the top of its queue watches. */
export const CHANGING_ROWS = 100;
const PAGE_ROWS = 50;
/** One change in three moves its row within its page; the others only change what it shows. */
const MOVES_EVERY = 3;

/** A change of one page, as the desk tells it. */
export type PageChange = { page: number; change: Change<QueueEntry> };

function rowOf(place: number, revision: number, random: () => number): QueueEntry {
  const priority = Math.floor(random() * 5);
  return {
    conversationId: `conversation-${place}`,
    contact: { externalId: `contact-${place}`, name: `Contact ${place}` },
    channel: 'api',
    status: 'new',
    priority,
    reasons: [],
    segments: Array.from({ length: 4 }, (_, at) => ({
      id: `segment-${at}`,
      name: `Segment ${at}`,
      highPriority: at < priority,
    })),
    waitingSince: new Date(Date.UTC(2030, 0, 1) + place * 1_000).toISOString(),
    returnsAt: null,
    owner: null,
    preview: `Message ${revision} of contact ${place}`,
    revision,
  };
}

/** A queue of so many rows, the same for the same seed. */
export function queueOf(rows: number, seed: number): QueueEntry[] {
  const random = randomFrom(seed);
  return Array.from({ length: rows }, (_, place) => rowOf(place, 1, random));
}

/** An endless run of changes to the queue's first rows, the same for the same seed. */
export function* changesTo(queue: readonly QueueEntry[], seed: number): Generator<PageChange> {
  const random = randomFrom(seed + 1);
  const pages = Array.from({ length: CHANGING_ROWS / PAGE_ROWS }, (_, page) =>
    queue
      .slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS)
      .map(({ conversationId }) => conversationId),
  );
  for (let revision = 2; ; revision += 1) {
    const page = Math.floor(random() * pages.length);
    const ids = pages[page] ?? [];
    const place = Math.floor(random() * ids.length);
    const conversationId = ids[place] ?? '';
    const entry = rowOf(Number(conversationId.split('-')[1]), revision, random);
    if (revision % MOVES_EVERY !== 0) {
      yield { page, change: { op: 'edited', entry } };
      continue;
    }
    const index = Math.floor(random() * ids.length);
    ids.splice(place, 1);
    ids.splice(index, 0, conversationId);
    yield { page, change: { op: 'moved', conversationId, index, entry } };
  }
}
