import { expect, it } from 'vitest';
import { deskInBrowser } from './open-page';
import { expectLive, expectRows } from './queue-page';

const browser = deskInBrowser();

it('an agent in the middle of a reply finds an act, does it, and finds it again first', async () => {
  const desk = browser.desk();
  const conversation = await desk.message('palette-1', 'Where is it?', 'Bo');
  const page = await browser.open(await desk.person('agent', 'Sam'), `/queue/${conversation}`);
  await expectLive(page);
  const reply = page.getByRole('textbox', { name: 'Reply' });
  await reply.fill('Just a moment');
  const palette = page.getByRole('dialog', { name: 'Find anything' });
  const inReply = () => reply.evaluate((area) => area === document.activeElement);

  await page.keyboard.press('Control+k');
  await palette.waitFor();
  await page.keyboard.press('Escape');
  await palette.waitFor({ state: 'detached' });
  await expect.poll(inReply).toBe(true);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('vip on');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'VIP', pressed: true }).waitFor();
  await expect.poll(inReply).toBe(true);
  expect(await reply.inputValue()).toBe('Just a moment');

  await page.keyboard.press('Control+k');
  const first = palette.getByRole('option').first();
  await first.waitFor();
  expect(await first.textContent()).toContain('VIP, on or off');
  // What does not apply is not offered: nothing of Settings to an agent, no colleague to filter by.
  await page.keyboard.type('settings');
  expect(await palette.getByRole('option').count()).toBe(0);
  await palette.getByText('Nothing here is called “settings”.').waitFor();
});

it('a conversation is found by its contact’s name, and what cannot be searched says so', async () => {
  const desk = browser.desk();
  const found = await desk.message('palette-9', 'Anything', 'Wilhelmina Østergård');
  const page = await browser.open(await desk.person('agent', 'Ada'), '/queue');
  await expectLive(page);
  await page.route('**/api/v1/search*', (route) => route.abort());
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Find anything' });
  await palette.waitFor();
  await page.keyboard.type('wilhel');
  await palette.getByText('Conversations could not be searched.').waitFor();
  await page.unroute('**/api/v1/search*');
  await palette.getByRole('button', { name: 'Try again' }).click();
  await palette.getByRole('option', { name: 'Wilhelmina Østergård' }).waitFor();
  expect(browser.takeNoise().every((line) => /Failed to load/.test(line))).toBe(true);
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(`/queue/${found}`));
});

it('a supervisor goes to a page of the settings, and filters by segment and by colleague', async () => {
  const desk = browser.desk();
  const vip = await desk.message('palette-2', 'I am VIP', 'Vi');
  await desk.call('PATCH', `/conversations/${vip}/attributes`, { values: { vip: true } });
  const kim = await desk.person('agent', 'Kim Colleague');
  const owned = await desk.message('palette-3', 'Kim has me', 'Oz');
  await desk.call('POST', `/conversations/${owned}/assign`, { personId: kim.id });
  const page = await browser.open(await desk.person('supervisor', 'Sue'), '/settings/general');
  const find = async (text: string) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Find anything' }).waitFor();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };
  await page.getByRole('heading', { name: 'General' }).waitFor();
  await find('canned');
  await page.waitForURL(/\/settings\/canned-replies$/);
  await find('kim coll');
  await page.waitForURL(/owner=/);
  await expectLive(page);
  await expectRows(page, [owned]);
  await find('segment vip');
  await page.waitForURL(/segments=vip/);
  await expect.poll(() => page.locator(`[data-conversation="${vip}"]`).count()).toBe(1);
  await expect.poll(() => page.locator(`[data-conversation="${owned}"]`).count()).toBe(0);
});
