import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { deskInBrowser } from './open-page';
import { expectLive, rowsOf } from './queue-page';

const browser = deskInBrowser();

/** Each would say so on `window.ran`, or fetch from elsewhere, if anything took it for more than text. */
const HOSTILE = [
  '<script>window.ran = 1</script>',
  '</script><script>window.ran = 2</script>',
  '<!--<script>window.ran = 3</script>-->',
  '<img src=x onerror="window.ran = 4">',
  '"><svg onload="window.ran = 5">',
  '\'"--></style></textarea></title><svg/onload=window.ran=6>',
  '<iframe srcdoc="<script>parent.ran = 7</script>"></iframe>',
  '<a href="javascript:window.ran = 8">press me</a>',
  'javascript:window.ran=9//https://shop.example/',
  '<style>@import url(https://elsewhere.example/a.css);</style>',
  '<link rel="prefetch" href="https://elsewhere.example/b">',
  '<meta http-equiv="refresh" content="0;url=https://elsewhere.example/c">',
  '<base href="https://elsewhere.example/"><form action="https://elsewhere.example/d">',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is one for whoever would fill it.
  '{{constructor.constructor("window.ran = 10")()}} ${window.ran = 11} <%= window.ran %>',
  '{"__proto__":{"dangerouslySetInnerHTML":{"__html":"<img src=x onerror=window.ran=12>"}}}',
  '\u2028window.ran = 13\u2029\u202e<gnp.exe\u202c',
  '[press](javascript:window.ran=14) ![](https://elsewhere.example/e.png)',
  '=HYPERLINK("https://elsewhere.example/f","press")',
];

it('hostile text is text on every page, and nothing in it runs or fetches', async () => {
  const desk = browser.desk();
  const admin = await desk.admin();
  const conversation = await desk.message('hostile', 'Hello', HOSTILE[0]);
  for (const [place, text] of HOSTILE.entries()) {
    await desk.message('hostile', text, HOSTILE[0]);
    await desk.call('POST', `/conversations/${conversation}/notes`, { text });
    const one = await desk.message(`hostile-${place}`, text, text.slice(0, 80));
    const values = { country: text };
    await desk.call('PATCH', `/conversations/${one}/attributes`, { values });
    const title = `${place} ${text}`.slice(0, 80);
    const { id } = await desk.call('POST', '/segments', {
      name: title,
      join: 'all',
      conditions: [{ attribute: 'country', operator: 'eq', operand: text }],
    });
    await desk.call('PUT', `/prioritization/${String(id)}`);
    // What reads as a placeholder has to be one.
    await desk.call('POST', '/canned-replies', { title, text: text.replaceAll('{{', '{ {') });
  }

  const page = await browser.open(admin, '/queue');
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(desk.url)) elsewhere.push(request.url());
  });
  await expectLive(page);
  await expect.poll(async () => (await rowsOf(page)).length).toBeGreaterThanOrEqual(8);
  await page.goto(`/queue/${conversation}`);
  await expectLive(page);
  const said = page.getByRole('log').locator('p');
  await expect
    .poll(async () => {
      const all = await said.allTextContents();
      return HOSTILE.filter((text) => all.filter((one) => one === text).length !== 2);
    })
    .toEqual([]);
  await expectNothingRan(page);
  const why = page.getByRole('button', { name: /^Priority 1, why/ });
  await why.first().hover();
  await page.getByRole('dialog').getByText('Priority 1').waitFor();
  await expectNothingRan(page);
  await page.goto('/contacts');
  await page
    .getByRole('list', { name: 'Contacts' })
    .getByText(HOSTILE[3] ?? '')
    .first()
    .waitFor();
  await expectNothingRan(page);
  await page.getByRole('list', { name: 'Contacts' }).getByRole('link').last().click();
  await page.getByRole('heading', { name: 'Timeline' }).waitFor();
  await page.getByText('The customer wrote').first().waitFor();
  await expectNothingRan(page);
  for (const path of ['segments', 'prioritization', 'canned-replies', 'people']) {
    await page.goto(`/settings/${path}`);
    await page.getByRole('heading').first().waitFor();
    await expectNothingRan(page);
  }
  expect(elsewhere).toEqual([]);
});

async function expectNothingRan(page: Page): Promise<void> {
  expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toBeUndefined();
  const made =
    'img[src="x"], iframe, a[href^="javascript:"], base, meta[http-equiv=refresh], svg[onload]';
  expect(await page.locator(made).count()).toBe(0);
}
