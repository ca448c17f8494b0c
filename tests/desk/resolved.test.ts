import { expect, it } from 'vitest';
import { receiveMessage } from '@/lib/commands/channels/receive-message';
import { setStatus } from '@/lib/commands/conversations/set-status';
import { SYSTEM } from '@/lib/desk/context';
import { readResolved } from '@/lib/desk/reads/resolved';
import { deskOfTest } from './desk-of-test';

const NOON = Date.parse('2026-03-02T12:00:00.000Z');

it('a resolved conversation says when it was last active, last one first', async () => {
  let now = NOON;
  const { desk, callers, close } = await deskOfTest({ clock: () => now });
  const [caller = SYSTEM] = callers;
  const ctx = { desk, caller };
  try {
    for (const externalId of ['early', 'late']) {
      const { receipt } = await receiveMessage({
        ctx: { desk, caller: SYSTEM },
        input: {
          channel: 'api',
          contact: { externalId, attributes: new Map() },
          text: 'Hello',
          externalMessageId: externalId,
          sentAt: null,
        },
      });
      now += 60_000;
      const { conversationId } = receipt;
      await setStatus({ ctx, input: { conversationId, status: 'resolved' } });
    }
    const { entries } = await readResolved(ctx, { offset: 0, limit: 10 });
    expect(
      entries.map(({ contact, lastActivityAt }) => [contact.externalId, lastActivityAt]),
    ).toEqual([
      ['late', '2026-03-02T12:01:00.000Z'],
      ['early', '2026-03-02T12:00:00.000Z'],
    ]);
  } finally {
    await close();
  }
});
