import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createOwnPresence } from '@/components/live/own-presence';
import { createPresenceStore, type PresenceStore } from '@/components/live/presence-store';
import { presenceDesk } from './presence-desk';

let desk: Awaited<ReturnType<typeof presenceDesk>>;
let store: PresenceStore;
let told: string[];
beforeEach(async () => {
  desk = await presenceDesk();
  store = createPresenceStore(() => desk.socket);
  told = [];
});
afterEach(async () => {
  await desk.close();
});

const follow = (conversationId: string) =>
  store.subscribe(conversationId, () => told.push(conversationId));
const namesAt = (conversationId: string) => store.peopleAt(conversationId).map(({ name }) => name);
const until = (conversationId: string, names: string[]) =>
  vi.waitFor(() => expect(namesAt(conversationId)).toEqual(names));

it('a row shows who was there before it, who comes and who goes', async () => {
  desk.put('c1', 'Kim');
  follow('c1');
  await until('c1', ['Kim']);
  desk.put('c1', 'Kim', 'Sam');
  await until('c1', ['Kim', 'Sam']);
  desk.put('c1');
  await until('c1', []);
});

it('only the row is told whose people change, and its list stays the same until then', async () => {
  follow('c1');
  follow('c2');
  desk.put('c1', 'Kim');
  await until('c1', ['Kim']);
  const before = store.peopleAt('c1');
  desk.put('c2', 'Sam');
  await until('c2', ['Sam']);
  expect(told).toEqual(['c1', 'c2']);
  expect(store.peopleAt('c1')).toBe(before);
});

it('a row that is gone is told nothing more', async () => {
  const stop = follow('c1');
  follow('c2');
  stop();
  desk.put('c1', 'Kim');
  desk.put('c2', 'Kim');
  await until('c2', ['Kim']);
  expect(told).toEqual(['c2']);
});

it('shows nobody while the line is down, and the truth once it is back', async () => {
  desk.put('c1', 'Kim');
  desk.put('c2', 'Sam');
  follow('c1');
  await until('c1', ['Kim']);
  desk.hangUp();
  await until('c1', []);
  desk.put('c1', 'Lea');
  desk.put('c2');
  desk.socket.connect();
  await until('c1', ['Lea']);
  expect(namesAt('c2')).toEqual([]);
});

it('a screen says where it is, where it goes, and where it is again after the line was down', async () => {
  const own = createOwnPresence(() => desk.socket);
  const leave = own.enter('c1');
  const untilSaid = (...places: (string | null)[]) =>
    vi.waitFor(() => expect(desk.said.map(({ conversationId }) => conversationId)).toEqual(places));
  await untilSaid('c1');
  desk.hangUp();
  await vi.waitFor(() => expect(desk.socket.connected).toBe(false));
  own.typed('c1');
  desk.socket.connect();
  await untilSaid('c1', 'c1');
  leave();
  own.enter('c2');
  await untilSaid('c1', 'c1', null, 'c2');
  own.seen(false);
  own.seen(true);
  await untilSaid('c1', 'c1', null, 'c2', null, 'c2');
  leave();
  expect(desk.said.every(({ typing }) => !typing)).toBe(true);
});

it('typing is told once a second at most, and its end at once', async () => {
  let nowMs = 0;
  const own = createOwnPresence(
    () => desk.socket,
    () => nowMs,
  );
  own.enter('c1');
  await vi.waitFor(() => expect(desk.said).toHaveLength(1));
  for (; nowMs < 2_500; nowMs += 100) own.typed('c1');
  own.typed('another');
  own.rested('c1');
  own.rested('c1');
  own.typed('c1');
  nowMs += 600;
  own.typed('c1');
  await vi.waitFor(() =>
    expect(desk.said.map(({ typing }) => typing)).toEqual([false, true, true, true, false, true]),
  );
});
