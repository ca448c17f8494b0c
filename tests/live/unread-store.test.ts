import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createUnreadStore, type UnreadStore } from '@/components/live/unread-store';
import { unread, unreadDesk } from './unread-desk';

let desk: Awaited<ReturnType<typeof unreadDesk>>;
let store: UnreadStore;
let told: (string | null)[];
beforeEach(async () => {
  desk = await unreadDesk();
  store = createUnreadStore(() => desk.socket);
  told = [];
});
afterEach(async () => {
  await desk.close();
});

const follow = (conversationId: string | null) =>
  store.subscribe(conversationId, () => told.push(conversationId));
const counts = () => store.all().map(({ conversationId, messages }) => [conversationId, messages]);
const until = (expected: [string, number][]) =>
  vi.waitFor(() => expect(counts()).toEqual(expected));

it('knows what was unread before it asked, what comes, and what was read', async () => {
  desk.put(unread('c1', 2));
  expect(store.isKnown()).toBe(false);
  follow('c1');
  await until([['c1', 2]]);
  expect(store.isKnown()).toBe(true);
  desk.put(unread('c2', 1));
  await until([
    ['c1', 2],
    ['c2', 1],
  ]);
  desk.put(unread('c1', 0), 'seen');
  await until([['c2', 1]]);
  expect(store.unreadIn('c1')).toBeNull();
});

it('tells only the row whose count changes, and whoever follows all', async () => {
  follow('c1');
  follow(null);
  await vi.waitFor(() => expect(store.isKnown()).toBe(true));
  told = [];
  desk.put(unread('c2', 1));
  await until([['c2', 1]]);
  expect(told).toEqual([null]);
  const before = store.all();
  expect(store.all()).toBe(before);
});

it('keeps what it knew while the line is down, and knows the truth once it is back', async () => {
  desk.put(unread('c1', 1));
  follow(null);
  await until([['c1', 1]]);
  desk.socket.io.reconnection(false);
  desk.hangUp();
  await vi.waitFor(() => expect(desk.socket.connected).toBe(false));
  expect(counts()).toEqual([['c1', 1]]);
  desk.put(unread('c1', 0), 'seen');
  desk.put(unread('c2', 3));
  desk.socket.connect();
  await until([['c2', 3]]);
});
