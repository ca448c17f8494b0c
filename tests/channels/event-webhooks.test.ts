import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EventKind } from '@/lib/desk/endpoint';
import { arrives } from '../api/arrivals';
import { type RunningDesk, type SignedIn, startDesk } from '../running-desk';
import { type Receiver, startReceiver } from './receiver';

let desk: RunningDesk;
let receiver: Receiver;
let agent: SignedIn;
let count = 0;

beforeAll(async () => {
  desk = await startDesk({
    outgoingAllow: ['127.0.0.1'],
    webhooks: { backOff: { firstMs: 10, mostMs: 20 }, restMs: 20, lookEveryMs: 20 },
  });
  agent = await desk.person('agent', 'Sam');
});
afterAll(async () => {
  await desk.close();
  expect(desk.errors).toEqual([]);
});

let endpointId = '';
beforeEach(async () => {
  receiver = await startReceiver();
  count += 1;
});
afterEach(async () => {
  await desk.call('DELETE', `/webhooks/${endpointId}`);
  await receiver.close();
});

async function tellOf(events: EventKind[]): Promise<string> {
  const { body } = await desk.call<{ id: string; secret: string }>('POST', '/webhooks', {
    name: `Audit ${count}`,
    url: receiver.url,
    events,
  });
  endpointId = body.id;
  return body.secret;
}

const until = (check: () => Promise<void> | void) => vi.waitFor(check, { timeout: 15_000 });
const types = () => receiver.received.map(({ json }) => json.type);
const dataOf = (type: string) =>
  receiver.received.filter(({ json }) => json.type === type).map(({ json }) => json.data);
const write = (externalId: string, values: Record<string, unknown>) =>
  desk.call('PATCH', `/contacts/${externalId}/attributes`, { as: 'crm', values });

async function segment(name: string, operand: string): Promise<string> {
  const { body } = await desk.call<{ id: string }>('POST', '/segments', {
    name,
    join: 'all',
    conditions: [{ attribute: 'loyalty_status', operator: 'eq', operand }],
  });
  return body.id;
}

describe('what happens to conversations', () => {
  it('is told in order, signed, with ids and states and nothing that was said', async () => {
    const secret = await tellOf([
      'conversation.opened',
      'conversation.messageReceived',
      'conversation.claimed',
      'conversation.replied',
      'conversation.statusChanged',
    ]);
    const { body } = await arrives(desk, 'e1', { text: 'A secret of mine' });
    const { conversationId, contactId } = body;
    const path = `/conversations/${conversationId}`;
    await desk.call('POST', `${path}/claim`, {}, agent);
    await desk.call('POST', `${path}/notes`, { text: 'Another secret' }, agent);
    await desk.call('POST', `${path}/replies`, { text: 'A third secret' }, agent);
    await desk.call('POST', `${path}/status`, { status: 'resolved' }, agent);
    await until(() =>
      expect(types()).toEqual([
        'conversation.opened',
        'conversation.messageReceived',
        'conversation.claimed',
        'conversation.replied',
        'conversation.statusChanged',
      ]),
    );
    for (const call of receiver.received) receiver.verify(secret, call);
    expect(JSON.stringify(receiver.received)).not.toMatch(/secret of mine|Another|third/);
    const state = {
      waitingSince: expect.stringMatching(/Z$/),
      lastActivityAt: expect.stringMatching(/Z$/),
      returnsAt: null,
    };
    expect(dataOf('conversation.claimed')).toEqual([
      {
        revision: expect.any(Number),
        conversation: {
          id: conversationId,
          channel: 'api',
          status: 'new',
          ownerId: agent.id,
          ...state,
        },
        before: { status: 'new', ownerId: null, ...state },
        contact: { id: contactId, externalId: 'e1' },
        by: { kind: 'person', id: agent.id, name: 'Sam' },
      },
    ]);
    expect(dataOf('conversation.replied')).toMatchObject([
      { conversation: { status: 'pending' }, messageId: expect.any(String) },
    ]);
  });

  it('is told to each endpoint by its own choice, once', async () => {
    await tellOf(['conversation.claimed']);
    const { body } = await arrives(desk, 'e2');
    await desk.call('POST', `/conversations/${body.conversationId}/claim`, {}, agent);
    await arrives(desk, 'e2');
    await desk.call('POST', `/conversations/${body.conversationId}/release`, {}, agent);
    await desk.call('POST', `/conversations/${body.conversationId}/claim`, {}, agent);
    await until(() => expect(types()).toEqual(['conversation.claimed', 'conversation.claimed']));
  });
});

