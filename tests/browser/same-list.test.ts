import { io } from 'socket.io-client';
import { expect, it } from 'vitest';
import { QueueFollower } from '../realtime/queue-follower';
import type { Client } from '../realtime/socket-client';
import { deskInBrowser } from './open-page';
import { expectLive, expectRows, rowsOf } from './queue-page';

const browser = deskInBrowser();

it('a machine on the socket and a person at the screen hold the same list, through a cut and a killed and restarted desk', async () => {
  const desk = browser.desk();
  await desk.call('PUT', '/prioritization/vip');
  const ids = [];
  for (const name of ['One', 'Two', 'Three']) ids.push(await desk.message(name, 'Hello', name));
  const client: Client = io(desk.url, {
    transports: ['websocket'],
    auth: { token: await desk.token('read') },
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
  });
  const machine = new QueueFollower(client, { filter: {}, offset: 0, limit: 50 });
  const page = await browser.open(await desk.person('agent', 'Sam'), '/queue');
  await expectLive(page);

  const makeVip = (id: string) =>
    desk.call('PATCH', `/conversations/${id}/attributes`, { values: { vip: true } });
  const both = async (expected: string[]) => {
    await machine.until(
      ({ entries }) => entries.map((e) => e.conversationId).join() === `${expected}`,
    );
    await expectRows(page, expected);
    const { entries } = await machine.until(() => true);
    expect((await rowsOf(page)).map(({ id }) => id)).toEqual(entries.map((e) => e.conversationId));
  };
  const [one = '', two = '', three = ''] = ids;
  await makeVip(three);
  await both([three, one, two]);

  await page.context().setOffline(true);
  client.io.engine.close();
  await makeVip(two);
  await page.context().setOffline(false);
  await both([two, three, one]);

  await desk.kill();
  await page
    .getByText(/as of|reconnecting|connecting/i)
    .first()
    .waitFor();
  await desk.launch();
  await both([two, three, one]);
  await makeVip(one);
  await both([one, two, three]);
  client.close();
  // The page says on its console that the desk was away.
  expect(browser.takeNoise().every((line) => /WebSocket|Failed to load/.test(line))).toBe(true);
});
