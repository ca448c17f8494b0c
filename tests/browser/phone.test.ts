import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { deskInBrowser, NARROW } from './open-page';
import { expectLive, rowOf } from './queue-page';

const browser = deskInBrowser();
const PHONE = { screen: NARROW, touch: true };

/** Of the 44 px that a finger needs, with two to spare on each side. */
const NEAR_PX = 20;

/** The controls that a finger just beside their middle line would miss. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate((near) => {
    const controls = document.querySelectorAll('button:enabled, a[href], input, textarea');
    return [...controls].flatMap((control) => {
      const { width, height, left, top } = control.getBoundingClientRect();
      const x = left + width / 2;
      const y = top + height / 2;
      // What is not on screen, or behind something else, is not for fingers.
      if (!control.contains(document.elementFromPoint(x, y))) return [];
      const above = document.elementFromPoint(x, Math.max(0, y - near));
      const below = document.elementFromPoint(x, Math.min(innerHeight - 1, y + near));
      if (control.contains(above) && control.contains(below)) return [];
      return [control.getAttribute('aria-label') ?? control.textContent ?? ''];
    });
  }, NEAR_PX);
}

async function expectFits(page: Page): Promise<void> {
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(widths).toEqual([NARROW.width, NARROW.width]);
  expect(await tooSmall(page)).toEqual([]);
}

it('an agent with a phone goes from the queue to a conversation, answers, and goes back', async () => {
  const desk = browser.desk();
  const id = await desk.message(
    'phone-1',
    'Where is my order?',
    'Léa Fontaine-Montgomery of Lille',
  );
  const page = await browser.open(await desk.person('agent', 'Sam'), '/queue', PHONE);
  await expectLive(page);
  await rowOf(page, id).waitFor();
  await expectFits(page);

  await rowOf(page, id).getByRole('link').tap();
  await page.waitForURL(new RegExp(`/queue/${id}`));
  const log = page.getByRole('log');
  await log.getByText('Where is my order?').waitFor();
  await expectFits(page);
  await page.getByRole('textbox', { name: /reply/i }).tap();
  await page.keyboard.type('It is on its way.');
  await page.getByRole('button', { name: /^Send/ }).tap();
  await log.getByText('It is on its way.').waitFor();

  await page.getByRole('link', { name: 'Back to the queue' }).tap();
  await page.waitForURL(/\/queue$/);
  await page.getByRole('heading', { name: 'Queue' }).waitFor();
  await expectFits(page);
});
