import { expect, it } from 'vitest';
import { deskInBrowser, NARROW } from './open-page';

const browser = deskInBrowser();

it('an agent searches as she types, opens what was found at its message, and comes back to it', async () => {
  const desk = browser.desk();
  const sam = await desk.person('agent', 'Sam');
  const conversation = await desk.message('long-1', 'The blue parcel never came', 'Léa Fontaine');
  for (let n = 0; n < 80; n += 1) await desk.message('long-1', `Hello again, number ${n}`);
  await desk.message('other-1', 'My parcel is broken', 'Otto');
  const page = await browser.open(sam, '/queue');
  await page.getByRole('link', { name: 'Search' }).click();
  const field = page.getByRole('searchbox', { name: /search contacts/i });
  await field.waitFor();
  await field.pressSequentially('parc');
  const found = page.getByRole('list', { name: 'Found' });
  await expect.poll(() => found.getByRole('listitem').count()).toBe(2);
  expect(await found.locator('mark').allTextContents()).toEqual(['parc', 'parc']);
  await field.pressSequentially('el blue');
  await expect.poll(() => found.getByRole('listitem').count()).toBe(1);
  expect(page.url()).toContain('q=parcel');

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/queue/${conversation}?message=*`);
  const marked = page.locator('[data-message][aria-current]');
  await marked.getByText('The blue parcel never came').waitFor();
  await expect.poll(() => marked.evaluate(isInView)).toBe(true);

  await page.getByRole('button', { name: 'Newest messages' }).click();
  await page.getByText('Hello again, number 79').first().waitFor();
  await page.goBack();
  await expect.poll(() => field.inputValue()).toBe('parcel blue');
});

it('an agent is told when nothing is found where she looks, and looks everywhere instead', async () => {
  const desk = browser.desk();
  const kim = await desk.person('agent', 'Kim');
  await desk.message('state-1', 'A single teapot', 'Tea <b>Pot</b>');
  const page = await browser.open(kim, '/search?q=teapot&status=resolved', { screen: NARROW });
  await page.getByText('Nothing has all these words').waitFor();
  await page.getByRole('button', { name: 'Look everywhere' }).click();
  await page.getByRole('list', { name: 'Found' }).getByText('Tea <b>Pot</b>').waitFor();
});

it('what the customer writes is found by an agent who searches already, and by a stranger not at all', async () => {
  const desk = browser.desk();
  const kim = await desk.person('agent', 'Kim');
  const page = await browser.open(kim, '/search');
  await page.getByText('Find any conversation').waitFor();
  await desk.message('fresh-1', 'Where is my umbrella?', 'Una');
  await page.getByRole('searchbox').fill('umbrella');
  await page.getByRole('list', { name: 'Found' }).getByText('Una').waitFor();
  const answer = await fetch(`${desk.url}/api/v1/search?q=umbrella`);
  expect(answer.status).toBe(401);
});

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
}
