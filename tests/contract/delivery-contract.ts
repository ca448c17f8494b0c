import { describe, expect, it } from 'vitest';
import type { Attempt, Endpoint, NewDelivery } from '@/lib/desk/endpoint';
import type { EntryDraft } from '@/lib/desk/entry';
import { bobWrites, contactCreated, keep, NOON } from './facts-of-a-desk';
import type { OpenStore } from './opened-store';
import { openedStore } from './opened-store';

const conflict = expect.objectContaining({ name: 'DeskError', code: 'conflict' });

const HOOK: Endpoint = {
  id: 'hook',
  name: 'Hook',
  url: 'https://a.example/hook',
  channel: null,
  events: ['conversation.opened', 'segment.left'],
  enabled: true,
};
const saved = (before: Endpoint | null, after: Endpoint): EntryDraft => ({
  kind: 'endpoint.saved',
  body: { before, after },
});
const call = (webhookId: string, changes: Partial<NewDelivery> = {}): NewDelivery => ({
  endpointId: HOOK.id,
  webhookId,
  event: 'conversation.opened',
  contactId: 'bob',
  conversationId: 'conversation-bob',
  body: '{"type":"conversation.opened"}',
  ...changes,
});
const tried = (deliveryId: number, changes: Partial<Attempt> = {}): Attempt => ({
  deliveryId,
  state: 'delivered',
  attempts: 1,
  dueAt: NOON,
  triedAt: NOON + 1,
  status: 204,
  problem: null,
  answer: '',
  ...changes,
});
const ALL = { state: null, before: Number.MAX_SAFE_INTEGER, limit: 100 };

