import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { SHORTCUTS, shortcutsFor } from '@/components/shortcuts/shortcut-list';
import { deskInBrowser } from './open-page';
import { expectLive, rowOf } from './queue-page';

const browser = deskInBrowser();

const openId = (page: Page) => new URL(page.url()).pathname.split('/').at(-1);

it('a conversation is worked from key to key: VIP, assign, pend, resolve and on to the next', async () => {
  const desk = browser.desk();
  const first = await desk.message('speed-1', 'I am first', 'First');
  const taken = await desk.message('speed-2', 'A colleague has me', 'Taken');
  const second = await desk.message('speed-3', 'I am second', 'Second');
  const sam = await desk.person('supervisor', 'Sam');
  await desk.call('POST', `/conversations/${taken}/claim`);
  const header = async (id: string) => (await desk.call('GET', `/conversations/${id}`)).header;
  const page = await browser.open(sam, '/queue');
  await expectLive(page);

  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(`/queue/${first}`));
  await page.getByRole('log').getByText('I am first').waitFor();
  await page.keyboard.press('v');
  await page.getByRole('button', { name: 'VIP', pressed: true }).waitFor();

  await page.keyboard.press('a');
  const lines = page.getByRole('menu', { name: 'Assign' });
  await lines.waitFor();
  // In a menu, letters find its lines.
  await page.keyboard.press('e');
  expect(await header(first)).toMatchObject({ status: 'new' });
  await page.keyboard.press('Escape');
  await lines.waitFor({ state: 'detached' });

  await page.keyboard.press('Shift+E');
  await page.waitForURL(new RegExp(`/queue/${second}`));
  await page.getByRole('log').getByText('I am second').waitFor();
  expect(await header(first)).toMatchObject({ status: 'resolved' });
  await page.keyboard.press('p');
  await expect.poll(() => header(second)).toMatchObject({ status: 'pending' });
  await page.getByText('Second is now Pending').waitFor();
  await page.keyboard.press('z');
  await expect.poll(() => header(second)).toMatchObject({ status: 'new' });

  await page.keyboard.press('f');
  const owner = page.getByRole('dialog').getByRole('combobox', { name: 'Owner' });
  await owner.waitFor();
  await page.keyboard.press('Escape');
  await owner.waitFor({ state: 'detached' });

  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await page.waitForURL(/\/resolved$/);
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await page.waitForURL(/\/settings\/general$/);
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await page.waitForURL(/\/queue$/);
});

it('the list that ? opens names every shortcut that the person has, and no other', async () => {
  const desk = browser.desk();
  const labelsOf = (page: Page) =>
    page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByRole('term').allTextContents();

  const agent = await browser.open(await desk.person('agent', 'Kim'), '/queue');
  await expectLive(agent);
  await agent.keyboard.press('?');
  await agent.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  expect((await labelsOf(agent)).sort()).toEqual(
    shortcutsFor('agent')
      .map(({ label }) => label)
      .sort(),
  );
  await agent.keyboard.press('Escape');

  const admin = await browser.open(await desk.admin(), '/queue');
  await admin.getByRole('button', { name: /^Ada Admin/ }).press('Enter');
  await admin.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
  await admin.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  expect((await labelsOf(admin)).sort()).toEqual(SHORTCUTS.map(({ label }) => label).sort());
});

it('an agent switches the keys off, and from then on a letter does nothing', async () => {
  const desk = browser.desk();
  const conversation = await desk.message('off-1', 'Do not resolve me', 'Bo');
  const page = await browser.open(await desk.person('agent', 'Robin'), '/queue');
  await expectLive(page);
  await page.getByRole('button', { name: /^Robin/ }).press('Enter');
  await page.getByRole('menuitem', { name: 'Preferences' }).click();
  await page.getByRole('switch', { name: 'Keyboard shortcuts' }).click();

  await page.goto(`/queue/${conversation}`);
  await expectLive(page);
  await page.getByRole('log').getByText('Do not resolve me').waitFor();
  await page.getByRole('log').focus();
  await page.keyboard.press('e');
  await page.keyboard.press('v');
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await page.getByRole('button', { name: 'Resolve', exact: true }).waitFor();
  expect(openId(page)).toBe(conversation);
  expect(await page.getByRole('button', { name: 'VIP', pressed: true }).count()).toBe(0);
  await rowOf(page, conversation).waitFor();

  await page.goto('/preferences');
  await page.getByRole('switch', { name: 'Keyboard shortcuts', checked: false }).click();
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await page.waitForURL(/\/queue$/);
});
