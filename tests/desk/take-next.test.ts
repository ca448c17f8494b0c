import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { receiveMessage } from '@/lib/commands/channels/receive-message';
import { claimConversation } from '@/lib/commands/conversations/claim-conversation';
import { takeNext } from '@/lib/commands/conversations/take-next';
import { type PersonCaller, SYSTEM } from '@/lib/desk/context';
import type { Desk } from '@/lib/desk/desk';
import { deskOfTest } from './desk-of-test';

const CROWD = 50;

describe('taking the next conversation', () => {
  let opened: Awaited<ReturnType<typeof deskOfTest>>;
  let desk: Desk;
  beforeEach(async () => {
    opened = await deskOfTest({ people: CROWD });
    desk = opened.desk;
  });
  afterEach(() => opened.close());

  async function customersWait(count: number): Promise<string[]> {
    const ids: string[] = [];
    for (let n = 0; n < count; n += 1) {
      const { receipt } = await receiveMessage({
        ctx: { desk, caller: SYSTEM },
        input: {
          channel: 'api',
          contact: { externalId: `customer ${n}`, attributes: new Map() },
          text: 'Hello',
          externalMessageId: `message ${n}`,
          sentAt: null,
        },
      });
      ids.push(receipt.conversationId);
    }
    return ids;
  }

  const take = (caller: PersonCaller) => takeNext({ ctx: { desk, caller }, input: { filter: {} } });

  it('gives fifty who ask at once one conversation each', async () => {
    const waiting = await customersWait(CROWD);
    const taken = await Promise.all(opened.callers.map(take));
    expect(taken.map(({ conversationId }) => conversationId).sort()).toEqual(waiting.sort());
    const owners = [...desk.memory.conversations.values()].map(({ ownerId }) => ownerId);
    expect(new Set(owners).size).toBe(CROWD);
    expect(desk.reserved.size).toBe(0);
  });

  it('tells those for whom nobody waits, and takes nothing twice', async () => {
    await customersWait(3);
    const asked = await Promise.allSettled(opened.callers.map(take));
    const refused = asked.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(CROWD - 3);
    for (const answer of refused) {
      expect(answer).toMatchObject({
        reason: { code: 'not_found', message: 'Nobody is waiting.' },
      });
    }
    const taken = asked.flatMap((answer) => {
      return answer.status === 'fulfilled' ? answer.value.conversationId : [];
    });
    expect(new Set(taken).size).toBe(3);
  });

  it('has one winner when fifty claim the same conversation, and says who', async () => {
    const [conversationId = ''] = await customersWait(1);
    const claims = await Promise.allSettled(
      opened.callers.map((caller) =>
        claimConversation({ ctx: { desk, caller }, input: { conversationId } }),
      ),
    );
    const winner = claims.findIndex(({ status }) => status === 'fulfilled');
    const lost = claims.filter(({ status }) => status === 'rejected');
    expect(lost).toHaveLength(CROWD - 1);
    for (const answer of lost) {
      expect(answer).toMatchObject({
        reason: {
          code: 'conflict',
          message: `${opened.callers[winner]?.name} has taken this conversation already.`,
        },
      });
    }
    expect(desk.memory.conversations.get(conversationId)?.ownerId).toBe(opened.callers[winner]?.id);
  });

  it('goes on to the next one when another process has just claimed the first', async () => {
    const [first = '', second = ''] = await customersWait(2);
    const other = await opened.another();
    const [ada, ben] = opened.callers;
    if (!ada || !ben) throw new Error('Two people are needed');
    await claimConversation({
      ctx: { desk: other, caller: ada },
      input: { conversationId: first },
    });
    expect(desk.memory.queue.get(first)?.ownerId).toBeNull();
    expect(await take(ben)).toMatchObject({ conversationId: second });
    expect(desk.memory.queue.get(first)?.ownerId).toBe(ada.id);
  });
});
