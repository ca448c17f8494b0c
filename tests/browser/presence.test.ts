import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { deskInBrowser, NARROW } from './open-page';
import { expectLive, rowOf } from './queue-page';

const browser = deskInBrowser();

const header = (page: Page) => page.getByRole('main').locator('header').last();
const reply = (page: Page) => page.getByRole('textbox', { name: /reply/i });
/** What a screen reader is told of itself, apart from what it is asked for. */
const said = (page: Page) => header(page).locator('[aria-live=polite]');

it('a row says who looks and who types, and forgets both within seconds of leaving', async () => {
  const desk = browser.desk();
  const conversation = await desk.message('row-1', 'Where is my order?', 'Ann');
  const other = await desk.message('row-2', 'Hello', 'Bob');
  const sam = await browser.open(await desk.person('agent', 'Sam'), '/queue');
  await expectLive(sam);
  const row = rowOf(sam, conversation);
  await row.getByText('Where is my order?').waitFor();
  const before = await row.boundingBox();
  const kim = await browser.open(await desk.person('agent', 'Kim'), `/queue/${conversation}`);
  await row.getByRole('link', { name: /Kim is looking/ }).waitFor();
  await row.getByTitle('Kim is looking').waitFor();

  await reply(kim).pressSequentially('It is on');
  await row.getByText('Kim is typing…').waitFor();
  expect(await row.getByText('Where is my order?').count()).toBe(0);
  expect(await row.boundingBox()).toEqual(before);
  await row.getByText('Where is my order?').waitFor();
  await row.getByRole('link', { name: /Kim is looking/ }).waitFor();

  await rowOf(kim, other).getByRole('link').click();
  await rowOf(sam, other)
    .getByRole('link', { name: /Kim is looking/ })
    .waitFor();
  await row.getByTitle('Kim is looking').waitFor({ state: 'detached' });
  await kim.close();
  await rowOf(sam, other).getByTitle('Kim is looking').waitFor({ state: 'detached' });
});

it('the header says it, too, moves nothing, and says aloud only that somebody began to type', async () => {
  const desk = browser.desk();
  const conversation = await desk.message('header-1', 'Can you help?', 'Cleo');
  const sam = await browser.open(await desk.person('agent', 'Sam'), `/queue/${conversation}`);
  await expectLive(sam);
  const before = await header(sam).boundingBox();
  const kim = await browser.open(await desk.person('agent', 'Kim'), `/queue/${conversation}`);
  await header(sam).getByTitle('Kim is looking').waitFor();
  await header(kim).getByTitle('Sam is looking').waitFor();
  expect(await said(sam).textContent()).toBe('');

  await reply(kim).pressSequentially('Of course');
  await header(sam).getByTitle('Kim is typing').waitFor();
  await expect.poll(() => said(sam).textContent()).toBe('Kim is typing…');
  expect(await header(sam).boundingBox()).toEqual(before);
  // Who types is not told so.
  expect(await kim.getByText('Kim is').count()).toBe(0);

  await kim.keyboard.press('Control+Enter');
  await header(sam).getByTitle('Kim is looking').waitFor();
  await expect.poll(() => said(sam).textContent()).toBe('');
  await kim.close();
  await header(sam).getByTitle('Kim is').waitFor({ state: 'detached' });
});

it('a screen that was cut off says where it is again, and what it missed', async () => {
  const desk = browser.desk();
  const conversation = await desk.message('cut-1', 'Still there?', 'Dan');
  const people = [await desk.person('agent', 'Sam'), await desk.person('agent', 'Kim')] as const;
  const [sam, kim] = await Promise.all(
    people.map((person) => browser.open(person, `/queue/${conversation}`, { screen: NARROW })),
  );
  if (!sam || !kim) throw new Error('A page is missing');
  await header(sam).getByTitle('Kim is looking').waitFor();
  await desk.kill();
  await header(sam).getByTitle('Kim is looking').waitFor({ state: 'detached' });
  await desk.launch();
  await header(sam).getByTitle('Kim is looking').waitFor();
  await header(kim).getByTitle('Sam is looking').waitFor();
  expect(browser.takeNoise().every((line) => /WebSocket|Failed to load/.test(line))).toBe(true);
});
