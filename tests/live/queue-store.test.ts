import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createQueueStore, type QueueStore } from '@/components/live/queue-store';
import { queueDesk } from './queue-desk';
import { row, rows } from './queue-rows';

const VIEW = { filter: {}, order: 'priority' } as const;

describe('a live queue on a screen', () => {
  let desk: Awaited<ReturnType<typeof queueDesk>>;
  let store: QueueStore;

  beforeEach(async () => {
    desk = await queueDesk(rows(0, 120));
    store = createQueueStore(VIEW, null, () => desk.socket, setImmediate);
    store.subscribe(() => undefined);
  });

  afterEach(async () => {
    store.close();
    await desk.close();
  });

  /** What the screen knows of the list, by place, against the desk's list. */
  const expectTruth = () =>
    vi.waitFor(() => {
      const { truth } = store.snapshot();
      const list = desk.list();
      expect(truth.total).toBe(list.length);
      expect(truth.rows.size).toBeGreaterThan(0);
      for (const [place, entry] of truth.rows) expect(entry).toEqual(list[place]);
    });

  it('shows its first page and follows what changes', async () => {
    await expectTruth();
    desk.change([
      row('new', 2),
      ...desk.list().filter(({ conversationId }) => conversationId !== 'c7'),
    ]);
    await expectTruth();
    expect(store.snapshot().truth.places.get('new')).toBe(0);
  });

  it('watches the pages in view and lets the others go', async () => {
    await expectTruth();
    store.look(60, 70);
    await vi.waitFor(() => expect(store.snapshot().truth.rows.size).toBe(120));
    await expectTruth();
    store.look(0, 10);
    await vi.waitFor(() => expect(desk.watchers('w100')).toBe(0));
    expect(desk.watchers('w50')).toBe(1);
    await vi.waitFor(() => expect(store.snapshot().truth.rows.has(100)).toBe(false));
  });

  it('asks again when it missed a message, and shows the truth', async () => {
    await expectTruth();
    desk.changeUnheard(desk.list().toReversed());
    desk.change([...desk.list(), row('last', 3)]);
    await expectTruth();
    expect(desk.watched).toEqual([0, 0]);
  });

  it('keeps its list while the line is down and shows the truth once it is back', async () => {
    await expectTruth();
    desk.hangUp();
    await vi.waitFor(() => expect(desk.socket.connected).toBe(false));
    expect(store.snapshot().truth.rows.size).toBe(50);
    desk.changeUnheard(desk.list().slice(10));
    desk.socket.connect();
    await vi.waitFor(() => expect(store.snapshot().truth.total).toBe(110));
    await expectTruth();
  });

  it('says why the desk refuses, and tries again when asked to', async () => {
    desk.refuse(true);
    store.close();
    store = createQueueStore(VIEW, null, () => desk.socket, setImmediate);
    store.subscribe(() => undefined);
    await vi.waitFor(() =>
      expect(store.snapshot().refusal?.message).toBe('There is no such segment.'),
    );
    desk.refuse(false);
    store.retry();
    await expectTruth();
    expect(store.snapshot().refusal).toBeNull();
  });

  it('awaits the answer to what it asked, and leaves no watch behind once it has it', async () => {
    await expectTruth();
    expect(store.awaits()).toBe(false);
    store.look(60, 70);
    expect(store.awaits()).toBe(true);
    store.rest();
    await vi.waitFor(() => expect(store.awaits()).toBe(false));
    store.close();
    await vi.waitFor(() => {
      for (const watchId of ['w0', 'w50', 'w100']) expect(desk.watchers(watchId)).toBe(0);
    });
  });
});
