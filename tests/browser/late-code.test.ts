import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { deskInBrowser } from './open-page';
import { expectLive } from './queue-page';

const browser = deskInBrowser();

/** Loads the queue anew with none of the code that its document does not name; lets that in when called. */
async function withoutLateCode(page: Page): Promise<() => void> {
  const document = await (await page.request.get('/queue')).text();
  let letIn = () => {};
  const open = new Promise<void>((resolve) => {
    letIn = resolve;
  });
  await page.route('**/_next/static/**/*.js', async (route) => {
    if (!document.includes(new URL(route.request().url()).pathname)) await open;
    await route.continue();
  });
  await page.reload();
  await expectLive(page);
  return letIn;
}

it('what is pressed before its code has come opens as soon as it has', async () => {
  const desk = browser.desk();
  await desk.message('late-1', 'Is anybody there?');
  const page = await browser.open(await desk.person('agent', 'Sam'), '/queue');
  const letIn = await withoutLateCode(page);

  const filters = page.getByRole('button', { name: 'Filters' });
  await filters.click();
  await expect.poll(() => filters.getAttribute('aria-expanded')).toBe('true');
  expect(await page.getByRole('dialog').count()).toBe(0);
  letIn();
  const owner = page.getByRole('dialog').getByRole('combobox', { name: 'Owner' });
  await owner.waitFor();
  await expect.poll(() => owner.evaluate((field) => field === document.activeElement)).toBe(true);

  await page.keyboard.press('Escape');
  await owner.waitFor({ state: 'detached' });
  await expect.poll(() => filters.evaluate((one) => one === document.activeElement)).toBe(true);
});

it('a menu opened by the keyboard begins at its first line, though its code is late', async () => {
  const page = await browser.open(await browser.desk().person('agent', 'Kim'), '/queue');
  const letIn = await withoutLateCode(page);

  const account = page.getByRole('button', { name: /^Kim, Agent/ });
  await account.press('Enter');
  letIn();
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await expect.poll(focused).toBe('Light');
  await page.keyboard.press('ArrowDown');
  await expect.poll(focused).toBe('Dark');
  await page.keyboard.press('Escape');
  await expect.poll(() => account.evaluate((one) => one === document.activeElement)).toBe(true);
});
