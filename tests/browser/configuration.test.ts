import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { deskInBrowser, NARROW } from './open-page';
import { expectLive, expectRows } from './queue-page';

const browser = deskInBrowser();

const PATH = '/settings/configuration';
const document = {
  version: 1,
  attributes: [{ key: 'seats', label: 'Seats', format: 'number', manager: 'crm' }],
  segments: [
    {
      name: 'Platinum',
      join: 'all',
      conditions: [{ attribute: 'loyalty_status', operator: 'eq', operand: 'platinum' }],
    },
  ],
  prioritization: ['Platinum'],
};

const difference = (page: Page) => page.getByRole('region', { name: 'The difference' });

async function look(page: Page, text: string): Promise<void> {
  await page.getByLabel('A file, or its text').fill(text);
  await page.getByRole('button', { name: 'Show the difference' }).click();
}

it('an admin sees what a file would change, applies it, and an agent’s queue is ranked by it at once', async () => {
  const desk = browser.desk();
  const longest = await desk.message('conf-1', 'Hello', 'Waits Longest');
  const platinum = await desk.message('conf-2', 'Hello', 'Léa Fontaine');
  await desk.crm('conf-2', { loyalty_status: 'Platinum' });
  const page = await browser.open(await desk.admin(), PATH);
  const agent = await browser.open(await desk.person('agent', 'Sam'), '/queue');
  await expectLive(agent);
  await expectRows(agent, [longest, platinum]);

  const file = { name: 'desk.json', mimeType: 'application/json' };
  await page
    .locator('input[type=file]')
    .setInputFiles({ ...file, buffer: Buffer.from(JSON.stringify(document)) });
  await page.getByRole('button', { name: 'Show the difference' }).click();
  const shown = difference(page);
  await shown.getByRole('heading', { name: '2 new, 1 changed if you apply it' }).waitFor();
  const segments = shown.getByRole('region', { name: 'Customer Segments' });
  await segments.getByText('Loyalty status is platinum').waitFor();
  await shown.getByText('When you apply it, 1 moves up.').waitFor();
  await expectRows(agent, [longest, platinum]);

  await shown.getByRole('button', { name: 'Apply' }).click();
  await page.getByText('Applied: 2 new, 1 changed.').waitFor();
  await expectRows(agent, [platinum, longest]);

  await look(page, JSON.stringify(document));
  await page.getByRole('heading', { name: 'Nothing would change' }).waitFor();
  expect(await page.getByRole('button', { name: 'Apply' }).count()).toBe(0);
});

it('the file that is downloaded changes nothing, and holds no secret', async () => {
  const desk = browser.desk();
  await desk.call('POST', '/channels', { key: 'shop', label: 'Shop', kind: 'messenger' });
  const { secret } = await desk.call('POST', '/channels/shop/secrets', {});
  const page = await browser.open(await desk.admin(), PATH);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('frontrow-configuration.json');
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toContain('"shop"');
  expect(text).not.toMatch(/whsec_|frt_/);
  expect(text).not.toContain(String(secret).slice(6));
  await look(page, text);
  await page.getByRole('heading', { name: 'Nothing would change' }).waitFor();
});

it('what does not fit is told at its place in the file, and what is no JSON by its line', async () => {
  const page = await browser.open(await browser.desk().admin(), PATH, { screen: NARROW });
  await look(page, '{\n  "version": 1,\n  oops\n}');
  await page.getByText('This is not JSON: look at line 3, column 3.').waitFor();
  const wrong = { version: 1, attributes: [{ key: 'vip', format: 'text' }, { key: 'half' }] };
  await look(page, JSON.stringify(wrong));
  const alert = page.getByRole('alert').filter({ hasText: '4 things in this file do not fit' });
  await alert.getByText('attributes.0.format').waitFor();
  await alert.getByText('This never changes: here it is “boolean”.').waitFor();
  await alert.getByText('attributes.1.manager').waitFor();
  expect(browser.takeNoise().join()).toMatch(/400/);
});

it('a desk that was changed meanwhile is looked at again before anything is applied', async () => {
  const desk = browser.desk();
  const page = await browser.open(await desk.admin(), PATH);
  await look(page, JSON.stringify({ version: 1, settings: { autoResolveAfterHours: 48 } }));
  await difference(page).getByText('48').waitFor();
  await desk.call('PATCH', '/settings', { autoResolveAfterHours: 24 });
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByText(/has changed meanwhile\. Look at the difference again\./).waitFor();
  await page.getByRole('button', { name: 'Look again' }).click();
  await difference(page).getByText('24', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByText('Applied: 1 changed.').waitFor();
  expect(await desk.call('GET', '/settings')).toMatchObject({ autoResolveAfterHours: 48 });
  expect(browser.takeNoise().join()).toMatch(/409/);
});

it('a supervisor compares and downloads, and applies nothing', async () => {
  const page = await browser.open(await browser.desk().person('supervisor', 'Sue'), PATH);
  await look(page, JSON.stringify({ version: 1, settings: { timeZone: 'Asia/Tokyo' } }));
  await difference(page).getByText('Asia/Tokyo').waitFor();
  expect(await page.getByRole('button', { name: 'Apply' }).count()).toBe(0);
  await page.getByRole('link', { name: 'Download' }).waitFor();
});
