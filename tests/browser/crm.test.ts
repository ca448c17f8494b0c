import { afterAll, beforeAll, expect, it } from 'vitest';
import { crmOfTheirs, says } from '../crm/crm-of-theirs';
import { deskInBrowser } from './open-page';
import { expectLive, expectRows, rowOf } from './queue-page';

const browser = deskInBrowser();
let crm: Awaited<ReturnType<typeof crmOfTheirs>>;

beforeAll(async () => {
  crm = await crmOfTheirs(says({ loyalty: { tier: 'Platinum' } }));
});
afterAll(() => crm.close());

it('an admin connects a CRM, and sees what it says before anything is filled in', async () => {
  const page = await browser.open(await browser.desk().admin(), '/settings/crm');
  await page.getByRole('button', { name: 'New secret' }).click();
  await page.getByRole('button', { name: 'Create secret' }).click();
  crm.uses(await page.getByRole('textbox', { name: 'Secret', exact: true }).inputValue());
  await page.getByRole('button', { name: 'I have copied it' }).click();
  await page.getByText(/^whsec_•/).waitFor();

  await page.getByLabel('Address').fill(crm.url);
  await page.getByRole('button', { name: 'Value', exact: true }).click();
  await page.getByRole('combobox', { name: 'Attribute' }).click();
  await page.getByRole('option', { name: /Loyalty status/ }).click();
  await page.getByRole('textbox', { name: 'Path of Loyalty status' }).fill('loyalty.tier');
  await page.getByLabel('Contact’s external id').fill('somebody');
  await page.getByRole('button', { name: 'Ask the CRM' }).click();
  await page.getByText(/^The CRM knows “somebody”\. It answered with 200 in \d+ ms\.$/).waitFor();
  await page.getByRole('list', { name: 'Values' }).getByText('Platinum').waitFor();
  await page.getByRole('button', { name: 'Save connection' }).click();
  await page.getByText('CRM connected').waitFor();
  expect(crm.asked.map(({ key }) => key)).toEqual(['somebody']);
});

it('a customer of the CRM rises in the queue by themselves, and the panel says why', async () => {
  const desk = browser.desk();
  const conditions = [{ attribute: 'loyalty_status', operator: 'eq', operand: 'Platinum' }];
  const segment = { name: 'Platinum', join: 'all', conditions };
  const { id } = await desk.call('POST', '/segments', segment);
  await desk.call('PUT', `/prioritization/${id}`);
  const agent = await browser.open(await desk.person('agent', 'Sam'), '/queue');
  await expectLive(agent);

  crm.does(says(undefined));
  const first = await desk.message('crm-1', 'I was first', 'Unknown Ulf');
  await expectRows(agent, [first]);
  crm.does(says({ loyalty: { tier: 'Platinum' } }));
  const second = await desk.message('crm-2', 'I came later', 'Platinum Pia');
  await expectRows(agent, [second, first]);

  await rowOf(agent, second).click();
  const panel = agent.getByRole('complementary', { name: 'Contact' });
  const lookup = panel.getByRole('region', { name: 'CRM' });
  await lookup.getByText('Validated by the CRM').waitFor();
  await lookup.getByText('Answered just now').waitFor();
  await panel.getByText('Platinum', { exact: true }).waitFor();

  crm.does(says({ loyalty: { tier: 12 } }));
  await lookup.getByRole('button', { name: 'Look up now' }).click();
  await lookup.getByText('This must be text, not a number.').waitFor();

  crm.does(says({ loyalty: { tier: 'Bronze' } }));
  await lookup.getByRole('button', { name: 'Look up now' }).click();
  await expectRows(agent, [first, second]);
  await lookup.getByText('This must be text, not a number.').waitFor({ state: 'detached' });

  crm.does((_, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end());
  await lookup.getByRole('button', { name: 'Look up now' }).click();
  await lookup
    .getByText(/It redirects to http:\/\/10\.0\.0\.1\/, and redirects are not followed\./)
    .waitFor();
  crm.does(says({ loyalty: { tier: 'Bronze' } }));
  await lookup.getByRole('button', { name: 'Look up now' }).click();
  await lookup.getByText(/redirects are not followed/).waitFor({ state: 'detached' });

  await rowOf(agent, first).click();
  await agent.getByRole('region', { name: 'CRM' }).getByText('Not known to the CRM').waitFor();
});
