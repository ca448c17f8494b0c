import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { receiveMessage } from '@/lib/commands/channels/receive-message';
import { boomerangConversation } from '@/lib/commands/conversations/boomerang-conversation';
import { claimConversation } from '@/lib/commands/conversations/claim-conversation';
import { doWhatIsDue } from '@/lib/commands/conversations/do-what-is-due';
import { replyToConversation } from '@/lib/commands/conversations/reply-to-conversation';
import { setStatus } from '@/lib/commands/conversations/set-status';
import { undoAct } from '@/lib/commands/conversations/undo-act';
import { changeSettings } from '@/lib/commands/settings/change-settings';
import { SYSTEM } from '@/lib/desk/context';
import { readConversation } from '@/lib/desk/reads/conversation';
import { deskOfTest } from '../desk/desk-of-test';

const HOUR_MS = 3_600_000;
const NOON = Date.UTC(2026, 2, 2, 12);

let now: number;
let opened: Awaited<ReturnType<typeof deskOfTest>>;
beforeEach(async () => {
  now = NOON;
  opened = await deskOfTest({ clock: () => now });
});
afterEach(() => opened.close());

const system = () => ({ desk: opened.desk, caller: SYSTEM });
const agent = (n = 0) => {
  const caller = opened.callers[n];
  if (!caller) throw new Error('There is no such agent.');
  return { desk: opened.desk, caller };
};

let messages = 0;
async function customerWrites(externalId: string): Promise<string> {
  messages += 1;
  const { receipt } = await receiveMessage({
    ctx: system(),
    input: {
      channel: 'chat',
      contact: { externalId, attributes: new Map() },
      text: 'Where is my order?',
      externalMessageId: `m${messages}`,
      sentAt: null,
    },
  });
  return receipt.conversationId;
}

const shown = async (conversationId: string) => {
  const { header, trail } = await readConversation(system(), conversationId);
  const { status, waitingSince, returnsAt, owner } = header;
  return { status, waitingSince, returnsAt, owner: owner?.name ?? null, trail };
};
const iso = (ms: number) => new Date(ms).toISOString();
const later = (ms: number) => {
  now += ms;
  return doWhatIsDue(opened.desk);
};

