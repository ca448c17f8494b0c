import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Draft, NO_DRAFT } from '@/components/live/draft';
import type { DraftStore } from '@/components/live/draft-store';
import { draftDesk } from './draft-desk';

const LATER_MS = 60_000;

let desk: Awaited<ReturnType<typeof draftDesk>>;
let desktop: ReturnType<typeof desk.screen>;
let phone: ReturnType<typeof desk.screen>;
beforeEach(async () => {
  desk = await draftDesk();
  desktop = desk.screen();
  phone = desk.screen();
  await Promise.all([connected(desktop), connected(phone)]);
});
afterEach(async () => {
  await desk.close();
});

const connected = ({ socket }: typeof desktop) =>
  vi.waitFor(() => expect(socket.connected).toBe(true));
const type = ({ store }: { store: DraftStore }, reply: string, changes: Partial<Draft> = {}) => {
  desk.time.nowMs += 1;
  store.write('c1', (now) => ({ ...now, reply, ...changes }));
};
const replyOn = ({ store }: { store: DraftStore }) => store.shown('c1').draft.reply;
const offeredOn = ({ store }: { store: DraftStore }) => store.shown('c1').elsewhere?.reply;
const until = (look: () => unknown, wanted: unknown) =>
  vi.waitFor(() => expect(look()).toEqual(wanted), 5_000);
const keptReply = () => desk.kept('c1')?.reply;

it('what is typed on one screen is on the other, and is not kept at every key', async () => {
  for (const reply of ['D', 'De', 'Dea', 'Dear']) type(desktop, reply);
  await until(() => replyOn(phone), 'Dear');
  expect(desk.asked.map(({ draft }) => draft.reply)).toEqual(['Dear']);
  desk.time.nowMs += LATER_MS;
  type(phone, 'Dear Ann', { note: 'Ask Sam', mode: 'note' });
  await until(() => desktop.store.shown('c1').draft, {
    mode: 'note',
    reply: 'Dear Ann',
    note: 'Ask Sam',
    after: null,
  });
});

it('what is emptied or left is kept at once', async () => {
  type(desktop, 'Dear');
  desktop.store.flush('c1');
  await until(keptReply, 'Dear');
  await until(() => replyOn(phone), 'Dear');
  type(desktop, '');
  expect(desk.asked.at(-1)?.draft).toEqual(NO_DRAFT);
  await until(() => replyOn(phone), '');
  type(phone, 'Bye');
  phone.store.leave();
  expect(keptReply()).toBe('Bye');
});

it('a text in hand is not replaced: what is newer elsewhere is offered, and taken or not', async () => {
  type(desktop, 'From my desk');
  desktop.store.flush('c1');
  await until(() => replyOn(phone), 'From my desk');
  desk.time.nowMs += 1_000;
  type(phone, 'From my phone');
  phone.store.flush('c1');
  await until(() => offeredOn(desktop), 'From my phone');
  expect(replyOn(desktop)).toBe('From my desk');
  type(desktop, 'From my desk, still');
  desktop.store.flush('c1');
  await until(keptReply, 'From my desk, still');
  expect(offeredOn(desktop)).toBe('From my phone');

  desk.time.nowMs += LATER_MS;
  desktop.store.keepOwn('c1');
  desktop.store.flush('c1');
  await until(() => replyOn(phone), 'From my desk, still');
  expect(offeredOn(desktop)).toBeUndefined();

  desk.time.nowMs += 1_000;
  type(phone, 'Newer still');
  phone.store.flush('c1');
  await until(() => offeredOn(desktop), 'Newer still');
  desktop.store.takeElsewhere('c1');
  expect(replyOn(desktop)).toBe('Newer still');
  await until(() => offeredOn(desktop), undefined);
  await until(keptReply, 'Newer still');
});

it('a screen where nobody has typed for a while follows the other', async () => {
  type(desktop, 'First');
  desktop.store.flush('c1');
  await until(() => replyOn(phone), 'First');
  desk.time.nowMs += LATER_MS;
  type(phone, 'Second');
  await until(() => replyOn(desktop), 'Second');
  expect(offeredOn(desktop)).toBeUndefined();
});

it('what was typed while the desk was out of reach is kept later, unless something newer was', async () => {
  desk.fail();
  type(desktop, 'In the tunnel');
  desktop.store.flush('c1');
  await until(() => desk.asked.length, 1);
  desk.recover();
  await until(keptReply, 'In the tunnel');

  desk.fail();
  type(desktop, 'In the second tunnel');
  desktop.store.flush('c1');
  await until(() => desk.asked.at(-1)?.draft.reply, 'In the second tunnel');
  desk.time.nowMs += LATER_MS;
  desk.recover();
  desk.tell(false);
  type(phone, 'At the station');
  phone.store.flush('c1');
  await until(keptReply, 'At the station');
  await until(() => offeredOn(desktop), 'At the station');
  expect(replyOn(desktop)).toBe('In the second tunnel');
  expect(keptReply()).toBe('At the station');
});

it('what was cleared while a screen was cut off is gone from it once it is back', async () => {
  type(desktop, 'Hello');
  desktop.store.flush('c1');
  await until(() => replyOn(phone), 'Hello');
  desk.time.nowMs += LATER_MS;
  phone.socket.disconnect();
  type(desktop, '');
  await until(keptReply, '');
  expect(replyOn(phone)).toBe('Hello');
  phone.socket.connect();
  await until(() => replyOn(phone), '');
});

it('what is typed while the text before it is on a slow way is the later one', async () => {
  const release = desk.hold();
  type(desktop, 'One');
  desktop.store.flush('c1');
  desk.time.nowMs += 500;
  type(desktop, 'One two');
  desk.time.nowMs += 500;
  release();
  await until(keptReply, 'One');
  desk.time.nowMs += 100;
  await until(keptReply, 'One two');
  await until(() => replyOn(phone), 'One two');
  expect(offeredOn(desktop)).toBeUndefined();
});

it('a refusal is said, and the text stays', async () => {
  desk.refuse('You have 200 drafts.');
  type(desktop, 'Hello');
  await until(() => desktop.store.shown('c1').problem, 'You have 200 drafts.');
  expect(replyOn(desktop)).toBe('Hello');
  desk.recover();
  type(desktop, 'Hello again');
  expect(desktop.store.shown('c1').problem).toBeNull();
  await until(keptReply, 'Hello again');
});

it('a text too long to be sent waits until it fits', async () => {
  type(desktop, 'x'.repeat(20_001));
  desktop.store.flush('c1');
  desktop.store.leave();
  expect(desk.asked).toEqual([]);
  type(desktop, 'x');
  await until(keptReply, 'x');
});

it('what a page was rendered with is there at once, and never in place of something newer', async () => {
  const rendered = { conversationId: 'c1', ...NO_DRAFT, reply: 'Old', writtenAt: '1970-01-01' };
  const fresh = desk.screen();
  fresh.store.seed(rendered);
  expect(replyOn(fresh)).toBe('Old');
  type(desktop, 'New');
  await until(() => replyOn(fresh), 'New');
  fresh.store.seed(rendered);
  expect(replyOn(fresh)).toBe('New');
});