/** Whom the desk calls, and what came of it. */
export function describeDeliveries(open: OpenStore): void {
  describe('deliveries', () => {
    const desk = openedStore(open, { foundation: true });

    const derive = (revision: number, deliveries: NewDelivery[]) =>
      desk.store.webhooks.keepDerived({ revision, createdAt: NOON, deliveries });
    const due = async (nowMs = NOON, endpointId = HOOK.id, limit = 100) =>
      (await desk.store.webhooks.due(endpointId, nowMs, limit)).map(({ webhookId }) => webhookId);
    const idOf = async (webhookId: string) => {
      const all = await desk.store.webhooks.deliveries(HOOK.id, ALL);
      return all.find((one) => one.webhookId === webhookId)?.id ?? 0;
    };

    /** Bob has written, and an endpoint is there. */
    async function ready(): Promise<void> {
      await keep(desk.store, bobWrites());
      await keep(desk.store, [contactCreated('carol')]);
      await keep(desk.store, [saved(null, HOOK)]);
    }

    it('have endpoints, by name, each told of what comes after it was made or switched on', async () => {
      const [made] = await keep(desk.store, [saved(null, HOOK)]);
      const since = made?.revision;
      expect(await desk.store.webhooks.endpoints()).toStrictEqual([
        { ...HOOK, since, revision: since },
      ]);
      const other: Endpoint = { ...HOOK, id: 'a', name: 'Aa', channel: 'social', events: [] };
      await keep(desk.store, [saved(null, other)]);
      const names = (await desk.store.webhooks.endpoints()).map(({ name }) => name);
      expect(names).toEqual(['Aa', 'Hook']);
      const renamed = { ...HOOK, name: 'Renamed' };
      const off = { ...renamed, enabled: false };
      await keep(desk.store, [saved(HOOK, renamed)]);
      await keep(desk.store, [saved(renamed, off)]);
      expect(await desk.store.webhooks.endpoint('hook')).toMatchObject({ ...off, since });
      const [on] = await keep(desk.store, [saved(off, renamed)]);
      const again = await desk.reopen();
      expect(await again.webhooks.endpoint('hook')).toStrictEqual({
        ...renamed,
        since: on?.revision,
        revision: on?.revision,
      });
    });

    it('have one endpoint a channel, that two do not change at once', async () => {
      const replies: Endpoint = { ...HOOK, channel: 'social', events: [] };
      const [made] = await keep(desk.store, [saved(null, replies)]);
      await expect(keep(desk.store, [saved(null, { ...replies, id: 'b' })])).rejects.toEqual(
        conflict,
      );
      const seen = { kind: 'endpoint', id: HOOK.id, revision: made?.revision ?? 0 } as const;
      const edits = ['one', 'two'].map((name) =>
        keep(desk.store, [saved(replies, { ...replies, name })], { expect: [seen] }),
      );
      const statuses = (await Promise.allSettled(edits)).map(({ status }) => status);
      expect(statuses).toEqual(['fulfilled', 'rejected']);
    });

    it('are kept with how far the journal was read, once, with no revision', async () => {
      await ready();
      expect(await desk.store.webhooks.derivedThrough()).toBeNull();
      const head = await desk.store.head();
      await derive(7, [call('one'), call('two', { contactId: 'carol', conversationId: null })]);
      await derive(5, [call('one'), call('three')]);
      expect(await desk.store.head()).toEqual(head);
      const again = await desk.reopen();
      expect(await again.webhooks.derivedThrough()).toBe(7);
      const all = await again.webhooks.deliveries(HOOK.id, ALL);
      expect(all.map(({ webhookId }) => webhookId)).toEqual(['three', 'two', 'one']);
      expect(await again.webhooks.delivery(all.at(-1)?.id ?? 0)).toStrictEqual({
        id: all.at(-1)?.id,
        ...call('one'),
        state: 'due',
        attempts: 0,
        dueAt: NOON,
        createdAt: NOON,
        triedAt: null,
        status: null,
        problem: null,
        answer: null,
      });
    });

    it('are not kept for an endpoint or a contact that is gone', async () => {
      await ready();
      await derive(7, [
        call('one', { endpointId: 'gone' }),
        call('two', { contactId: 'gone' }),
        call('three'),
      ]);
      expect(await due()).toEqual(['three']);
      expect(await desk.store.webhooks.derivedThrough()).toBe(7);
    });

    it('are due one after the other for a contact, and at once for several', async () => {
      await ready();
      await keep(desk.store, [saved(null, { ...HOOK, id: 'other' })]);
      await derive(7, [
        call('bob-1'),
        call('bob-2'),
        call('carol-1', { contactId: 'carol' }),
        call('other', { endpointId: 'other' }),
      ]);
      expect(await due()).toEqual(['bob-1', 'carol-1']);
      expect(await due(NOON, 'other')).toEqual(['other']);
      expect(await due(NOON, HOOK.id, 1)).toEqual(['bob-1']);
      expect(await due(NOON - 1)).toEqual([]);
    });

    it('wait behind one that failed, and go once it is over', async () => {
      await ready();
      const names = ['bob-1', 'bob-2', 'bob-3'];
      const carol = call('carol-1', { contactId: 'carol' });
      await derive(7, [...names.map((id) => call(id)), carol]);
      const { webhooks } = desk.store;
      const failed = { state: 'due', dueAt: NOON + 500, status: 500, problem: 'No.' } as const;
      await webhooks.keepAttempt(tried(await idOf('bob-1'), failed));
      expect(await due()).toEqual(['carol-1']);
      expect(await webhooks.delivery(await idOf('bob-3'))).toMatchObject({ dueAt: NOON + 500 });
      expect(await due(NOON + 500)).toEqual(['carol-1', 'bob-1']);
      await webhooks.redeliver(HOOK.id, await idOf('bob-1'), NOON + 100);
      await webhooks.keepAttempt(tried(await idOf('bob-1'), { dueAt: NOON + 100 }));
      expect(await due(NOON + 100)).toEqual(['carol-1', 'bob-2']);
      await webhooks.keepAttempt(tried(await idOf('bob-2'), { state: 'dead', dueAt: NOON + 200 }));
      expect(await due(NOON + 200)).toEqual(['carol-1', 'bob-3']);
    });

    it('go with their endpoint', async () => {
      await ready();
      await derive(7, [call('one')]);
      await keep(desk.store, [{ kind: 'endpoint.deleted', body: { before: HOOK } }]);
      expect(await desk.store.webhooks.deliveries(HOOK.id, ALL)).toEqual([]);
      const again: EntryDraft = { kind: 'endpoint.deleted', body: { before: HOOK } };
      await expect(keep(desk.store, [again])).rejects.toEqual(conflict);
    });

    it('are counted by state, read by state, and made due again', async () => {
      await ready();
      await derive(
        7,
        ['one', 'two', 'three', 'four'].map((id) => call(id)),
      );
      const { webhooks } = desk.store;
      await webhooks.keepAttempt(tried(await idOf('one')));
      await webhooks.keepAttempt(tried(await idOf('two'), { state: 'dead', problem: 'Gone.' }));
      await webhooks.keepAttempt(tried(await idOf('three'), { state: 'due' }));
      expect(await webhooks.counts(HOOK.id)).toEqual({ due: 2, delivered: 1, dead: 1, failing: 1 });
      const dead = await webhooks.deliveries(HOOK.id, { ...ALL, state: 'dead' });
      expect(dead).toMatchObject([{ webhookId: 'two', problem: 'Gone.', triedAt: NOON + 1 }]);
      const page = await webhooks.deliveries(HOOK.id, { ...ALL, before: dead[0]?.id ?? 0 });
      expect(page.map(({ webhookId }) => webhookId)).toEqual(['one']);
      expect(await webhooks.redeliver(HOOK.id, null, NOON)).toBe(true);
      expect(await webhooks.redeliver(HOOK.id, null, NOON)).toBe(false);
      expect(await webhooks.redeliver('other', await idOf('one'), NOON)).toBe(false);
      expect(await webhooks.redeliver(HOOK.id, await idOf('one'), NOON)).toBe(true);
      expect(await webhooks.counts(HOOK.id)).toEqual({ due: 4, delivered: 0, dead: 0, failing: 1 });
      expect(await webhooks.delivery(await idOf('one'))).toMatchObject({ attempts: 0 });
    });

    it('tell which replies of a conversation were tried and have not arrived', async () => {
      await ready();
      const reply = (id: string) => call(id, { event: 'reply.sent' });
      await derive(7, [reply('one'), reply('two'), reply('three'), call('event')]);
      const { webhooks } = desk.store;
      await webhooks.keepAttempt(tried(await idOf('one'), { state: 'dead' }));
      await webhooks.keepAttempt(tried(await idOf('two')));
      await webhooks.keepAttempt(tried(await idOf('event'), { state: 'due' }));
      const unarrived = await webhooks.unarrived('conversation-bob');
      expect(unarrived.map(({ webhookId }) => webhookId)).toEqual(['one']);
      expect(await webhooks.unarrived('conversation-carol')).toEqual([]);
    });

    it('are forgotten after a time, sooner when they were delivered, and never while they are due', async () => {
      await ready();
      await derive(7, [call('one'), call('two'), call('three')]);
      const { webhooks } = desk.store;
      await webhooks.keepAttempt(tried(await idOf('one')));
      await webhooks.keepAttempt(tried(await idOf('two'), { state: 'dead' }));
      await webhooks.forgetDeliveries({ deliveredMs: NOON + 1, deadMs: NOON });
      expect(await webhooks.counts(HOOK.id)).toMatchObject({ due: 1, delivered: 0, dead: 1 });
      await webhooks.forgetDeliveries({ deliveredMs: NOON + 1, deadMs: NOON + 1 });
      expect(await webhooks.counts(HOOK.id)).toMatchObject({ due: 1, delivered: 0, dead: 0 });
    });
  });
}
