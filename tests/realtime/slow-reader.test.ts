import { afterEach, beforeEach, expect, it } from 'vitest';
import { receiveMessage } from '@/lib/commands/channels/receive-message';
import { toggleHighPriority } from '@/lib/commands/prioritization/set-prioritization';
import { SYSTEM } from '@/lib/desk/context';
import type { QueueChanged, QueueWatched } from '@/lib/realtime/protocol';
import { type RunningDesk, startDesk } from '../running-desk';
import { queueByHttp } from './desk-traffic';
import { QueueFollower, WHOLE_QUEUE } from './queue-follower';
import { RawSocket } from './raw-socket';
import { connected, openSocket } from './socket-client';

const ROWS = 100;
/** Makes a message of half a megabyte, so that few of them fill what the network holds. */
const LONG_NAME = 'n'.repeat(4_000);
const CHANGES = 150;

let desk: RunningDesk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(async () => {
  await desk.close();
  expect(desk.errors).toEqual([]);
});

it('a reader that stops reading gets a snapshot later, never an endless backlog', async () => {
  const ctx = { desk: desk.desk, caller: SYSTEM };
  for (let n = 0; n < ROWS; n += 1) {
    const contact = { externalId: `customer ${n}`, name: LONG_NAME, attributes: new Map() };
    const input = { channel: 'api', contact, text: 'Hello', sentAt: null };
    await receiveMessage({ ctx, input: { ...input, externalMessageId: `message ${n}` } });
  }
  const slow = await RawSocket.open(desk.port, desk.tokens.read);
  const first = await slow.ask<QueueWatched>(1, 'queue:watch', WHOLE_QUEUE);
  expect(first.entries).toHaveLength(ROWS);
  slow.stopReading();

  // A quick reader of one row tells when each change has gone out.
  const client = await connected(openSocket(desk, desk.tokens.read));
  const quick = new QueueFollower(client, { ...WHOLE_QUEUE, limit: 1 });
  for (let n = 0; n < CHANGES; n += 1) {
    await toggleHighPriority({ ctx, input: { segmentId: 'vip', highPriority: n % 2 === 0 } });
    const { revision } = desk.desk.memory;
    await quick.until((held) => held.revision === revision);
  }
  expect(quick.asked).toBe(1);

  slow.readOn();
  const { revision } = desk.desk.memory;
  await slow.packet((packet) => packet.includes(`"to":${revision}`));
  const messages = slow.messages<QueueChanged>('queue:changed');
  expect(messages.length).toBeLessThan(CHANGES);
  // What did arrive is a chain up to the last message, which shows that some are missing.
  const last = messages.pop();
  let held = first.revision;
  for (const { from, to } of messages) {
    expect(from).toBe(held);
    held = to;
  }
  expect(last?.from).toBeGreaterThan(held);
  const again = await slow.ask<QueueWatched>(2, 'queue:watch', WHOLE_QUEUE);
  expect(again).toMatchObject(await queueByHttp(desk, WHOLE_QUEUE));
  expect(again.watchId).toBe(first.watchId);

  client.disconnect();
  slow.close();
});
