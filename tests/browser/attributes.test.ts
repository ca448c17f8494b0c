import { expect, it } from 'vitest';
import { deskInBrowser, NARROW } from './open-page';
import { expectLive, expectRows, rowOf } from './queue-page';

const browser = deskInBrowser();

it('an admin is told who would move before an attribute is disabled, and an agent beside sees just that', async () => {
  const desk = browser.desk();
  const first = await desk.message('move-1', 'Hello', 'Waits Longest');
  const second = await desk.message('move-2', 'Hello', 'Grace Gold');
  await desk.crm('move-2', { loyalty_status: 'Gold' });
  const { id } = await desk.call('POST', '/segments', {
    name: 'Golden',
    join: 'all',
    conditions: [{ attribute: 'loyalty_status', operator: 'eq', operand: 'gold' }],
  });
  await desk.call('PUT', `/prioritization/${id}`);
  const agent = await browser.open(await desk.person('agent', 'Sam'), '/queue');
  await expectLive(agent);
  await expectRows(agent, [second, first]);

  const page = await browser.open(await desk.admin(), '/settings/attributes');
  await page.getByRole('switch', { name: 'Loyalty status is enabled' }).click();
  const dialog = page.getByRole('dialog', { name: 'Disable Loyalty status?' });
  await dialog.getByText('1 conversation changes its priority.').waitFor();
  await dialog.getByText('When you disable it, 1 moves down.').waitFor();
  await dialog.getByRole('link', { name: 'Golden High-priority 1 to 0' }).waitFor();
  const moves = dialog.getByRole('list', { name: 'Who would move' }).getByRole('listitem');
  const [move = '', ...others] = await moves.allInnerTexts();
  expect(move.replace(/\s+/g, ' ')).toBe('Grace Gold down from 1st → to 2nd');
  expect(others).toEqual([]);
  await expectRows(agent, [second, first]);

  await dialog.getByRole('button', { name: 'Disable', exact: true }).click();
  await expectRows(agent, [first, second]);
  expect(await rowOf(agent, second).getByText('Golden').count()).toBe(0);

  await page.getByRole('link', { name: 'Loyalty status', exact: true }).click();
  await page.getByRole('button', { name: 'Enable', exact: true }).click();
  await expectRows(agent, [second, first]);
  await page.getByRole('button', { name: 'Disable…' }).waitFor();
});

it('the page of an attribute says who has it, from where and which values, and leads to what depends on it', async () => {
  const desk = browser.desk();
  const countries = ['Belgium', 'belgium ', 'Belgium', 'Japan'];
  await Promise.all(
    countries.map((country, place) =>
      desk.call('PUT', `/contacts/land-${place}`, { values: { country } }),
    ),
  );
  await desk.call('POST', '/canned-replies', { title: 'Shipping', text: 'To {{country|you}}' });
  await desk.call('POST', '/channels', { key: 'site', label: 'Our site', kind: 'messenger' });
  await desk.call('PATCH', '/channels/site/messenger', {
    preChat: [{ attribute: 'country', required: false }],
  });
  const page = await browser.open(await desk.admin(), '/settings/attributes');
  await page.getByRole('link', { name: 'Country', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Country' }).waitFor();
  await page.getByText(/of \d+ contacts · \d+ %$/).waitFor();
  const values = page.getByRole('table', { name: 'Most common values' });
  await values.getByRole('row', { name: 'Belgium 3 75 %' }).waitFor();
  await values.getByRole('row', { name: 'Japan 1 25 %' }).waitFor();
  await page
    .getByRole('table', { name: 'Where it comes from' })
    .getByRole('row', { name: 'By hand 4 100 %' })
    .waitFor();

  await desk.call('PUT', '/contacts/land-0', { values: { country: 'Japan' } });
  await page.getByRole('button', { name: 'Count again' }).click();
  await values.getByRole('row', { name: 'Japan 2 50 %' }).waitFor();

  const dependents = page.getByRole('list', { name: 'What depends on it' });
  expect(await dependents.getByRole('link').allInnerTexts()).toEqual([
    'Shipping\nCanned reply',
    'Our site\nAsked by messenger',
  ]);
  await dependents.getByRole('link', { name: /Our site/ }).click();
  await page.getByRole('heading', { name: 'Our site' }).waitFor();
});

it('an attribute that a canned reply uses is not deleted, and is when the reply is gone', async () => {
  const desk = browser.desk();
  const size = { key: 'size', label: 'Size', format: 'number', manager: 'agent' };
  await desk.call('POST', '/attributes', size);
  const { id } = await desk.call('POST', '/canned-replies', { title: 'Fits', text: '{{size}}' });
  const page = await browser.open(await desk.admin(), '/settings/attributes/size', {
    screen: NARROW,
  });
  await page.getByText('No contact has a value for it yet.').waitFor();
  await page.getByRole('button', { name: 'Delete…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: 'Size is in use' }).waitFor();
  await dialog.getByRole('link', { name: /Fits/ }).waitFor();
  await desk.call('DELETE', `/canned-replies/${id}`);
  await page.reload();
  await page.getByRole('button', { name: 'Delete…' }).click();
  await dialog.getByRole('button', { name: 'Delete attribute' }).click();
  await page.waitForURL(/\/settings\/attributes$/);
  await page.goto('/settings/attributes/size');
  await page.getByRole('heading', { name: 'No such attribute' }).waitFor();
});

it('a supervisor reads the page of an attribute, and changes nothing', async () => {
  const desk = browser.desk();
  const page = await browser.open(
    await desk.person('supervisor', 'Sue'),
    '/settings/attributes/vip',
  );
  await page.getByText('Only admins change them.').waitFor();
  await page.getByRole('heading', { name: 'Coverage' }).waitFor();
  for (const name of [/Rename/, /Disable/, /Delete/])
    expect(await page.getByRole('button', { name }).count()).toBe(0);
});

it('a count that fails says so, and is tried again', async () => {
  const desk = browser.desk();
  const page = await browser.open(await desk.admin(), '/settings/attributes');
  await page.route('**/attributes/email/coverage', (route) => route.abort());
  await page.goto('/settings/attributes/email');
  await page.getByText('All contacts could not be counted.').waitFor();
  expect(browser.takeNoise().join()).toMatch(/ERR_FAILED/);
  await page.unroute('**/attributes/email/coverage');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('No contact has a value for it yet.').waitFor();
});
