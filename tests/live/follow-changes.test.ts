import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followChanges } from '@/components/live/follow-changes';
import { queueDesk } from './queue-desk';

let desk: Awaited<ReturnType<typeof queueDesk>>;
let read: ReturnType<typeof vi.fn<() => void>>;
let unfollow: () => void;

beforeEach(async () => {
  desk = await queueDesk([]);
  read = vi.fn<() => void>();
  unfollow = followChanges(desk.socket, 'catalogue:changed', read);
});

afterEach(async () => {
  unfollow();
  await desk.close();
});

it('the catalogue is read when the page connects: it may have changed since the page was made', async () => {
  await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(1));
});

it('the catalogue is read again when somebody changes it', async () => {
  await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(1));
  desk.changeCatalogue();
  await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(2));
});

it('a change of the catalogue that was missed while disconnected is read on reconnecting', async () => {
  await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(1));
  desk.socket.disconnect();
  desk.changeCatalogue();
  desk.socket.connect();
  await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(2));
});

it('a screen that is gone reads nothing more', async () => {
  await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(1));
  unfollow();
  const heard = new Promise<void>((done) => desk.socket.once('catalogue:changed', () => done()));
  desk.changeCatalogue();
  await heard;
  expect(read).toHaveBeenCalledTimes(1);
});