describe('which segments a contact is in', () => {
  const ALL: EventKind[] = ['segment.entered', 'segment.left', 'priority.changed'];

  it('is told when a value changes, with the priority of the open conversation', async () => {
    const gold = await segment(`Gold ${count}`, `gold-${count}`);
    const { body } = await arrives(desk, 's1');
    await tellOf(ALL);
    await desk.call('PUT', `/prioritization/${gold}`);
    await write('s1', { loyalty_status: `gold-${count}` });
    await write('s1', { loyalty_status: 'plain' });
    await until(() =>
      expect(types()).toEqual([
        'segment.entered',
        'priority.changed',
        'segment.left',
        'priority.changed',
      ]),
    );
    const contact = { id: body.contactId, externalId: 's1' };
    const by = { kind: 'token', id: expect.any(String), name: 'test admin' };
    const because = { revision: expect.any(Number), kind: 'contact.attributesChanged', by };
    expect(dataOf('segment.entered')).toEqual([
      {
        segment: { id: gold, name: `Gold ${count}` },
        contact,
        conversationIds: [body.conversationId],
        because,
      },
    ]);
    const conversation = { id: body.conversationId, channel: 'api' };
    expect(dataOf('priority.changed')).toEqual([
      { conversation, contact, priority: { before: 0, after: 1 }, because },
      { conversation, contact, priority: { before: 1, after: 0 }, because },
    ]);
    await desk.call('DELETE', `/prioritization/${gold}`);
  });

  it('is told of a contact who has not written, too', async () => {
    const gold = await segment(`Gold ${count}`, `gold-${count}`);
    await tellOf(ALL);
    await desk.call('PUT', '/contacts/s2', {
      as: 'crm',
      values: { loyalty_status: `gold-${count}` },
    });
    await until(() =>
      expect(dataOf('segment.entered')).toMatchObject([
        { segment: { id: gold }, contact: { externalId: 's2' }, conversationIds: [] },
      ]),
    );
  });

  it('is told of open conversations when a segment, an attribute or the Prioritization list changes', async () => {
    const { body } = await arrives(desk, 's3');
    await write('s3', { loyalty_status: `silver-${count}` });
    await tellOf(ALL);
    const silver = await segment(`Silver ${count}`, `silver-${count}`);
    await until(() => expect(types()).toEqual(['segment.entered']));
    await desk.call('PUT', `/prioritization/${silver}`);
    await until(() => expect(types().at(-1)).toBe('priority.changed'));
    await desk.call('PATCH', '/attributes/loyalty_status', { enabled: false });
    await until(() => expect(types().slice(2)).toEqual(['segment.left', 'priority.changed']));
    await desk.call('PATCH', '/attributes/loyalty_status', { enabled: true });
    await until(() => expect(types().slice(4)).toEqual(['segment.entered', 'priority.changed']));
    await desk.call('DELETE', `/prioritization/${silver}`);
    await desk.call('DELETE', `/segments/${silver}`);
    await until(() => expect(types().slice(6)).toEqual(['priority.changed', 'segment.left']));
    const changes = dataOf('priority.changed').map(({ priority }) => priority);
    expect(changes).toEqual([
      { before: 0, after: 1 },
      { before: 1, after: 0 },
      { before: 0, after: 1 },
      { before: 1, after: 0 },
    ]);
    expect(dataOf('segment.left').at(-1)).toMatchObject({
      segment: { id: silver, name: `Silver ${count}` },
      conversationIds: [body.conversationId],
    });
  });
});
