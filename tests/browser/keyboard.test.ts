import { expect, it } from 'vitest';
import { deskInBrowser } from './open-page';
import { expectLive, rowOf } from './queue-page';

const browser = deskInBrowser();

it('an agent takes, answers and resolves without a pointer', async () => {
  const desk = browser.desk();
  await desk.call('PUT', '/prioritization/vip');
  const plain = await desk.message('keys-1', 'I am first', 'First');
  const vip = await desk.message('keys-2', 'I am VIP', 'Second');
  await desk.call('PATCH', `/conversations/${vip}/attributes`, { values: { vip: true } });
  const page = await browser.open(await desk.person('agent', 'Sam'), '/queue');
  await expectLive(page);

  await page.keyboard.press('j');
  const focused = () =>
    page.evaluate(() =>
      document.activeElement?.closest('[data-conversation]')?.getAttribute('data-conversation'),
    );
  await expect.poll(focused).toBe(vip);
  await page.keyboard.press('i');
  const card = page.getByRole('dialog');
  await card.waitFor();
  expect(await card.textContent()).toContain('VIP');
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'detached' });
  await expect.poll(focused).toBe(vip);
  await page.keyboard.press('ArrowDown');
  await expect.poll(focused).toBe(plain);
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(`/queue/${plain}`));
  await page.getByRole('log').getByText('I am first').waitFor();

  await page.keyboard.press('r');
  await page.keyboard.type('On my way.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('log').getByText('On my way.').waitFor();
  await expect
    .poll(async () => (await desk.call('GET', `/conversations/${plain}`)).header)
    .toMatchObject({ status: 'pending', owner: { name: 'Sam' }, waitingSince: null });

  await page.keyboard.press('Escape');
  await page.keyboard.press('m');
  await page.waitForURL(new RegExp(`/queue/${vip}`));
  await page.getByRole('log').getByText('I am VIP').waitFor();
  // The cursor is in the reply, where letters are letters.
  const reply = page.getByRole('textbox', { name: /reply/i });
  await expect.poll(() => reply.evaluate((area) => area === document.activeElement)).toBe(true);
  await page.keyboard.type('e');
  expect(await reply.inputValue()).toBe('e');
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await expect
    .poll(async () => (await desk.call('GET', `/conversations/${vip}`)).header)
    .toMatchObject({ status: 'resolved', owner: null });
  // The focus is at the list, so the row stays to be seen until the list is let go.
  await rowOf(page, vip).getByText('Resolved').waitFor();
  await page.keyboard.press('Escape');
  await rowOf(page, vip).waitFor({ state: 'detached' });
});
