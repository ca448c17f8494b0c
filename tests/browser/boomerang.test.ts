import { expect, it } from 'vitest';
import { deskInBrowser } from './open-page';
import { expectLive, rowOf } from './queue-page';

const browser = deskInBrowser();

it('a conversation that was put away is gone for the colleague too, and comes back by itself through a killed and restarted desk', async () => {
  const desk = browser.desk();
  const conversation = await desk.message('away-1', 'When does it ship?', 'Bo');
  const sam = await browser.open(await desk.person('agent', 'Sam'), `/queue/${conversation}`);
  const kim = await browser.open(await desk.person('agent', 'Kim'), '/queue');
  await Promise.all([expectLive(sam), expectLive(kim)]);
  await rowOf(kim, conversation).waitFor();

  await sam.getByRole('log').focus();
  await sam.keyboard.press('b');
  const dialog = sam.getByRole('dialog', { name: 'Come back later' });
  await dialog.getByRole('textbox', { name: 'Why' }).fill('The <b>warehouse</b> calls back');
  await sam.keyboard.press('Enter');
  await rowOf(kim, conversation).waitFor({ state: 'detached' });
  await sam.getByRole('log').getByText('The <b>warehouse</b> calls back').waitFor();
  await sam.getByRole('button', { name: 'Undo' }).click();
  await rowOf(kim, conversation).waitFor();

  await desk.call('POST', `/conversations/${conversation}/boomerang`, {
    returnsAt: new Date(Date.now() + 4_000).toISOString(),
    note: 'Only a moment',
  });
  await rowOf(kim, conversation).waitFor({ state: 'detached' });
  await desk.kill();
  await desk.launch();
  await rowOf(kim, conversation).waitFor();
  await sam.getByRole('log').getByText('Back in the queue').waitFor();
  // The pages say on their consoles that the desk was away.
  expect(browser.takeNoise().every((line) => /WebSocket|Failed to load/.test(line))).toBe(true);
});

it('an admin says after how long what is forgotten is resolved', async () => {
  const desk = browser.desk();
  const admin = await browser.open(await desk.person('admin', 'Ada'), '/settings/general');
  await admin.getByRole('combobox', { name: 'Resolve what is forgotten' }).click();
  await admin.getByRole('option', { name: '7 days' }).click();
  await admin.getByRole('button', { name: 'Save', disabled: false }).click();
  await admin.getByText('Resolved after 7 days').waitFor();
  expect(await desk.call('GET', '/settings')).toMatchObject({ autoResolveAfterHours: 168 });
});
