import { afterEach, beforeEach, expect, it } from 'vitest';
import { type As, type RunningDesk, startDesk } from '../running-desk';
import { customerWrites, write } from './desk-traffic';
import { type Client, connected, next, openSocket } from './socket-client';

let desk: RunningDesk;
const clients: Client[] = [];

beforeEach(async () => {
  desk = await startDesk();
});

afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect();
  await desk.close();
  expect(desk.errors).toEqual([]);
});

async function screenOf(as: As) {
  const client = await connected(openSocket(desk, as));
  clients.push(client);
  const heard: string[] = [];
  client.on('contact:changed', ({ contactId }) => heard.push(contactId));
  return { client, heard };
}

async function contactOf(externalId: string): Promise<string> {
  const conversationId = await customerWrites(desk, externalId);
  const conversation = await desk.desk.store.conversation(conversationId);
  return conversation?.contactId ?? '';
}

it('who looks at a contact is told that it changed, and who looks at another is not', async () => {
  const [bob, carol] = [await contactOf('bob'), await contactOf('carol')];
  const onBob = [await screenOf(await desk.person('agent')), await screenOf(desk.tokens.read)];
  const onCarol = await screenOf(await desk.person('agent'));
  for (const { client } of onBob)
    expect(await client.emitWithAck('contact:watch', { contactId: bob })).toEqual({});
  expect(await onCarol.client.emitWithAck('contact:watch', { contactId: carol })).toEqual({});

  const told = () => Promise.all(onBob.map(({ client }) => next(client, 'contact:changed')));
  const valuesChanged = told();
  await write(desk, 'bob', { country: 'Belgium' });
  await valuesChanged;
  const wroteAgain = told();
  await customerWrites(desk, 'bob', 'Hello again');
  await wroteAgain;

  // What comes after it would have come after that, too.
  const carols = next(onCarol.client, 'contact:changed');
  await write(desk, 'carol', { country: 'France' });
  await carols;
  expect(onCarol.heard).toEqual([carol]);
});

it('everybody who looks at a contact is told of another catalogue, and nobody who has left', async () => {
  const bob = await contactOf('bob');
  const [stays, leaves] = [await screenOf(desk.tokens.read), await screenOf(desk.tokens.read)];
  for (const { client } of [stays, leaves])
    await client.emitWithAck('contact:watch', { contactId: bob });
  expect(await leaves.client.emitWithAck('contact:unwatch', { contactId: bob })).toEqual({});
  const told = next(stays.client, 'contact:changed');
  await desk.call('PUT', '/prioritization/vip');
  await told;
  expect(leaves.heard).toEqual([]);
  const twice = await leaves.client.emitWithAck('contact:unwatch', { contactId: bob });
  expect(twice).toMatchObject({ error: { code: 'not_found', field: 'contactId' } });
});

it('a connection watches twenty contacts, and no more', async () => {
  const { client } = await screenOf(desk.tokens.read);
  const watch = (n: number) => client.emitWithAck('contact:watch', { contactId: `contact-${n}` });
  for (let n = 0; n < 20; n += 1) expect(await watch(n)).toEqual({});
  expect(await watch(20)).toMatchObject({ error: { code: 'invalid' } });
  expect(await watch(7)).toEqual({});
});
