import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { deskInBrowser, NARROW } from './open-page';
import { expectLive, rowOf } from './queue-page';

const browser = deskInBrowser();

const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply', exact: true });
const showsReply = (page: Page, text: string) =>
  expect.poll(() => reply(page).inputValue(), { timeout: 10_000 }).toBe(text);

it('a draft is on both devices, and on no colleague’s', async () => {
  const desk = browser.desk();
  const conversation = await desk.message('draft-1', 'Where is my order?', 'Ann');
  const other = await desk.message('draft-2', 'Hello', 'Bob');
  const kim = await desk.person('agent', 'Kim');
  const path = `/queue/${conversation}`;
  const desktop = await browser.open(kim, path);
  const phone = await browser.open(kim, path, { screen: NARROW });
  const sam = await browser.open(await desk.person('agent', 'Sam'), path);
  await Promise.all([expectLive(desktop), expectLive(sam)]);

  await reply(desktop).pressSequentially('Dear Ann,');
  await showsReply(phone, 'Dear Ann,');
  await rowOf(desktop, conversation).getByText('Draft: Dear Ann,').waitFor();
  await rowOf(desktop, other).getByText('Hello').waitFor();
  await rowOf(sam, conversation).getByText('Kim is typing…').waitFor();
  await rowOf(sam, conversation).getByText('Where is my order?').waitFor();
  expect(await reply(sam).inputValue()).toBe('');
  expect(await sam.getByText('Dear Ann').count()).toBe(0);

  // The desktop is in hand: what the phone writes is offered there, and replaces nothing.
  await reply(desktop).fill('Dear Ann');
  await reply(phone).fill('Dear Ann, on its way');
  await desktop.getByText('Dear Ann, on its way').waitFor();
  expect(await reply(desktop).inputValue()).toBe('Dear Ann');
  await desktop.getByRole('button', { name: 'Use it' }).click();
  await showsReply(desktop, 'Dear Ann, on its way');

  await phone.reload();
  await showsReply(phone, 'Dear Ann, on its way');
  await desktop.keyboard.press('Control+Enter');
  await sam.getByRole('log').getByText('Dear Ann, on its way').waitFor();
  await showsReply(desktop, '');
  await showsReply(phone, '');
});

it('a draft is there after a reload and after signing in elsewhere, and nothing of it stays in the browser', async () => {
  const desk = browser.desk();
  const conversation = await desk.message('draft-3', 'Still waiting', 'Cleo');
  const kim = await desk.person('agent', 'Kim');
  const desktop = await browser.open(kim, `/queue/${conversation}`);
  await expectLive(desktop);
  await desktop.getByRole('radio', { name: 'Note' }).click();
  await desktop.getByRole('textbox', { name: 'Note' }).pressSequentially('Ask Sam about Cleo');
  // At once, within the time in which it is not kept yet.
  await desktop.reload();
  const note = desktop.getByRole('textbox', { name: 'Note' });
  await expect.poll(() => note.inputValue(), { timeout: 10_000 }).toBe('Ask Sam about Cleo');
  const elsewhere = await browser.open(kim, '/queue');
  await rowOf(elsewhere, conversation).getByText('Draft: Ask Sam about Cleo').waitFor();

  await desktop.getByRole('button', { name: /account and theme/ }).click();
  await desktop.getByRole('menuitem', { name: 'Sign out' }).click();
  await desktop.waitForURL(/sign-in/);
  const stored = await desktop.evaluate(() =>
    JSON.stringify([{ ...sessionStorage }, { ...localStorage }]),
  );
  expect(stored).not.toContain('Cleo');
  await elsewhere.waitForURL(/sign-in/);
  browser.takeNoise();
});
