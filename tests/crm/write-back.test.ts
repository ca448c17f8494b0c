import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { arrives } from '../api/arrivals';
import { type Receiver, startReceiver } from '../channels/receiver';
import { type RunningDesk, type SignedIn, startDesk } from '../running-desk';
import { crmOfTheirs, says } from './crm-of-theirs';

/** As long as a machine with much to do may take, in milliseconds. */
const PATIENT = 20_000;

let crm: Awaited<ReturnType<typeof crmOfTheirs>>;
let receiver: Receiver;
let desk: RunningDesk;
let agent: SignedIn;
let secret: string;

beforeEach(async () => {
  crm = await crmOfTheirs(says({ loyalty: { tier: 'Gold' }, name: 'Ann of the CRM' }));
  receiver = await startReceiver();
  desk = await startDesk({
    outgoingAllow: ['127.0.0.1'],
    webhooks: { backOff: { firstMs: 10, mostMs: 20 }, restMs: 20, lookEveryMs: 20 },
  });
  agent = await desk.person('agent', 'Sam');
  await crm.connect(desk);
  const endpoint = { name: 'CRM', url: receiver.url, events: ['contact.valuesEntered'] };
  secret = (await desk.call<{ secret: string }>('POST', '/webhooks', endpoint)).body.secret;
});
afterEach(async () => {
  await desk.close();
  await receiver.close();
  await crm.close();
  expect(desk.errors).toEqual([]);
});

const until = (check: () => void) => vi.waitFor(check, PATIENT);
const told = () => receiver.received.map(({ json }) => json.data.values);

/** Ann has written, and the CRM has filled in what it manages. */
async function annWhomTheCrmKnows() {
  const { body } = await arrives(desk, 'ann');
  await vi.waitFor(async () => {
    const standing = await desk.desk.store.crmStanding(body.contactId);
    expect(standing?.lookup?.isKnown).toBe(true);
  }, PATIENT);
  const path = `/conversations/${body.conversationId}/attributes`;
  return {
    contactId: body.contactId,
    enters: (values: Record<string, unknown>) => desk.call('PATCH', path, { values }, agent),
  };
}

describe('the CRM is told', () => {
  test('of what agents enter by hand, signed, with the key it knows the contact by', async () => {
    const ann = await annWhomTheCrmKnows();
    await ann.enters({ vip: true, phone: '+32 2 555 01 02' });
    await ann.enters({ phone: null });
    await until(() => expect(receiver.received).toHaveLength(2));
    const [first] = receiver.received;
    if (!first) throw new Error('Nothing was told.');
    receiver.verify(secret, first);
    expect(first.json).toEqual({
      type: 'contact.valuesEntered',
      timestamp: expect.stringMatching(/Z$/),
      data: {
        revision: expect.any(Number),
        contact: { id: ann.contactId, externalId: 'ann' },
        key: 'ann',
        values: { vip: true, phone: '+32 2 555 01 02' },
        by: { kind: 'person', id: agent.id, name: 'Sam' },
      },
    });
    expect(told()).toEqual([{ vip: true, phone: '+32 2 555 01 02' }, { phone: null }]);
  });

  test('nothing of what it said itself, nor of what a channel said', async () => {
    const ann = await annWhomTheCrmKnows();
    await desk.call('PATCH', '/contacts/ann/attributes', {
      as: 'crm',
      values: { loyalty_status: 'Platinum' },
    });
    await arrives(desk, 'ann', { attributes: { page_url: 'https://shop.example/cart' } });
    await ann.enters({ vip: true });
    await until(() => expect(told()).toEqual([{ vip: true }]));
  });

  test('of each change once it answers again, in their order', async () => {
    receiver.answers(503);
    const ann = await annWhomTheCrmKnows();
    await ann.enters({ country: 'Belgium' });
    await ann.enters({ country: 'France' });
    await ann.enters({ country: 'Spain' });
    await until(() => expect(receiver.received.length).toBeGreaterThan(2));
    expect(new Set(told().map((values) => JSON.stringify(values)))).toEqual(
      new Set(['{"country":"Belgium"}']),
    );
    receiver.received.length = 0;
    receiver.answers(204);
    await until(() =>
      expect(told().slice(-2)).toEqual([{ country: 'France' }, { country: 'Spain' }]),
    );
  });
});
