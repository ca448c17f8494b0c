import { expect, it } from 'vitest';
import { sendSigned } from '../api/webhook-channel';
import { deskInBrowser, NARROW } from './open-page';
import { expectLive, expectRows } from './queue-page';

const browser = deskInBrowser();

const CALL = (id: string, text: string | null, followers: number) => ({
  author: { id_str: id, name: 'Léa Fontaine', public_metrics: { followers } },
  posts: text === null ? [] : [{ text }],
});

it('an admin connects a service by a sample of its calls, and agents see who writes there', async () => {
  const desk = browser.desk();
  await desk.resolveAll();
  const admin = await desk.admin();
  const segment = await desk.call('POST', '/segments', {
    name: 'Widely followed',
    join: 'all',
    conditions: [{ attribute: 'twitter_followers', operator: 'gt', operand: '1000' }],
  });
  await desk.call('PUT', `/prioritization/${segment.id}`);
  const earlier = await desk.message('waits', 'Hello', 'Waits Longest');
  const agent = await browser.open(await desk.person('agent', 'Sam'), '/queue');
  await expectLive(agent);

  const page = await browser.open(admin, '/settings/channels');
  await page.getByRole('button', { name: 'New channel' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'Webhook' }).click();
  await dialog.getByRole('textbox', { name: 'Label' }).fill('Chirper');
  await dialog.getByRole('button', { name: 'Add channel' }).click();
  await page.waitForURL(/\/settings\/channels\/chirper$/);
  await page.getByText('Nothing can arrive yet').waitFor();

  await page.getByRole('button', { name: 'New secret' }).click();
  await dialog.getByRole('button', { name: 'Create secret' }).click();
  const secret = await dialog.getByRole('textbox', { name: 'Secret', exact: true }).inputValue();
  expect(secret).toMatch(/^whsec_/);
  await dialog.getByRole('button', { name: 'I have copied it' }).click();

  const path = (name: string) =>
    page.getByRole('combobox', { name: `Path of ${name}`, exact: true });
  await page.getByLabel('Sample call').fill(JSON.stringify(CALL('7', 'Help!', 12_431)));
  await path('Contact’s id').fill('author.id');
  await page
    .getByText('This call would be refused. Contact’s id: There is nothing at author.id.')
    .waitFor();
  await path('Contact’s id').fill('author.id_str');
  await path('Name').fill('author.name');
  await path('Message').fill('posts[0].text');
  await page.getByRole('button', { name: 'Attribute', exact: true }).click();
  await page.getByRole('combobox', { name: 'Attribute', exact: true }).click();
  await page.getByRole('option', { name: /Twitter followers/ }).click();
  await path('Twitter followers').fill('author.name');
  await page.getByText('This must be a number, not text. It is left out, and told.').waitFor();
  await path('Twitter followers').fill('author.public_metrics.followers');
  await page.getByText('This call would bring a message, with 1 attribute.').waitFor();
  await page.getByRole('button', { name: 'Save mapping' }).click();
  await page.getByText('Mapping saved').waitFor();

  const quiet = await sendSigned(desk, 'chirper', secret, CALL('7', 'Help!', 12));
  const { conversationId } = quiet.body;
  await expectRows(agent, [earlier, conversationId ?? '']);
  await sendSigned(desk, 'chirper', secret, CALL('7', null, 12_431));
  await expectRows(agent, [conversationId ?? '', earlier]);
  await agent.getByText('Widely followed').first().waitFor();
});

it('a supervisor reads how a channel is connected, and changes nothing', async () => {
  const desk = browser.desk();
  await desk.call('POST', '/channels', { key: 'read_only', label: 'Read only', kind: 'webhook' });
  const supervisor = await desk.person('supervisor', 'Sue');
  const page = await browser.open(supervisor, '/settings/channels/read_only', { screen: NARROW });
  await page.getByText('Only admins change them.').first().waitFor();
  expect(await page.getByRole('button', { name: /New secret|Save mapping/ }).count()).toBe(0);
  await page.goto('/settings/channels/nowhere');
  await page.getByRole('heading').first().waitFor();
  browser.takeNoise();
});
