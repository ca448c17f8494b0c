import { expect, it } from 'vitest';
import { deskInBrowser, NARROW } from './open-page';
import { expectLive } from './queue-page';

const browser = deskInBrowser();

it('a note calls a colleague by @, chosen by the keyboard, and each sees their own name most', async () => {
  const desk = browser.desk();
  const conversation = await desk.message('mention-1', 'Where is my order?', 'Ann');
  const [sam, kim] = await Promise.all([
    browser.open(await desk.person('agent', 'Sam'), `/queue/${conversation}`),
    browser.open(await desk.person('agent', 'Kim <b>Bold</b>'), `/queue/${conversation}`),
  ]);
  await Promise.all([expectLive(sam), expectLive(kim)]);
  await sam.getByRole('radio', { name: 'Note' }).click();
  const note = sam.getByRole('textbox', { name: 'Note' });
  await note.click();
  await sam.keyboard.type('Ask @');
  const list = sam.getByRole('listbox', { name: 'Colleagues' });
  const offered = () => list.getByRole('option').allTextContents();
  await list.waitFor();
  // Oneself is nobody to call.
  expect((await offered()).join()).not.toContain('Sam');

  await sam.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });
  await sam.keyboard.type('ki');
  await sam.keyboard.press('Backspace');
  expect(await list.count()).toBe(0);
  await sam.keyboard.press('Backspace');
  await sam.keyboard.press('Backspace');
  await sam.keyboard.type('@k');
  const field = sam.getByRole('combobox', { name: 'Note' });
  await field.waitFor();
  expect(await field.getAttribute('aria-activedescendant')).toBe(
    await list.getByRole('option', { selected: true }).getAttribute('id'),
  );
  await sam.keyboard.press('ArrowDown');
  await sam.keyboard.press('ArrowUp');
  await sam.keyboard.press('Tab');
  await expect.poll(() => note.inputValue()).toBe('Ask @Kim <b>Bold</b> ');
  await sam.keyboard.type('about it');
  await sam.keyboard.press('Control+Enter');

  for (const page of [sam, kim]) {
    const log = page.getByRole('log');
    await log.getByText('Ask @Kim <b>Bold</b> about it').waitFor();
    expect(await log.locator('mark').allTextContents()).toEqual(['@Kim <b>Bold</b>']);
    expect(await log.locator('p b').count()).toBe(0);
  }
  const strength = (page: typeof sam) =>
    page
      .getByRole('log')
      .locator('mark')
      .evaluate((mark) => getComputedStyle(mark).backgroundColor);
  expect(await strength(sam)).not.toBe(await strength(kim));
});

it('a reply offers nobody, and on a phone a touch chooses', async () => {
  const desk = browser.desk();
  const conversation = await desk.message('mention-2', 'Hello', 'Bob');
  await desk.person('agent', 'Léa Moreau');
  const sam = await browser.open(await desk.person('agent', 'Sam'), `/queue/${conversation}`, {
    screen: NARROW,
    touch: true,
  });
  const reply = sam.getByRole('textbox', { name: 'Reply' });
  await reply.fill('Write to @lea');
  await sam.getByRole('radio', { name: 'Note' }).tap();
  const note = sam.getByRole('textbox', { name: 'Note' });
  await note.tap();
  await sam.keyboard.type('@lea');
  await sam.getByRole('option', { name: 'Léa Moreau' }).tap();
  await expect.poll(() => note.inputValue()).toBe('@Léa Moreau ');
  expect(await sam.getByRole('listbox').count()).toBe(0);
  await sam.getByRole('radio', { name: 'Reply' }).tap();
  await reply.tap();
  await sam.keyboard.press('End');
  await sam.keyboard.type('m');
  expect(await sam.getByRole('listbox').count()).toBe(0);
});
