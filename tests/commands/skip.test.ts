import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { receiveMessage } from '@/lib/commands/channels/receive-message';
import { assignConversation } from '@/lib/commands/conversations/assign-conversation';
import { claimConversation } from '@/lib/commands/conversations/claim-conversation';
import { noteOnConversation } from '@/lib/commands/conversations/note-on-conversation';
import { releaseConversation } from '@/lib/commands/conversations/release-conversation';
import { replyToConversation } from '@/lib/commands/conversations/reply-to-conversation';
import { setStatus } from '@/lib/commands/conversations/set-status';
import { skipConversation } from '@/lib/commands/conversations/skip-conversation';
import { takeNext } from '@/lib/commands/conversations/take-next';
import { undoAct } from '@/lib/commands/conversations/undo-act';
import { type PersonCaller, SYSTEM } from '@/lib/desk/context';
import type { Desk } from '@/lib/desk/desk';
import { isDeskError } from '@/lib/desk/errors';
import { readConversation } from '@/lib/desk/reads/conversation';
import { deskOfTest } from '../desk/desk-of-test';

const CROWD = 50;

let opened: Awaited<ReturnType<typeof deskOfTest>>;
let desk: Desk;
let messages = 0;
beforeEach(async () => {
  opened = await deskOfTest({ people: 3 });
  desk = opened.desk;
});
afterEach(() => opened.close());

const as = (caller: PersonCaller, on = desk) => ({ desk: on, caller });
const system = () => ({ desk, caller: SYSTEM });
function person(n: number): PersonCaller {
  const caller = opened.callers[n];
  if (!caller) throw new Error('There is no such person.');
  return caller;
}

async function customerWrites(externalId: string): Promise<string> {
  messages += 1;
  const { receipt } = await receiveMessage({
    ctx: system(),
    input: {
      channel: 'api',
      contact: { externalId, attributes: new Map() },
      text: 'Hello',
      externalMessageId: `message ${messages}`,
      sentAt: null,
    },
  });
  return receipt.conversationId;
}

/** What Take next gives, or null when nobody waits for this person. */
async function take(caller: PersonCaller, on = desk): Promise<string | null> {
  try {
    return (await takeNext({ ctx: as(caller, on), input: { filter: {} } })).conversationId;
  } catch (thrown) {
    if (isDeskError(thrown) && thrown.code === 'not_found') return null;
    throw thrown;
  }
}

const skip = (caller: PersonCaller, conversationId: string, reason = 'Not my language') =>
  skipConversation({ ctx: as(caller), input: { conversationId, reason } });

