import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { deskInBrowser, NARROW } from './open-page';
import { expectLive, expectRows, rowOf } from './queue-page';

const browser = deskInBrowser();

beforeEach(() => browser.desk().resolveAll());

/** New conversations of customers called so, in the order they wait in. */
async function waiting(...names: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names) ids.push(await browser.desk().message(name, 'Hello?', name));
  return ids;
}

const bar = (page: Page) => page.getByRole('region', { name: 'Selection' });
const boxOf = (page: Page, id: string) => rowOf(page, id).getByRole('checkbox');
const button = (page: Page, name: string | RegExp) =>
  bar(page).getByRole('button', { name, exact: typeof name === 'string' });

async function openLive(...asked: Parameters<typeof browser.open>): Promise<Page> {
  const page = await browser.open(...asked);
  await expectLive(page);
  return page;
}

describe('many at once', () => {
  it('one resolves all that match, a colleague sees them leave, and an undo brings all back in order', async () => {
    const desk = browser.desk();
    const { id: segment } = await desk.call('POST', '/segments', {
      name: 'Gold',
      join: 'all',
      conditions: [{ attribute: 'loyalty_status', operator: 'eq', operand: 'gold' }],
    });
    const [one = '', plain = '', two = '', three = ''] = await waiting(
      'One',
      'Pat',
      'Two',
      'Three',
    );
    for (const name of ['One', 'Two', 'Three']) await desk.crm(name, { loyalty_status: 'Gold' });
    const sam = await openLive(await desk.person('agent', 'Sam'), `/queue?segments=${segment}`);
    const kim = await openLive(await desk.person('agent', 'Kim'), '/queue');
    await expectRows(sam, [one, two, three]);
    await expectRows(kim, [one, plain, two, three]);

    await sam.keyboard.press('j');
    await sam.keyboard.press('x');
    await button(sam, 'Select all 3 that match').click();
    await bar(sam).getByText('All 3 selected').waitFor();
    await button(sam, 'Resolve').click();
    await expectRows(kim, [plain]);
    await sam.getByText('3 resolved', { exact: true }).waitFor();
    await bar(sam).waitFor({ state: 'detached' });

    await sam.keyboard.press('z');
    await expectRows(kim, [one, plain, two, three]);
    await expectRows(sam, [one, two, three]);
  });

  it('what is selected stays so while it changes places, and is let go of when it leaves', async () => {
    const desk = browser.desk();
    const { id: segment } = await desk.call('POST', '/segments', {
      name: 'Silver',
      join: 'all',
      conditions: [{ attribute: 'loyalty_status', operator: 'eq', operand: 'silver' }],
    });
    await desk.call('PUT', `/prioritization/${segment}`);
    const [one = '', two = '', three = ''] = await waiting('Uno', 'Due', 'Tre');
    const sam = await openLive(await desk.person('agent', 'Sam'), '/queue');
    await expectRows(sam, [one, two, three]);
    await boxOf(sam, two).check();
    await boxOf(sam, three).check();
    await bar(sam).getByText('2 selected').waitFor();
    // Nobody is at the list, so that it moves.
    await bar(sam).hover();

    await desk.crm('Tre', { loyalty_status: 'Silver' });
    await expectRows(sam, [three, one, two]);
    expect(await boxOf(sam, three).isChecked()).toBe(true);
    expect(await boxOf(sam, one).isChecked()).toBe(false);

    await desk.call('POST', `/conversations/${two}/status`, { status: 'resolved' });
    await bar(sam).getByText('1 selected · 1 left the list').waitFor();
    await sam.keyboard.press('Escape');
    await bar(sam).waitFor({ state: 'detached' });
  });

  it('Shift selects a stretch, by pointer and by keys, and opens nothing', async () => {
    const [a = '', b = '', c = '', d = ''] = await waiting('Anna', 'Bert', 'Cleo', 'Dora');
    const sam = await openLive(await browser.desk().person('agent', 'Sam'), '/queue');
    await expectRows(sam, [a, b, c, d]);
    const checked = () => Promise.all([a, b, c, d].map((id) => boxOf(sam, id).isChecked()));
    await boxOf(sam, a).check();
    await rowOf(sam, c)
      .getByRole('link')
      .click({ modifiers: ['Shift'] });
    expect(await checked()).toEqual([true, true, true, false]);
    await sam.keyboard.press('Escape');
    expect(await checked()).toEqual([false, false, false, false]);

    await rowOf(sam, d).getByRole('link').focus();
    await sam.keyboard.press('Shift+K');
    await sam.keyboard.press('Shift+ArrowUp');
    expect(await checked()).toEqual([false, true, true, true]);
    await sam.keyboard.press('Shift+ArrowDown');
    expect(await checked()).toEqual([false, false, true, true]);
    await sam.keyboard.press('Control+a');
    expect(await checked()).toEqual([true, true, true, true]);
    expect(new URL(sam.url()).pathname).toBe('/queue');
  });

  it('an agent moves their own only, and is told which could not be, and why', async () => {
    const desk = browser.desk();
    const [mine = '', theirs = ''] = await waiting('Mine', 'Theirs');
    const sam = await desk.person('agent', 'Sam Self');
    const kim = await desk.person('agent', 'Kim Other');
    const as = ({ cookie }: { cookie: string }) => ({ cookie });
    await desk.call('POST', `/conversations/${mine}/claim`, {}, as(sam));
    await desk.call('POST', `/conversations/${theirs}/claim`, {}, as(kim));
    const page = await openLive(sam, '/queue');
    await expectRows(page, [mine, theirs]);
    await boxOf(page, mine).check();
    await boxOf(page, theirs).check();
    await button(page, 'Assign…').click();
    const dialog = page.getByRole('dialog', { name: 'Assign 2 conversations' });
    await dialog.getByRole('combobox', { name: 'To' }).click();
    await page.getByRole('option', { name: 'Ada Admin' }).click();
    await dialog.getByRole('button', { name: 'Assign' }).click();
    await page.getByText('1 assigned · 1 could not be').waitFor();
    await rowOf(page, mine).getByText('owner Ada Admin').waitFor({ state: 'attached' });
    await rowOf(page, theirs).getByText('owner Kim Other').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Show' }).click();
    const list = page.getByRole('dialog', { name: '1 could not be assigned' });
    await list.getByText('Theirs', { exact: true }).waitFor();
    await list.getByText('An agent may hand over their own conversations only.').waitFor();
  });

  it('more than fifty are not done by one press', async () => {
    await waiting(...Array.from({ length: 51 }, (_, n) => `Crowd ${n}`));
    const sam = await openLive(await browser.desk().person('agent', 'Sam'), '/queue');
    await sam.keyboard.press('j');
    await sam.keyboard.press('x');
    await button(sam, 'Select all 51').click();
    await button(sam, 'Resolve').click();
    const asked = sam.getByRole('alertdialog', { name: 'Resolve 51 conversations?' });
    await asked.getByRole('button', { name: 'Resolve' }).click();
    await sam.getByText('51 resolved', { exact: true }).waitFor();
    await expectRows(sam, []);
  });

  it('by touch a press on Select makes rows selectable, and a tap opens none', async () => {
    const [a = '', b = ''] = await waiting('Anna', 'Bert');
    const options = { screen: NARROW, touch: true };
    const sam = await openLive(await browser.desk().person('agent', 'Sam'), '/queue', options);
    await expectRows(sam, [a, b]);
    await sam.getByRole('button', { name: 'Select', exact: true }).tap();
    await rowOf(sam, a).getByRole('link').tap();
    await boxOf(sam, b).tap();
    await bar(sam).getByText('2 selected').waitFor();
    await button(sam, 'Take').tap();
    await sam.getByText('2 taken', { exact: true }).waitFor();
    expect(new URL(sam.url()).pathname).toBe('/queue');
    await rowOf(sam, a).getByText('owner Sam').waitFor({ state: 'attached' });
  });
});
