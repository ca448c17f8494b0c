import { expect, it } from 'vitest';
import { deskInBrowser } from './open-page';
import { expectLive } from './queue-page';

const browser = deskInBrowser();

it('an agent skips with a reason and has the next one; a colleague is given the skipped one', async () => {
  const desk = browser.desk();
  const first = await desk.message('skip-1', 'Où est mon colis ?', 'Amélie');
  const second = await desk.message('skip-2', 'Where is it?', 'Bo');
  const sam = await browser.open(await desk.person('agent', 'Sam'), '/queue');
  const kim = await browser.open(await desk.person('agent', 'Kim'), '/queue');
  await Promise.all([expectLive(sam), expectLive(kim)]);

  await sam.keyboard.press('m');
  await sam.waitForURL(new RegExp(`/queue/${first}`));
  await sam.getByRole('log').getByText('Où est mon colis ?').waitFor();
  await sam.getByRole('button', { name: 'Owner: you' }).waitFor();
  await sam.getByRole('log').focus();
  await sam.keyboard.press('s');
  const dialog = sam.getByRole('dialog', { name: 'Skip, and take the next one' });
  await dialog.getByRole('button', { name: 'I do not speak the language' }).click();
  await sam.waitForURL(new RegExp(`/queue/${second}`));
  await sam.getByRole('log').getByText('Where is it?').waitFor();
  const header = async (id: string) => (await desk.call('GET', `/conversations/${id}`)).header;
  expect(await header(first)).toMatchObject({ status: 'new', owner: null });
  expect(await header(second)).toMatchObject({ owner: { name: 'Sam' } });

  await kim.keyboard.press('m');
  await kim.waitForURL(new RegExp(`/queue/${first}`));
  const trail = kim.getByRole('log').getByText('Sam skipped it');
  await trail.waitFor();
  await kim.getByRole('log').getByText('“I do not speak the language”').waitFor();

  // Kim has it now: of the two acts that Sam takes back, the skip is too late.
  await sam.getByRole('log').focus();
  await sam.keyboard.press('z');
  await sam.keyboard.press('z');
  await sam.getByText('This can no longer be undone: Kim has taken it since.').waitFor();
  await expect.poll(() => header(second)).toMatchObject({ owner: null });
  // The page says on its console that it was refused.
  expect(browser.takeNoise().every((line) => /409/.test(line))).toBe(true);
});
