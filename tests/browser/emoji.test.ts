import { expect, it } from 'vitest';
import { deskInBrowser } from './open-page';
import { expectLive } from './queue-page';

const browser = deskInBrowser();

it('an emoji comes by its name or from the list, by the keyboard alone, and the colleague sees it', async () => {
  const desk = browser.desk();
  const id = await desk.message('emoji-1', 'It works again!', 'Emma');
  const sam = await browser.open(await desk.person('agent', 'Sam'), `/queue/${id}`);
  const kim = await browser.open(await desk.person('agent', 'Kim'), `/queue/${id}`);
  await Promise.all([expectLive(sam), expectLive(kim)]);
  // While it offers something it is a combobox.
  const reply = sam.getByLabel('Reply', { exact: true }).and(sam.locator('textarea'));
  await reply.click();
  await sam.keyboard.type('Great :tada');
  await sam.getByRole('option', { name: 'party popper' }).waitFor();
  await sam.keyboard.press('Enter');
  expect(await reply.inputValue()).toBe('Great 🎉 ');

  await sam.getByRole('button', { name: 'Emoji' }).press('Enter');
  await sam.getByRole('combobox', { name: 'Search emoji' }).fill('red heart');
  await sam.getByRole('option', { name: 'red heart', selected: true }).waitFor();
  await sam.keyboard.press('Enter');
  await expect.poll(() => reply.inputValue()).toBe('Great 🎉 ❤️');
  await expect.poll(() => reply.evaluate((field) => field === document.activeElement)).toBe(true);

  await sam.keyboard.press('Control+Enter');
  await kim.getByRole('log').getByText('Great 🎉 ❤️').waitFor();
  // What was chosen lately stands first.
  await sam.getByRole('button', { name: 'Emoji' }).click();
  await expect
    .poll(() =>
      sam.getByRole('listbox', { name: 'Emoji' }).getByRole('option').first().textContent(),
    )
    .toBe('❤️');
});
