import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { receiveMessage } from '@/lib/commands/channels/receive-message';
import { writeValues } from '@/lib/commands/contacts/write-values';
import {
  setPrioritization,
  toggleHighPriority,
} from '@/lib/commands/prioritization/set-prioritization';
import { saveSegment } from '@/lib/commands/segments/save-segment';
import { SYSTEM } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import type { Desk } from '@/lib/desk/desk';
import type { Entry } from '@/lib/desk/entry';
import { DESK_NAMESPACE } from '@/lib/desk/facts';
import { deskOfTest } from './desk-of-test';

describe('two processes on one database', () => {
  let opened: Awaited<ReturnType<typeof deskOfTest>>;
  let here: Desk;
  let there: Desk;
  beforeEach(async () => {
    opened = await deskOfTest();
    here = opened.desk;
    there = await opened.another();
  });
  afterEach(() => opened.close());

  async function message(desk: Desk, externalId: string, externalMessageId: string = externalId) {
    const contact = { externalId, attributes: new Map() };
    const input = { channel: 'api', contact, text: 'Hello', externalMessageId, sentAt: null };
    return receiveMessage({ ctx: { desk, caller: SYSTEM }, input });
  }

  it('see what the other has written when they look', async () => {
    const { receipt } = await message(there, 'ann');
    expect(here.memory.conversations.size).toBe(0);
    await here.lookForForeignEntries();
    expect([...here.memory.conversations.keys()]).toEqual([receipt.conversationId]);
    expect(here.memory.revision).toBe(there.memory.revision);
  });

  it('fold what the other has written before what they write themselves, each entry once', async () => {
    const heard: number[] = [];
    const from = here.memory.revision;
    here.subscribe((entries: readonly Entry[]) => {
      heard.push(...entries.map(({ revision }) => revision));
    });
    await message(there, 'ann');
    await message(there, 'bob');
    await message(here, 'carol');
    expect(here.memory.conversations.size).toBe(3);
    const expected = Array.from(
      { length: here.memory.revision - from },
      (_, place) => from + place + 1,
    );
    expect(heard).toEqual(expected);
  });

  it('keep everything when both write to the same contacts at once', async () => {
    await message(here, 'ann');
    await there.lookForForeignEntries();
    const values = ['name', 'country', 'language', 'email', 'phone'];
    await Promise.all(
      values.map((key, place) =>
        writeValues({
          ctx: { desk: place % 2 ? here : there, caller: SYSTEM },
          input: {
            contact: { namespace: DESK_NAMESPACE, externalId: 'ann' },
            as: 'agent',
            values: new Map([[key, `${key}@desk.example`]]),
          },
        }),
      ),
    );
    for (const desk of [here, there]) {
      await desk.lookForForeignEntries();
      const [ann] = desk.memory.contacts.values();
      expect([...(ann?.values ?? [])].map(([key]) => key).sort()).toEqual([...values].sort());
    }
  });

  it('answer the same message once, whichever of them it reaches', async () => {
    const answers = await Promise.all([message(here, 'ann'), message(there, 'ann')]);
    expect(answers[0].receipt).toEqual(answers[1].receipt);
    expect(answers.map(({ first }) => first).sort()).toEqual([false, true]);
  });

  it('decide again when the other was quicker, unless that is the answer', async () => {
    const caller = SYSTEM;
    const expected = here.memory.prioritization.revision;
    await toggleHighPriority({
      ctx: { desk: there, caller },
      input: { segmentId: 'vip', highPriority: true },
    });
    const conditions = [{ attribute: 'country', operator: 'eq' as const, operand: 'Belgium' }];
    const { id } = await saveSegment({
      ctx: { desk: here, caller },
      input: { name: 'Belgians', conditions },
    });
    expect(here.memory.segments.has(id)).toBe(true);
    expect(new Set(here.memory.highPriority)).toEqual(new Set(['vip']));
    await expect(
      setPrioritization({
        ctx: { desk: here, caller },
        input: { segmentIds: [], expect: expected },
      }),
    ).rejects.toMatchObject({ code: 'conflict', field: 'expect' });
  });

  it('give up on a decision that conflicts five times', async () => {
    let attempts = 0;
    const decided = decide({ desk: here, caller: SYSTEM }, 'test', async () => {
      attempts += 1;
      return {
        expect: [{ kind: 'catalogue', revision: 0 }],
        entries: [
          {
            kind: 'channel.created',
            body: { after: { key: 'fax', label: 'Fax' } },
          },
        ],
        answer: () => undefined,
      };
    });
    await expect(decided).rejects.toMatchObject({ code: 'conflict' });
    expect(attempts).toBe(5);
    expect(here.memory.channels.has('fax')).toBe(false);
  });
});
