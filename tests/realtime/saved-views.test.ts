import { afterEach, beforeEach, expect, it } from 'vitest';
import { type As, type RunningDesk, startDesk } from '../running-desk';
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
  const heard: number[] = [];
  client.on('savedViews:changed', ({ revision }) => heard.push(revision));
  return { client, heard };
}

const save = (as: As, body: object) =>
  desk.call<{ id: string; revision: number }>('POST', '/views', body, as);

it('everybody is told that a shared view was made, moved or deleted', async () => {
  const supervisor = await desk.person('supervisor');
  const screens = [await screenOf(await desk.person('agent')), await screenOf(desk.tokens.read)];
  const told = () => Promise.all(screens.map(({ client }) => next(client, 'savedViews:changed')));
  const made = told();
  const { body } = await save(supervisor, { name: 'VIPs', shared: true });
  for (const { revision } of await made) expect(revision).toBeGreaterThanOrEqual(body.revision);
  await save(supervisor, { name: 'Late', shared: true });
  const { body: views } = await desk.call<{ id: string }[]>('GET', '/views');
  const moved = told();
  const ids = views.map(({ id }) => id).reverse();
  await desk.call('PUT', '/views/order', { shared: true, ids }, supervisor);
  await moved;
  const deleted = told();
  await desk.call('DELETE', `/views/${body.id}`, undefined, supervisor);
  await deleted;
});

it('of a personal view its owner’s screens are told, and nobody else’s', async () => {
  const agent = await desk.person('agent');
  const own = [await screenOf(agent), await screenOf(agent)];
  const others = [await screenOf(await desk.person('admin')), await screenOf(desk.tokens.admin)];
  const told = Promise.all(own.map(({ client }) => next(client, 'savedViews:changed')));
  await save(agent, { name: 'Mine' });
  await told;
  // What comes after it would have come after that, too.
  const heard = Promise.all(others.map(({ client }) => next(client, 'savedViews:changed')));
  const { body } = await save(await desk.person('supervisor'), { name: 'Ours', shared: true });
  await heard;
  for (const other of others) {
    expect(other.heard).toHaveLength(1);
    expect(other.heard[0]).toBeGreaterThanOrEqual(body.revision);
  }
});
