import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { deskInBrowser, NARROW } from './open-page';
import { expectLive, expectRows, rowOf } from './queue-page';

const browser = deskInBrowser();

beforeEach(async () => {
  await browser.desk().resolveAll();
});

async function segmentOf(name: string, loyalty: string): Promise<string> {
  const conditions = [{ attribute: 'loyalty_status', operator: 'eq', operand: loyalty }];
  const { id } = await browser.desk().call('POST', '/segments', { name, join: 'all', conditions });
  return String(id);
}

const lineOf = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: new RegExp(name) });

/** Waits until the rail shows this count beside the view. */
const expectCount = (page: Page, name: string, count: number) =>
  expect.poll(() => lineOf(page, name).textContent()).toBe(`${name}, ${count}`);

async function saveAs(page: Page, name: string, team = false): Promise<void> {
  await page.getByRole('button', { name: 'New view' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save as a view' });
  await dialog.getByLabel('Name').fill(name);
  if (team) await dialog.getByRole('radio', { name: 'The team' }).click();
  await dialog.getByRole('button', { name: 'Save view' }).click();
  await dialog.waitFor({ state: 'detached' });
}

it('a view that a supervisor shares stands in the agent’s rail, with a count that follows the facts', async () => {
  const desk = browser.desk();
  const segment = await segmentOf('Goldies', 'gold');
  const first = await desk.message('view-1', 'Hello', 'Ann');
  const second = await desk.message('view-2', 'Hello', 'Bo');
  await desk.crm('view-1', { loyalty_status: 'gold' });
  const agent = await browser.open(await desk.person('agent', 'Sam'), '/queue');
  await expectLive(agent);
  const supervisor = await browser.open(
    await desk.person('supervisor', 'Marcus'),
    `/queue?segments=${segment}`,
  );
  await expectLive(supervisor);
  await expectRows(supervisor, [first]);

  await saveAs(supervisor, 'Gold first', true);
  await expectCount(supervisor, 'Gold first', 1);
  await expectCount(agent, 'Gold first', 1);
  await desk.crm('view-2', { loyalty_status: 'gold' });
  await expectCount(agent, 'Gold first', 2);
  await lineOf(agent, 'Gold first').click();
  await expectRows(agent, [first, second]);
  await expectCount(agent, 'Gold first', 2);

  // What one changes, the other's screen follows.
  await supervisor.getByRole('button', { name: 'Filters' }).click();
  await supervisor.getByRole('radio', { name: 'Pending' }).click();
  await supervisor.keyboard.press('Escape');
  await supervisor.getByRole('status').filter({ hasText: 'Edited' }).waitFor();
  await supervisor.getByRole('button', { name: 'Save', exact: true }).click();
  await expectCount(agent, 'Gold first', 0);
  await expectRows(agent, []);
  expect(await agent.getByText('Edited').count()).toBe(0);
});

it('an agent’s own view is seen by nobody else, and its link shows others the plain filter', async () => {
  const desk = browser.desk();
  const waiting = await desk.message('own-1', 'Is it secret?', 'Cy');
  const agent = await browser.open(await desk.person('agent', 'Sam'), '/queue?order=oldest');
  const admin = await browser.open(await desk.admin(), '/queue');
  await expectLive(agent);
  await expectLive(admin);
  await agent.getByRole('button', { name: 'New view' }).click();
  const dialog = agent.getByRole('dialog', { name: 'Save as a view' });
  await dialog.getByLabel('Name').fill('Sam’s own');
  await dialog.getByRole('button', { name: 'Last message' }).click();
  await dialog.getByRole('button', { name: 'Save view' }).click();
  await expectCount(agent, 'Sam’s own', 1);
  await agent.getByRole('heading', { name: 'Sam’s own' }).waitFor();
  await expect.poll(() => rowOf(agent, waiting).textContent()).not.toContain('Is it secret?');
  expect(await rowOf(agent, waiting).textContent()).toContain('Cy');

  await admin.goto(agent.url());
  await expectLive(admin);
  await expectRows(admin, [waiting]);
  await admin.getByRole('heading', { name: 'Queue' }).waitFor();
  await admin.getByRole('button', { name: /^Oldest first.*remove this filter/ }).waitFor();
  expect(await rowOf(admin, waiting).textContent()).toContain('Is it secret?');
  expect(await lineOf(admin, 'Sam’s own').count()).toBe(0);
});

it('views are gone through by [ and ], edited, saved as new, put back, renamed and deleted', async () => {
  const desk = browser.desk();
  await desk.message('keys-1', 'Hello', 'Di');
  const agent = await browser.open(await desk.person('agent', 'Sam'), '/queue?owner=mine');
  await expectLive(agent);
  await saveAs(agent, 'On my desk');
  await agent.keyboard.press('[');
  await agent.keyboard.press('[');
  const title = agent.getByRole('heading', { level: 1 });
  await expect.poll(() => new URL(agent.url()).search).not.toContain('owner=mine');
  for (let step = 0; step < 5 && (await title.textContent()) !== 'On my desk'; step += 1)
    await agent.keyboard.press(']');
  await expect.poll(() => title.textContent()).toBe('On my desk');

  await agent.getByRole('button', { name: /^Mine.*remove this filter/ }).click();
  await agent.getByRole('status').filter({ hasText: 'Edited' }).waitFor();
  await agent.getByRole('button', { name: 'Reset' }).click();
  await agent.getByRole('button', { name: /^Mine.*remove this filter/ }).click();
  await agent.getByRole('button', { name: 'Save as new' }).click();
  const dialog = agent.getByRole('dialog', { name: 'Save as a view' });
  await dialog.getByLabel('Name').fill('ON MY DESK');
  await dialog.getByRole('button', { name: 'Save view' }).click();
  await dialog.getByText('There is a view called ON MY DESK already.').waitFor();
  expect(browser.takeNoise()).toEqual([expect.stringContaining('409')]);
  await dialog.getByLabel('Name').fill('Everybody');
  await dialog.getByRole('button', { name: 'Save view' }).click();
  await expectCount(agent, 'Everybody', 1);

  await title.getByRole('button').click();
  await agent.getByRole('menuitem', { name: 'Name and columns…' }).click();
  const change = agent.getByRole('dialog', { name: 'Name and columns' });
  await change.getByLabel('Name').fill('All of them');
  await change.getByRole('button', { name: 'Save view' }).click();
  await expectCount(agent, 'All of them', 1);
  await title.getByRole('button').click();
  await agent.getByRole('menuitem', { name: 'Delete…' }).click();
  await agent
    .getByRole('alertdialog', { name: 'Delete All of them?' })
    .getByRole('button', { name: 'Delete view' })
    .click();
  await lineOf(agent, 'All of them').waitFor({ state: 'detached' });
  await expect.poll(() => title.textContent()).toBe('Queue');
});

it('a view whose segment was deleted says so, and goes on without it', async () => {
  const desk = browser.desk();
  const segment = await segmentOf('Short-lived', 'silver');
  await desk.message('gone-1', 'Hello', 'Ed');
  const agent = await browser.open(
    await desk.person('agent', 'Sam'),
    `/queue?segments=${segment}`,
    { screen: NARROW },
  );
  await expectLive(agent);
  const title = agent.getByRole('heading', { level: 1 });
  await title.getByRole('button').click();
  await agent.getByRole('menuitem', { name: 'Save as a view…' }).click();
  const dialog = agent.getByRole('dialog', { name: 'Save as a view' });
  await dialog.getByLabel('Name').fill('Silver ones');
  await dialog.getByRole('button', { name: 'Save view' }).click();
  await expect.poll(() => title.textContent()).toBe('Silver ones');

  await desk.call('DELETE', `/segments/${segment}`);
  await agent.getByText('A segment of this view was deleted').waitFor();
  await agent.getByRole('button', { name: 'Take it out of the view' }).click();
  await agent.getByText('Ed', { exact: true }).waitFor();
  await title.getByRole('button').click();
  await agent.getByRole('menuitemradio', { name: /^Silver ones.*1$/ }).waitFor();
});
