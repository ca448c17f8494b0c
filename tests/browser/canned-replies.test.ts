import { expect, it } from 'vitest';
import { deskInBrowser } from './open-page';
import { expectLive } from './queue-page';

const browser = deskInBrowser();

it('a supervisor writes a canned reply, and an agent answers with it by / and the customer’s name', async () => {
  const desk = browser.desk();
  const conversation = await desk.message('canned-1', 'Where is it?', 'Léa {{email}} Fontaine');
  const supervisor = await browser.open(
    await desk.person('supervisor', 'Marcus'),
    '/settings/canned-replies',
  );
  const sam = await browser.open(await desk.person('agent', 'Sam'), `/queue/${conversation}`);
  await expectLive(sam);

  await supervisor.getByText('No canned replies yet').waitFor();
  await supervisor.getByRole('button', { name: 'New canned reply' }).click();
  const dialog = supervisor.getByRole('dialog', { name: 'New canned reply' });
  await dialog.getByLabel('Title').fill('Where is my order');
  const text = dialog.getByLabel('Text');
  await text.fill('Hello {{nmae}},\nyour status is {{loyalty_status}}.\n');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('There is no attribute “nmae”.').waitFor();
  await text.fill('Hello {{name}},\nyour status is {{loyalty_status}}.\n');
  await dialog.getByRole('button', { name: 'Insert a placeholder' }).click();
  await supervisor.keyboard.type('your name');
  await supervisor.keyboard.press('Enter');
  expect(await text.inputValue()).toMatch(/\n\{\{my_name\}\}$/);
  await dialog.getByRole('button', { name: 'Save' }).click();
  const replies = supervisor.getByRole('list', { name: 'Canned replies' });
  await replies.getByRole('button', { name: 'Where is my order', exact: true }).waitFor();

  const reply = sam.getByRole('textbox', { name: 'Reply' });
  await reply.focus();
  await sam.keyboard.type('/');
  const list = sam.getByRole('dialog', { name: 'Canned replies' });
  await list.getByText('Hello Léa {{email}} Fontaine,').waitFor();
  await sam.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });
  expect(await reply.inputValue()).toBe('/');
  await sam.keyboard.press('Backspace');
  await sam.keyboard.type('/');
  await list.getByRole('option').waitFor();
  await sam.keyboard.type('order');
  await sam.keyboard.press('Enter');
  const filled = 'Hello Léa {{email}} Fontaine,\nyour status is [Loyalty status].\nSam';
  await expect.poll(() => reply.inputValue()).toBe(filled);

  await sam.getByText('1 placeholder to fill:').waitFor();
  await sam.keyboard.press('Control+Enter');
  const asked = sam.getByRole('alertdialog', { name: 'Send with 1 placeholder unfilled?' });
  await asked.getByRole('button', { name: 'Cancel' }).click();
  await asked.waitFor({ state: 'detached' });
  // What is not filled is selected: typing fills it.
  await expect.poll(() => reply.evaluate((area) => area === document.activeElement)).toBe(true);
  await sam.keyboard.type('Gold');
  expect(await reply.inputValue()).toContain('your status is Gold.');
  await sam.getByText('placeholder to fill').waitFor({ state: 'detached' });
  await sam.keyboard.press('Control+Enter');
  await sam.getByRole('log').getByText('your status is Gold.').waitFor();
});

it('a canned reply goes into a note at the caret, and is sent with a gap only once that was agreed to', async () => {
  const desk = browser.desk();
  await desk.call('POST', '/canned-replies', { title: 'VIP check', text: '(VIP: {{vip}})' });
  const conversation = await desk.message('canned-2', 'Hello', 'Bo');
  const sam = await browser.open(await desk.person('agent', 'Sam'), `/queue/${conversation}`);
  await expectLive(sam);
  await sam.getByRole('radio', { name: 'Note' }).click();
  const note = sam.getByRole('textbox', { name: 'Note' });
  await note.fill('Before after');
  await note.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(7, 7));
  await sam.getByRole('button', { name: 'Canned replies' }).click();
  await sam.getByRole('option', { name: /VIP check/ }).click();
  await expect.poll(() => note.inputValue()).toBe('Before (VIP: [VIP])after');
  await sam.getByRole('button', { name: 'Add note' }).click();
  const asked = sam.getByRole('alertdialog', { name: 'Send with 1 placeholder unfilled?' });
  await asked.getByRole('button', { name: 'Send anyway' }).click();
  await sam.getByRole('log').getByText('Before (VIP: [VIP])after').waitFor();
  expect(await sam.getByRole('textbox', { name: 'Reply' }).inputValue()).toBe('');
});

it('a deleted canned reply comes back on undo, and of two who edit one the second is told', async () => {
  const desk = browser.desk();
  const { id } = await desk.call('POST', '/canned-replies', { title: 'A goodbye', text: 'Bye' });
  const page = await browser.open(await desk.admin(), '/settings/canned-replies');
  const list = page.getByRole('list', { name: 'Canned replies' });
  const row = list.getByRole('button', { name: 'A goodbye', exact: true });
  await row.click();
  const dialog = page.getByRole('dialog', { name: 'Change canned reply' });
  await dialog.getByLabel('Text').fill('Good bye, {{name|friend}}');
  await desk.call('PATCH', `/canned-replies/${id}`, { text: 'See you' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('has saved this canned reply meanwhile').waitFor();
  await dialog.getByRole('button', { name: 'Save over it' }).click();
  await list.getByText('Good bye, {{name|friend}}').waitFor();

  await page.getByRole('searchbox', { name: 'Find canned replies' }).fill('bye goodbye');
  await list.getByRole('button', { name: 'More for A goodbye' }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await page.getByRole('button', { name: 'Delete canned reply' }).click();
  await row.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await row.waitFor();
  expect(browser.takeNoise().every((line) => line.includes('409'))).toBe(true);
});
