import { entriesOf } from '@/db/sqlite/journal';
import { openSqliteStore } from '@/db/sqlite/sqlite-store';
import type { Scalar } from '@/lib/attributes/attribute';
import { SYSTEM } from '@/lib/desk/context';
import { Desk } from '@/lib/desk/desk';
import type { CommitRequest } from '@/lib/desk/store';
import type { QueueChanged, QueueWatched, QueueWatchRequest } from '@/lib/realtime/protocol';
import { randomFrom } from './random';

export const CHANGES_A_TICK = 20;
export const WATCHED: QueueWatchRequest = { filter: {}, order: 'priority', offset: 0, limit: 50 };

/** One change in four moves its row; the others only change what it shows. */
const MOVES_EVERY = 4;
const FIRST_TICK_MS = Date.UTC(2030, 0, 1);

export type Ticks = Awaited<ReturnType<typeof openTicks>>;

/**
 * A desk whose changes come in ticks, all in the window that is watched: the same for the same
 * database and seed. Nothing is written, for here only the telling is measured.
 */
export async function openTicks(path: string, seed: number) {
  const random = randomFrom(seed);
  const real = await openSqliteStore({ path });
  let keeps = true;
  let revision = 0;
  const commit = async (request: CommitRequest) => {
    if (keeps) return real.commit(request);
    revision += request.entries.length;
    return entriesOf(request, { revision: revision - request.entries.length + 1, at: tickAt() });
  };
  const desk = await Desk.open({ store: { ...real, commit } });
  const { memory, views } = desk;
  let tick = 0;
  const tickAt = () => FIRST_TICK_MS + tick * 1_000;
  const snapshot = () => views.snapshot(views.open({ order: 'priority', ...WATCHED }));

  /** From now on nothing is written. */
  function start(): void {
    keeps = false;
    revision = memory.revision;
  }

  function requests(): CommitRequest[] {
    tick += 1;
    const shown = snapshot().entries.map(({ conversationId }) => conversationId);
    return Array.from({ length: CHANGES_A_TICK }, (_, turn) => {
      const place = Math.floor(random() * shown.length);
      const [conversationId = ''] = shown.splice(place, 1);
      return turn % MOVES_EVERY === 0
        ? requestOf(conversationId, 'twitter_followers', Math.floor(random() * 100_000))
        : requestOf(conversationId, 'name', `Contact ${Math.floor(random() * 10_000)}`);
    });
  }

  function requestOf(conversationId: string, attribute: string, value: Scalar): CommitRequest {
    const contact = memory.contacts.get(memory.conversations.get(conversationId)?.contactId ?? '');
    if (!contact) throw new Error(`No open conversation ${conversationId}`);
    const before = contact.values.get(attribute) ?? null;
    const after = { value, source: 'channel' as const, setAt: tickAt() };
    return {
      actor: SYSTEM,
      cause: 'writeValues',
      expect: [],
      entries: [
        {
          kind: 'contact.attributesChanged',
          body: { contactId: contact.id, attributes: [attribute], source: 'channel' },
          personal: { changes: [{ attribute, before, after }] },
        },
      ],
    };
  }

  return {
    desk,
    start,
    /** Folds the next tick's changes, all before anything is told. */
    next: () => Promise.all(requests().map((request) => desk.commit(request))),
    /** The window and, tick by tick, its messages: one a change, or one for all. */
    async told(count: number, each: 'change' | 'tick') {
      const key = views.open({ order: 'priority', ...WATCHED });
      const epoch = memory.epoch;
      views.flushOne(key, memory.revision);
      const watched: QueueWatched = { watchId: 'window', epoch, ...views.snapshot(key) };
      const ticks: QueueChanged[][] = [];
      const flushed = () =>
        views
          .flush(memory.revision)
          .map(({ key: _, ...message }) => ({ watchId: 'window', ...message }));
      for (let one = 0; one < count; one += 1) {
        const messages: QueueChanged[] = [];
        for (const request of requests()) {
          await desk.commit(request);
          if (each === 'change') messages.push(...flushed());
        }
        messages.push(...flushed());
        ticks.push(messages);
      }
      return { watched, ticks };
    },
  };
}
