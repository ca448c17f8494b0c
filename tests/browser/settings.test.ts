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
  await page.getByText('Among all contacts: 1', { exact: true }).waitFor();
  await page.getByRole('button', { name: /^(Save|Create)/ }).click();
  await page.waitForURL(/\/settings\/segments$/);
  await page.getByText('Platinum people').first().waitFor();
  await rowOf(agent, late).getByText('Platinum people').waitFor();
});

it('the count among all contacts shows how far it has come, and stands where it was when it is over', async () => {
  const desk = browser.desk();
  const attributes = Array.from({ length: 20 }, (_, place) => `fact_${place}`);
  for (const key of attributes)
    await desk.call('POST', '/attributes', { key, label: key, format: 'text', manager: 'crm' });
  await bring(
    Array.from({ length: 10_000 }, (_, place) => ({
      externalId: `many-${place}`,
      values: Object.fromEntries(attributes.map((key) => [key, `${place % 4}`])),
    })),
  );
  const conditions = attributes.map((attribute) => ({ attribute, operator: 'eq', operand: '3' }));
  const segment = { name: 'Fourths', join: 'all', conditions };
  const { id } = await desk.call('POST', '/segments', segment);
  const page = await browser.open(await desk.admin(), `/settings/segments/${id}`);
  const preview = page.getByRole('complementary', { name: 'Preview' });
  await preview.getByText('Counting all contacts in the background:').waitFor();
  await preview.getByText(/^[\d,]+ of 10,0\d\d · [\d,]+ match so far$/).waitFor();
  const before = await preview.boundingBox();
  await preview.getByText('Among all contacts: 2,500', { exact: true }).waitFor();
  expect(await preview.boundingBox()).toEqual(before);
  await preview.getByText(/^of 10,0\d\d, counted in the background$/).waitFor();
});

it('a count that fails leaves the preview standing, and is tried again by itself', async () => {
  const desk = browser.desk();
  await desk.message('count-1', 'Hello', 'Inès Count');
  await desk.crm('count-1', { loyalty_status: 'Counted' });
  const conditions = [{ attribute: 'loyalty_status', operator: 'eq', operand: 'Counted' }];
  const segment = { name: 'Counted', join: 'all', conditions };
  const { id } = await desk.call('POST', '/segments', segment);
  const page = await browser.open(await desk.admin(), '/settings/segments');
  let previews = 0;
  await page.route('**/segments/preview', (route) => {
    previews += 1;
    return route.continue();
  });
  await page.route('**/segments/count', (route) => route.abort());
  await page.goto(`/settings/segments/${id}`);
  const preview = page.getByRole('complementary', { name: 'Preview' });
  await preview.getByText('All contacts could not be counted.').waitFor();
  await preview.getByText('Inès Count').first().waitFor();
  expect(browser.takeNoise().join()).toMatch(/ERR_FAILED/);
  await page.unroute('**/segments/count');
  const asked = previews;
  await preview.getByRole('button', { name: 'Try again' }).click();
  await preview.getByText('Among all contacts: 1', { exact: true }).waitFor();
  await preview.getByText('Inès Count').first().waitFor();
  expect(previews).toBe(asked);
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

/** Contacts come from the CRM, without a conversation. */
async function bring(rows: readonly object[]): Promise<void> {
  const desk = browser.desk();
  const answer = await fetch(`${desk.url}/api/v1/contacts/bulk`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await desk.token('ingest')}`,
      'content-type': 'application/x-ndjson',
    },
    body: rows.map((row) => JSON.stringify(row)).join('\n'),
  });
  expect(await answer.text()).not.toContain('"error"');
}
