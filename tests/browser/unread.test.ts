import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { deskInBrowser } from './open-page';
import { expectLive, rowOf } from './queue-page';

const browser = deskInBrowser();

const firstRowText = (page: Page, conversation: string) =>
  rowOf(page, conversation).getByRole('link').textContent();

it('a row counts what came since its reader looked, on all their screens, until they look', async () => {
  const desk = browser.desk();
  const conversation = await desk.message('unread-1', 'Where is it?', 'Ann');
  const other = await desk.message('unread-2', 'Hello', 'Bob');
  const kim = await desk.person('agent', 'Kim');
  const [desktop, phone, sam] = await Promise.all([
    browser.open(kim, `/queue/${conversation}`),
    browser.open(kim, '/queue'),
    browser.open(await desk.person('agent', 'Sam'), '/queue'),
  ]);
  await Promise.all([desktop, phone, sam].map(expectLive));
  await expect.poll(async () => (await opened(desktop)).includes('seen')).toBe(true);
  await rowOf(desktop, other).getByRole('link').click();
  await desktop.getByRole('heading', { name: 'Bob', level: 1 }).waitFor();
  const row = rowOf(phone, conversation);
  const before = await row.boundingBox();

  await desk.message('unread-1', 'Anybody?', 'Ann');
  await desk.message('unread-1', 'Please', 'Ann');
  for (const page of [desktop, phone])
    await rowOf(page, conversation)
      .getByRole('link', { name: /2 unread messages/ })
      .waitFor();
  expect(await row.boundingBox()).toEqual(before);
  await rowOf(sam, conversation).getByText('Please').waitFor();
  expect(await firstRowText(sam, conversation)).not.toContain('unread');

  await rowOf(desktop, conversation).getByRole('link').click();
  const log = desktop.getByRole('log');
  await log.getByText('New since you looked').waitFor();
  const lines = await log.getByRole('listitem').allTextContents();
  const at = lines.indexOf('New since you looked');
  expect(lines[at + 1]).toContain('Anybody?');
  for (const page of [desktop, phone])
    await expect.poll(() => firstRowText(page, conversation)).not.toContain('unread');
  // Kept while one looks, also when more comes.
  await desk.message('unread-1', 'Thanks', 'Ann');
  await log.getByText('Thanks').waitFor();
  expect(await log.getByText('New since you looked').count()).toBe(1);
});

it('what comes while nobody is at the page stays unread until somebody is', async () => {
  const desk = browser.desk();
  const conversation = await desk.message('unread-3', 'Hello', 'Cleo');
  const kim = await desk.person('agent', 'Kim');
  const page = await browser.open(kim, `/queue/${conversation}`);
  await expectLive(page);
  await expect.poll(async () => (await opened(page)).includes('seen')).toBe(true);
  await away(page, true);
  await desk.message('unread-3', 'Are you there?', 'Cleo');
  await rowOf(page, conversation)
    .getByRole('link', { name: /1 unread message/ })
    .waitFor();
  await away(page, false);
  await page.getByRole('log').getByText('New since you looked').waitFor();
  await expect.poll(() => firstRowText(page, conversation)).not.toContain('unread');
});

it('a mention marks the row with an @ for whom it calls, and for nobody else', async () => {
  const desk = browser.desk();
  const conversation = await desk.message('unread-4', 'Hello', 'Dan');
  const ola = await desk.person('agent', 'Ola');
  const [mine, theirs] = await Promise.all([
    browser.open(ola, '/queue'),
    browser.open(await desk.person('agent', 'Sam'), '/queue'),
  ]);
  await Promise.all([mine, theirs].map(expectLive));
  const note = { text: '@Ola, yours?', mentions: [ola.id] };
  await desk.call('POST', `/conversations/${conversation}/notes`, note);
  const link = rowOf(mine, conversation).getByRole('link', { name: /you are mentioned/ });
  await link.waitFor();
  expect(await rowOf(mine, conversation).getByText('@', { exact: true }).count()).toBe(1);
  await desk.message('unread-4', 'Hello again', 'Dan');
  await rowOf(theirs, conversation).getByText('Hello again').waitFor();
  expect(await firstRowText(theirs, conversation)).not.toContain('mentioned');
});

/** Has the page believe that nobody is at it, or that somebody is. */
async function away(page: Page, isAway: boolean): Promise<void> {
  await page.evaluate((gone) => {
    document.hasFocus = () => !gone;
    window.dispatchEvent(new Event(gone ? 'blur' : 'focus'));
  }, isAway);
}

/** The last words of the paths that the page has called. */
function opened(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1) ?? ''),
  );
}