describe('a boomerang', () => {
  test('puts a conversation away, and brings it back to where it stood, with its owner', async () => {
    const conversationId = await customerWrites('lea');
    await claimConversation({ ctx: agent(), input: { conversationId } });
    const returnsAt = now + HOUR_MS;
    const input = { conversationId, returnsAt, note: 'The warehouse calls back.' };
    await boomerangConversation({ ctx: agent(), input });
    expect(await shown(conversationId)).toMatchObject({
      status: 'pending',
      returnsAt: iso(returnsAt),
      owner: 'Agent 0',
    });
    await later(HOUR_MS - 1);
    expect((await shown(conversationId)).status).toBe('pending');
    await later(1);
    const back = await shown(conversationId);
    expect(back).toMatchObject({
      status: 'new',
      waitingSince: iso(NOON),
      returnsAt: null,
      owner: 'Agent 0',
    });
    expect(back.trail.map(({ kind, by, note }) => [kind, by.name, note])).toEqual([
      ['claimed', 'Agent 0', null],
      ['boomeranged', 'Agent 0', 'The warehouse calls back.'],
      ['cameBack', 'Frontrow', null],
    ]);
  });

  test('of an answered conversation waits, once it is back, since it came back', async () => {
    const conversationId = await customerWrites('lea');
    await replyToConversation({ ctx: agent(), input: { conversationId, text: 'On its way.' } });
    const input = { conversationId, returnsAt: now + HOUR_MS };
    await boomerangConversation({ ctx: agent(), input });
    await later(2 * HOUR_MS);
    expect(await shown(conversationId)).toMatchObject({ status: 'new', waitingSince: iso(now) });
  });

  test('ends when the customer writes, when somebody answers, and when somebody says what it is', async () => {
    const away = async (externalId: string) => {
      const conversationId = await customerWrites(externalId);
      const input = { conversationId, returnsAt: now + HOUR_MS };
      await boomerangConversation({ ctx: agent(), input });
      return conversationId;
    };
    const [wrote, answered, made, resolved] = [
      await away('a'),
      await away('b'),
      await away('c'),
      await away('d'),
    ];
    await customerWrites('a');
    await replyToConversation({
      ctx: agent(),
      input: { conversationId: answered, text: 'On its way.' },
    });
    await setStatus({ ctx: agent(), input: { conversationId: made, status: 'new' } });
    await setStatus({ ctx: agent(), input: { conversationId: resolved, status: 'resolved' } });
    await later(2 * HOUR_MS);
    const all = [wrote, answered, made, resolved].map(async (id) => {
      const { status, returnsAt } = await shown(id);
      return [status, returnsAt];
    });
    expect(await Promise.all(all)).toEqual([
      ['new', null],
      ['pending', null],
      ['new', null],
      ['resolved', null],
    ]);
  });

  test('does not come back with the undo of a reply that resolved it', async () => {
    const conversationId = await customerWrites('lea');
    const input = { conversationId, returnsAt: now + HOUR_MS };
    await boomerangConversation({ ctx: agent(), input });
    const reply = { conversationId, text: 'Done.', status: 'resolved' as const };
    await replyToConversation({ ctx: agent(), input: reply });
    await undoAct({ ctx: agent(), input: { conversationId } });
    await later(2 * HOUR_MS);
    expect(await shown(conversationId)).toMatchObject({ status: 'pending', returnsAt: null });
  });

  test('keeps no other waiting that can be brought back', async () => {
    const [broken, sound] = [await customerWrites('a'), await customerWrites('b')];
    for (const conversationId of [broken, sound]) {
      const input = { conversationId, returnsAt: now + HOUR_MS };
      await boomerangConversation({ ctx: agent(), input });
    }
    // A row that memory knows and the store does not.
    const state = opened.desk.memory.conversations.get(broken);
    const contact = opened.desk.memory.contacts.get(state?.contactId ?? '');
    if (!state || !contact) throw new Error('It is not in memory.');
    opened.desk.memory.hold({ ...state, id: 'a stray one' }, contact);
    await expect(later(2 * HOUR_MS)).rejects.toMatchObject({ code: 'not_found' });
    expect((await shown(broken)).status).toBe('new');
    expect((await shown(sound)).status).toBe('new');
  });

  test('survives a restart, and a desk that slept past its time', async () => {
    const conversationId = await customerWrites('lea');
    const input = { conversationId, returnsAt: now + HOUR_MS };
    await boomerangConversation({ ctx: agent(), input });
    now += 30 * HOUR_MS;
    const other = await opened.another();
    await doWhatIsDue(other);
    expect(other.memory.conversations.get(conversationId)?.status).toBe('new');
  });

  test('comes back once, whichever of two desks is quicker', async () => {
    const conversationId = await customerWrites('lea');
    const input = { conversationId, returnsAt: now + HOUR_MS };
    await boomerangConversation({ ctx: agent(), input });
    const other = await opened.another();
    now += HOUR_MS;
    await Promise.all([doWhatIsDue(opened.desk), doWhatIsDue(other)]);
    const { trail } = await readConversation(system(), conversationId);
    expect(trail.map(({ kind }) => kind)).toEqual(['boomeranged', 'cameBack']);
  });

  test('is refused for a moment that is past or over a year away, and for a resolved conversation', async () => {
    const conversationId = await customerWrites('lea');
    const boomerang = (returnsAt: number) =>
      boomerangConversation({ ctx: agent(), input: { conversationId, returnsAt } });
    await expect(boomerang(now)).rejects.toMatchObject({ code: 'invalid', field: 'returnsAt' });
    await expect(boomerang(now + 400 * 24 * HOUR_MS)).rejects.toMatchObject({ code: 'invalid' });
    await setStatus({ ctx: agent(), input: { conversationId, status: 'resolved' } });
    await expect(boomerang(now + 1)).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('a forgotten conversation', () => {
  const forgetAfter = (autoResolveAfterHours: number | null) =>
    changeSettings({ ctx: system(), input: { autoResolveAfterHours } });

  test('is resolved once nothing has happened for as long as an admin said', async () => {
    const silent = await customerWrites('a');
    const waiting = await customerWrites('b');
    const away = await customerWrites('c');
    for (const conversationId of [silent, away]) {
      await replyToConversation({ ctx: agent(), input: { conversationId, text: 'And now?' } });
    }
    const input = { conversationId: away, returnsAt: now + 90 * HOUR_MS };
    await boomerangConversation({ ctx: agent(), input });
    await later(72 * HOUR_MS);
    expect((await shown(silent)).status).toBe('pending');
    await forgetAfter(72);
    await doWhatIsDue(opened.desk);
    expect(await shown(silent)).toMatchObject({ status: 'resolved', owner: null });
    expect((await shown(silent)).trail.at(-1)).toMatchObject({
      kind: 'forgotten',
      by: { kind: 'system', name: 'Frontrow' },
    });
    expect((await shown(waiting)).status).toBe('new');
    expect((await shown(away)).status).toBe('pending');
  });

  test('is not one that was made Pending by hand a moment ago, nor one whose customer waits', async () => {
    await forgetAfter(72);
    const [pended, waiting] = [await customerWrites('a'), await customerWrites('b')];
    await replyToConversation({ ctx: agent(), input: { conversationId: pended, text: 'So?' } });
    await later(60 * HOUR_MS);
    await setStatus({ ctx: agent(), input: { conversationId: pended, status: 'new' } });
    now += 30 * HOUR_MS;
    for (const conversationId of [pended, waiting]) {
      await setStatus({ ctx: agent(), input: { conversationId, status: 'pending' } });
    }
    await later(71 * HOUR_MS);
    expect((await shown(pended)).status).toBe('pending');
    await later(HOUR_MS);
    expect((await shown(pended)).status).toBe('resolved');
    expect(await shown(waiting)).toMatchObject({ status: 'pending', waitingSince: iso(NOON) });
  });

  test('stays when its resolve is undone', async () => {
    await forgetAfter(72);
    const conversationId = await customerWrites('a');
    await replyToConversation({ ctx: agent(), input: { conversationId, text: 'So?' } });
    await later(72 * HOUR_MS);
    await undoAct({ ctx: agent(), input: { conversationId } });
    await later(71 * HOUR_MS);
    expect((await shown(conversationId)).status).toBe('pending');
  });

  test('is judged by whole hours, from one to a year', async () => {
    for (const hours of [0, -1, 1.5, 24 * 365 + 1, Number.NaN]) {
      await expect(forgetAfter(hours)).rejects.toMatchObject({
        code: 'invalid',
        field: 'autoResolveAfterHours',
      });
    }
    await forgetAfter(1);
    expect((await forgetAfter(null)).autoResolveAfterHours).toBeNull();
  });
});