describe('a skipped conversation', () => {
  test('stands unowned where it stood, and says who skipped it and why', async () => {
    const first = await customerWrites('first');
    await customerWrites('second');
    const before = desk.memory.conversations.get(first);
    await take(person(0));
    const { revision } = await skip(person(0), first, '  Not <b>my</b> language ');
    expect(desk.memory.queue.first({ owner: 'unowned', status: 'new' }, new Set())).toBe(first);
    expect(desk.memory.conversations.get(first)).toMatchObject({
      status: 'new',
      ownerId: null,
      waitingSince: before?.waitingSince,
    });
    const { trail } = await readConversation(system(), first);
    expect(trail.at(-1)).toMatchObject({
      kind: 'skipped',
      by: { name: person(0).name },
      note: 'Not <b>my</b> language',
    });
    const [entry] = await desk.store.entriesAfter(revision - 1, 1);
    expect(entry).toMatchObject({
      kind: 'conversation.skipped',
      personal: { reason: 'Not <b>my</b> language' },
    });
    expect(JSON.stringify(entry?.body)).not.toContain('language');
  });

  test('comes to a colleague at once, and not to who skipped it', async () => {
    const [first, second] = [await customerWrites('first'), await customerWrites('second')];
    expect(await take(person(0))).toBe(first);
    await skip(person(0), first);
    expect(await take(person(0))).toBe(second);
    expect(await take(person(0))).toBeNull();
    expect(await take(person(1))).toBe(first);
  });

  test('is not handed back and forth by two who both skip it', async () => {
    const only = await customerWrites('only');
    for (const n of [0, 1]) {
      expect(await take(person(n))).toBe(only);
      await skip(person(n), only);
    }
    expect(await take(person(0))).toBeNull();
    expect(await take(person(1))).toBeNull();
    expect(await take(person(2))).toBe(only);
  });

  test('can be taken by hand by who skipped it, and then is theirs to skip again', async () => {
    const only = await customerWrites('only');
    await take(person(0));
    await skip(person(0), only);
    await claimConversation({ ctx: as(person(0)), input: { conversationId: only } });
    expect(desk.memory.skippedBy(person(0).id).size).toBe(0);
    await skip(person(0), only);
    expect(await take(person(0))).toBeNull();
  });

  test('stays skipped through a restart, on another desk, and beside what ends nothing', async () => {
    const only = await customerWrites('only');
    await take(person(0));
    await skip(person(0), only);
    await noteOnConversation({ ctx: as(person(1)), input: { conversationId: only, text: 'Hm' } });
    for (const status of ['pending', 'new'] as const)
      await setStatus({ ctx: as(person(1)), input: { conversationId: only, status } });
    const again = await opened.another();
    expect(await take(person(0), again)).toBeNull();
    expect(await take(person(0))).toBeNull();
    expect(await take(person(1), again)).toBe(only);
  });

  const ends: [string, (conversationId: string) => Promise<unknown>][] = [
    ['the customer writes', () => customerWrites('only')],
    [
      'somebody answers, and the customer writes',
      async (conversationId) => {
        await replyToConversation({ ctx: as(person(1)), input: { conversationId, text: 'Hi' } });
        await releaseConversation({ ctx: as(person(1)), input: { conversationId } });
        await customerWrites('only');
      },
    ],
    [
      'it was given to somebody who released it',
      async (conversationId) => {
        const { id: personId } = person(1);
        await assignConversation({ ctx: system(), input: { conversationId, personId } });
        await releaseConversation({ ctx: as(person(1)), input: { conversationId } });
      },
    ],
    [
      'a colleague took it and released it',
      async (conversationId) => {
        await claimConversation({ ctx: as(person(1)), input: { conversationId } });
        await releaseConversation({ ctx: as(person(1)), input: { conversationId } });
      },
    ],
    [
      'it was resolved and made New again',
      async (conversationId) => {
        for (const status of ['resolved', 'new'] as const)
          await setStatus({ ctx: as(person(1)), input: { conversationId, status } });
      },
    ],
    [
      'the skip is undone and it is released',
      async (conversationId) => {
        await undoAct({ ctx: as(person(0)), input: { conversationId } });
        await releaseConversation({ ctx: as(person(0)), input: { conversationId } });
      },
    ],
  ];
  test.each(ends)('is offered to who skipped it again once %s', async (_, happens) => {
    const only = await customerWrites('only');
    await take(person(0));
    await skip(person(0), only);
    expect(await take(person(0))).toBeNull();
    await happens(only);
    expect(await take(person(0))).toBe(only);
  });

  test('is back with who skipped it when that is undone, unless somebody has it', async () => {
    const only = await customerWrites('only');
    await take(person(0));
    const { revision } = await skip(person(0), only);
    await undoAct({ ctx: as(person(0)), input: { conversationId: only, revision } });
    expect(desk.memory.conversations.get(only)?.ownerId).toBe(person(0).id);
    const second = await skip(person(0), only);
    await take(person(1));
    const input = { conversationId: only, revision: second.revision };
    await expect(undoAct({ ctx: as(person(0)), input })).rejects.toMatchObject({
      code: 'conflict',
      message: `This can no longer be undone: ${person(1).name} has taken it since.`,
    });
  });

  test('was theirs and New, or it is refused', async () => {
    const only = await customerWrites('only');
    await expect(skip(person(0), only)).rejects.toMatchObject({ code: 'conflict' });
    await take(person(0));
    await expect(skip(person(1), only)).rejects.toMatchObject({ code: 'conflict' });
    for (const reason of [' ', 'x'.repeat(201)])
      await expect(skip(person(0), only, reason)).rejects.toMatchObject({ field: 'reason' });
    await setStatus({ ctx: as(person(0)), input: { conversationId: only, status: 'pending' } });
    await expect(skip(person(0), only)).rejects.toMatchObject({ code: 'conflict' });
  });
});

test('fifty who take and skip at once never hold the same one, and nobody is given what they skipped', async () => {
  await opened.close();
  opened = await deskOfTest({ people: CROWD });
  desk = opened.desk;
  for (let n = 0; n < CROWD; n += 1) await customerWrites(`customer ${n}`);
  const holders = new Map<string, string>();
  await Promise.all(
    opened.callers.map(async (caller, n) => {
      const skipped = new Set<string>();
      for (let turn = 0; turn < 4; turn += 1) {
        const id = await take(caller);
        if (id === null) continue;
        expect(holders.get(id)).toBeUndefined();
        expect(skipped.has(id)).toBe(false);
        holders.set(id, caller.id);
        if (turn === 3 || (n + turn) % 3 === 0) return;
        holders.delete(id);
        skipped.add(id);
        await skip(caller, id);
      }
    }),
  );
  for (const [id, owner] of holders) expect(desk.memory.conversations.get(id)?.ownerId).toBe(owner);
  expect(desk.reserved.size).toBe(0);
});
