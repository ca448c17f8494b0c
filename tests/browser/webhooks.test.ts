import { expect, it } from 'vitest';
import { sendSigned, tweet } from '../api/webhook-channel';
import { startReceiver } from '../channels/receiver';
import { deskInBrowser, NARROW } from './open-page';
import { expectLive, rowOf } from './queue-page';

const browser = deskInBrowser();

it('an admin lets a service be told who enters a segment, and sees what came of each call', async () => {
  const desk = browser.desk();
  const receiver = await startReceiver();
  const conversation = await desk.message('told-1', 'Hello', 'Léa Fontaine');
  const page = await browser.open(await desk.admin(), '/settings/webhooks');
  await page.getByText('No webhooks yet').waitFor();
  await page.getByRole('button', { name: 'New webhook' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Data warehouse');
  await dialog.getByRole('textbox', { name: 'Address' }).fill(receiver.url);
  await dialog.getByRole('button', { name: 'Add webhook' }).click();
  await dialog.getByText('Choose at least one event.').waitFor();
  await dialog.getByLabel('A contact enters a segment').check();
  await dialog.getByRole('button', { name: 'Add webhook' }).click();
  const secret = await dialog.getByRole('textbox', { name: 'Secret', exact: true }).inputValue();
  await dialog.getByRole('button', { name: 'I have copied it' }).click();
  await page.getByRole('link', { name: 'Data warehouse' }).click();
  await page.getByText('No calls yet').waitFor();

  const agent = await browser.open(await desk.person('agent', 'Sam'), `/queue/${conversation}`);
  await expectLive(agent);
  const makeVip = (vip: boolean) =>
    desk.call('PATCH', `/conversations/${conversation}/attributes`, { values: { vip } });
  await makeVip(true);
  await rowOf(agent, conversation).getByText('VIP').first().waitFor();
  await expect.poll(() => receiver.received.length).toBe(1);
  const [call] = receiver.received;
  if (!call) throw new Error('Nothing came');
  receiver.verify(secret, call);
  expect(call.json).toMatchObject({ type: 'segment.entered', data: { segment: { name: 'VIP' } } });
  await page.getByText(/^Delivered · 204$/).waitFor();

  receiver.answers(410, 'gone');
  await makeVip(false);
  await makeVip(true);
  await page.getByText(/^Given up · 410$/).waitFor();
  await page.getByRole('radio', { name: 'Given up' }).click();
  const row = page.getByRole('list', { name: 'Calls' }).getByRole('listitem');
  await row.getByRole('button', { name: 'segment.entered' }).click();
  await row.getByText('The other side answered with 410.').waitFor();
  receiver.answers(200);
  await row.getByRole('button', { name: 'Deliver again' }).click();
  await page.getByText('Nothing was given up').waitFor();
  await expect.poll(() => receiver.received.length).toBe(3);
  await receiver.close();
});

it('an agent sees below a reply that it has not arrived, and when it has', async () => {
  const desk = browser.desk();
  const receiver = await startReceiver();
  await desk.call('POST', '/channels', { key: 'chirper', label: 'Chirper', kind: 'webhook' });
  const mapping = {
    externalId: 'user.id',
    name: 'user.name',
    text: 'message.text',
    messageId: null,
    sentAt: null,
    attributes: [],
  };
  await desk.call('PUT', '/channels/chirper/webhook/mapping', mapping);
  const { secret } = await desk.call('POST', '/channels/chirper/secrets', {});
  const page = await browser.open(await desk.admin(), '/settings/channels/chirper');
  await page.getByRole('button', { name: 'Deliver replies' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Address' }).fill(receiver.url);
  await dialog.getByRole('button', { name: 'Deliver replies' }).click();
  await dialog.getByRole('button', { name: 'I have copied it' }).click();
  await page.getByText('Nothing to tell yet').waitFor();

  const { body } = await sendSigned(desk, 'chirper', String(secret), tweet('u1', 'Where is it?'));
  const agent = await browser.open(
    await desk.person('agent', 'Sam'),
    `/queue/${body.conversationId}`,
    { screen: NARROW },
  );
  await agent.getByText('Where is it?').first().waitFor();
  receiver.answers(500);
  await agent.getByRole('textbox', { name: /reply|message/i }).fill('On its way');
  await agent.keyboard.press('Control+Enter');
  const failing = agent.getByText(
    'Not delivered yet; it is tried again. The other side answered with 500.',
  );
  await failing.waitFor();
  receiver.answers(200);
  const [endpoint] = Object.values(await desk.call('GET', '/webhooks')).filter(
    (one) =>
      typeof one === 'object' && one !== null && 'channel' in one && one.channel === 'chirper',
  );
  if (typeof endpoint !== 'object' || endpoint === null || !('id' in endpoint))
    throw new Error('There is no endpoint');
  await page.goto(`/settings/webhooks/${endpoint.id}`);
  await page.getByRole('button', { name: 'reply.sent' }).click();
  await page.getByRole('button', { name: 'Try now' }).click();
  await failing.waitFor({ state: 'detached' });
  await agent.getByText('On its way').first().waitFor();
  expect(new Set(receiver.received.map(({ json }) => json.data.text))).toEqual(
    new Set(['On its way']),
  );
  await receiver.close();
});
