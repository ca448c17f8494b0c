import { expect, it } from 'vitest';
import { deskInBrowser } from './open-page';
import { expectLive, rowOf } from './queue-page';

const browser = deskInBrowser();

it('an admin builds a segment that reads as a sentence and shows who would move', async () => {
  const desk = browser.desk();
  await desk.message('build-1', 'Hello', 'Waits Longest');
  const late = await desk.message('build-2', 'Hello', 'Léa Fontaine');
  await desk.crm('build-2', { loyalty_status: 'Platinum' });
  const page = await browser.open(await desk.admin(), '/settings/segments/new');
  const agent = await browser.open(await desk.person('agent', 'Sam'), '/queue');
  await expectLive(agent);

  await page.getByLabel('Name').first().fill('Platinum people');
  await page.getByRole('combobox', { name: /attribute/i }).click();
  await page.getByRole('option', { name: /Loyalty status/ }).click();
  await page
    .getByRole('textbox', { name: /value|operand|loyalty/i })
    .last()
    .fill('platinum');
  await page
    .getByText(/Loyalty status is platinum/i)
    .first()
    .waitFor();
  await page.getByText('Léa Fontaine').first().waitFor();
  await page
    .getByText(/2nd|from 2/i)
    .first()
    .waitFor();
  await page.getByRole('button', { name: /^(Save|Create)/ }).click();
  await page.waitForURL(/\/settings\/segments$/);
  await page.getByText('Platinum people').first().waitFor();
  await rowOf(agent, late).getByText('Platinum people').waitFor();
});

it('before an attribute is disabled, the dialog names the segments that depend on it', async () => {
  const desk = browser.desk();
  await desk.call('POST', '/segments', {
    name: 'In Belgium',
    join: 'all',
    conditions: [{ attribute: 'country', operator: 'eq', operand: 'Belgium' }],
  });
  const page = await browser.open(await desk.admin(), '/settings/attributes');
  await page.getByRole('switch', { name: /Country/ }).click();
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await dialog.getByText('In Belgium').waitFor();
  await dialog.getByRole('button', { name: /Disable/ }).click();
  await expect
    .poll(async () => {
      const { attributes } = await desk.call('GET', '/catalogue');
      return JSON.stringify(attributes);
    })
    .toMatch(/"key":"country"[^}]*"enabled":false/);
});

it('a new token is shown once', async () => {
  const page = await browser.open(await browser.desk().admin(), '/settings/tokens');
  await page
    .getByRole('button', { name: /(New|Create).*token/i })
    .first()
    .click();
  await page.getByRole('dialog').getByLabel('Name').fill('Nightly report');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Create/ })
    .click();
  const shown = page.getByRole('dialog').locator('input[readonly]');
  await shown.waitFor();
  const secret = await shown.inputValue();
  expect(secret).toMatch(/^frt_[\w-]{43}$/);
  await page.keyboard.press('Escape');
  await page.reload();
  await page.getByText('Nightly report').waitFor();
  expect(await page.content()).not.toContain(secret);
});
