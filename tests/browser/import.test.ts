import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { deskInBrowser } from './open-page';

const browser = deskInBrowser();

const FILE = [
  'Customer ID;Name;Country;Loyalty status',
  'csv-1;Anna Adler;Belgium;Gold',
  'csv-2;Bert Bauer;Belgium;',
  'csv-2;Bert again;France;',
  ';Nobody;France;',
].join('\r\n');

it('a supervisor imports a file after she has seen what would happen, and a colleague finds the contacts at once; then she undoes it', async () => {
  const desk = browser.desk();
  const [sue, kim] = [await desk.person('supervisor', 'Sue'), await desk.person('agent', 'Kim')];
  const page = await browser.open(sue, '/contacts');
  await page.getByRole('link', { name: 'Import' }).click();
  await page.getByRole('heading', { name: 'Import contacts' }).waitFor();
  await page.getByLabel('CSV file').setInputFiles({
    name: 'customers.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(FILE),
  });
  await page.getByText('4 rows').waitFor();
  await page.getByRole('combobox', { name: 'What Customer ID is, External id' }).waitFor();
  await page.getByRole('combobox', { name: 'What Name is, Name' }).waitFor();
  await page.getByText('Loyalty status is managed by the CRM.').waitFor();

  await page.getByRole('button', { name: 'See what would happen' }).click();
  await page.getByText('Nothing has changed yet.').waitFor();
  const result = page.getByRole('region', { name: 'What would happen' });
  await result.getByText('This external id is in row 2 already.').waitFor();
  await result.getByText('The external id is missing.').waitFor();

  await page.getByRole('button', { name: 'Import 2 contacts' }).click();
  await page.getByText('All 4 rows are through.').waitFor();
  const colleague = await browser.open(kim, '/contacts?q=anna');
  const found = colleague.getByRole('list', { name: 'Contacts' });
  await found.getByText('Anna Adler').waitFor();
  expect(await colleague.getByRole('link', { name: 'Import' }).count()).toBe(0);
  await found.getByRole('link', { name: /Anna Adler/ }).click();
  await colleague.getByRole('heading', { name: 'Anna Adler' }).waitFor();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'What became of each row' }).click();
  const results = await readFile(await (await download).path(), 'utf8');
  expect(results).toContain('1,csv-1,created,');
  expect(results).toContain('3,csv-2,refused,This external id is in row 2 already.');

  // Somebody works with one of them meanwhile.
  await desk.message('csv-2', 'Hello', 'Bert Bauer');
  await page.getByRole('button', { name: 'Undo this import' }).click();
  await page.getByRole('button', { name: 'Undo the import' }).click();
  await page.getByText('Undone: 1 of 2 contacts are as before.').waitFor();
  await page.getByText('They have written in since.').waitFor();
  await colleague.getByRole('heading', { name: 'There is no such contact' }).waitFor();
});

it('a file that is none says so, and another is chosen', async () => {
  const desk = browser.desk();
  const page = await browser.open(await desk.person('supervisor', 'Sal'), '/contacts/import');
  const choose = page.getByLabel('CSV file');
  await choose.setInputFiles({
    name: 'old.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([0x69, 0x64, 0x0a, 0xff, 0xfe, 0x00]),
  });
  await page.getByRole('alert').getByText('Save it as “CSV UTF-8”').waitFor();
  expect(browser.takeNoise()).toHaveLength(1);
  await choose.setInputFiles({
    name: 'a.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('a,b\n1,2'),
  });
  await page.getByText('Choose the column that has the external id').waitFor();
  expect(await page.getByRole('button', { name: 'See what would happen' }).isDisabled()).toBe(true);
});

it('the export holds what the filter holds, and an agent is offered none', async () => {
  const desk = browser.desk();
  await desk.call('PUT', '/contacts/out-1', { values: { name: '=Out One', country: 'Outland' } });
  await desk.call('PUT', '/contacts/out-2', { values: { name: 'Other', country: 'Elsewhere' } });
  const where = JSON.stringify([{ attribute: 'country', operator: 'eq', operand: 'outland' }]);
  const path = `/contacts?${new URLSearchParams({ where })}`;
  const page = await browser.open(await desk.person('supervisor', 'Sol'), path);
  await page.getByText('1 found').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text).toContain("out-1,api,,'=Out One,");
  expect(text).not.toContain('out-2');
  const agent = await browser.open(await desk.person('agent', 'Ali'), '/contacts');
  await agent.getByRole('list', { name: 'Contacts' }).waitFor();
  expect(await agent.getByRole('link', { name: 'Export' }).count()).toBe(0);
  await agent.goto('/contacts/import');
  await agent.getByText('Importing is for supervisors and admins').waitFor();
});
