import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deskInBrowser, NARROW } from './open-page';
import { expectLive, expectRows } from './queue-page';
import { type Site, startSite } from './site';

const browser = deskInBrowser();
let site: Site;
let stranger: Site;

beforeAll(async () => {
  const desk = browser.desk();
  await desk.call('POST', '/channels', { key: 'website', label: 'Bike shop', kind: 'messenger' });
  site = await startSite(desk.url, 'website');
  stranger = await startSite(desk.url, 'website');
  await desk.call('PATCH', '/channels/website/messenger', { origins: [site.url] });
});

afterAll(async () => {
  await site.close();
  await stranger.close();
});

const messengerOn = (page: Page): FrameLocator => page.frameLocator('iframe[title="Messenger"]');

/** Somebody who is on the site, with the messenger open. */
async function visitorOn(path: string, options: Parameters<typeof browser.open>[2] = {}) {
  const page = await browser.open(null, `${site.url}${path}`, options);
  const messenger = messengerOn(page);
  await messenger.getByRole('button', { name: 'Write to Bike shop' }).click();
  return { page, messenger };
}

async function write(messenger: FrameLocator, text: string): Promise<void> {
  await messenger.getByRole('textbox', { name: 'Message to Bike shop' }).fill(text);
  await messenger.getByRole('button', { name: 'Send' }).click();
}

it('a visitor of a site writes, is followed from page to page, rises in the queue, and reads the answer at once', async () => {
  const desk = browser.desk();
  const conditions = [{ attribute: 'page_url', operator: 'contains', operand: '/cart' }];
  const segment = await desk.call('POST', '/segments', {
    name: 'In the cart',
    join: 'all',
    conditions,
  });
  await desk.call('PUT', `/prioritization/${segment.id}`);
  const before = await desk.message('earlier-1', 'I wait for longer', 'Wim');
  const kim = await browser.open(await desk.person('agent', 'Kim'), '/queue');
  await expectLive(kim);

  const { page, messenger } = await visitorOn('/bikes');
  await write(messenger, 'Is the <b>red</b> one in stock?');
  const row = kim.getByRole('listitem').filter({ hasText: 'Is the <b>red</b> one' });
  await row.waitFor();
  const conversation = (await row.getAttribute('data-conversation')) ?? '';
  await expectRows(kim, [before, conversation]);
  await row.click();
  // Rows do not move under a pointer.
  await kim.mouse.move(900, 500);
  const panel = kim.getByRole('complementary', { name: 'Contact' });
  await panel.getByText(`${site.url}/bikes`).waitFor();

  await page.getByRole('button', { name: 'To the cart' }).click();
  await panel.getByText(`${site.url}/cart?step=1`).waitFor();
  await expectRows(kim, [conversation, before]);

  await kim.keyboard.press('r');
  await kim.keyboard.type('Yes: https://shop.example/red. <script>x()</script>');
  await messenger.getByText('Kim is writing…').waitFor();
  await kim.keyboard.press('Control+Enter');
  const answer = messenger.getByRole('log').getByText('<script>x()</script>');
  await answer.waitFor();
  await messenger.getByText('Kim', { exact: true }).waitFor();
  const link = messenger.getByRole('link', { name: 'https://shop.example/red' });
  expect(await link.getAttribute('rel')).toContain('noopener');

  await page.reload();
  await messenger.getByRole('log').getByText('Is the <b>red</b> one in stock?').waitFor();
  await answer.waitFor();
});

it('what a visitor writes while offline is shown as such and is sent once they are back', async () => {
  const { page, messenger } = await visitorOn('/');
  await write(messenger, 'First');
  await expect.poll(() => messenger.locator('time').count()).toBe(1);
  await page.context().setOffline(true);
  await messenger.getByText('You are offline.').waitFor();
  await write(messenger, 'Second');
  await messenger.getByText('Waits until you are back online').waitFor();
  await page.context().setOffline(false);
  await expect.poll(() => messenger.locator('time').count(), { timeout: 20_000 }).toBe(2);
  expect(await messenger.getByRole('log').locator('.text').allTextContents()).toEqual([
    'First',
    'Second',
  ]);
  const heard = browser.takeNoise();
  expect(heard.filter((line) => !/ERR_INTERNET_DISCONNECTED|WebSocket/.test(line))).toEqual([]);
});

it('new answers are counted on the closed messenger, which opens and closes by the keyboard', async () => {
  const desk = browser.desk();
  const { page, messenger } = await visitorOn('/');
  await write(messenger, 'Call me back');
  await expect.poll(() => messenger.locator('time').count()).toBe(1);
  await page.keyboard.press('Escape');
  const launcher = messenger.getByRole('button', { name: 'Write to Bike shop' });
  await launcher.waitFor();
  const { entries } = await desk.call('GET', '/queue?status=new');
  const found = Array.isArray(entries) && entries.find(({ preview }) => preview === 'Call me back');
  await desk.call('POST', `/conversations/${found.conversationId}/replies`, { text: 'Gladly' });
  await messenger.getByRole('button', { name: 'Write to Bike shop, 1 new answer' }).press('Enter');
  await messenger.getByRole('log').getByText('Gladly').waitFor();
  await page.keyboard.press('Escape');
  await messenger.getByRole('button', { name: 'Write to Bike shop', exact: true }).waitFor();
});

it('a site that has no leave shows no messenger', async () => {
  const page = await browser.open(null, stranger.url);
  await expect.poll(() => browser.takeNoise().join('\n')).toContain('frame-ancestors');
  expect(await messengerOn(page).getByRole('button').count()).toBe(0);
});

it('a page that frames the desk itself sees nothing, and the frame knows nobody who is signed in', async () => {
  const desk = browser.desk();
  const admin = await browser.open(await desk.admin(), `${site.url}/`);
  const messenger = messengerOn(admin);
  await messenger.getByRole('button', { name: 'Write to Bike shop' }).click();
  await messenger.getByRole('textbox').waitFor();
  const frame = admin.frames().find((one) => one.url().includes('/messenger/website'));
  const seen = await frame?.evaluate(async () => {
    const answer = await fetch('/api/v1/queue');
    return { status: answer.status, cookie: document.cookie };
  });
  expect(seen).toEqual({ status: 401, cookie: '' });
  await admin.evaluate((url) => {
    const framed = document.createElement('iframe');
    framed.src = `${url}/queue`;
    framed.id = 'framed';
    document.body.append(framed);
  }, desk.url);
  const heard: string[] = [];
  await expect
    .poll(() => {
      heard.push(...browser.takeNoise());
      return heard.join('\n');
    })
    .toMatch(/^(?=[\s\S]*\b401\b)(?=[\s\S]*(frame-ancestors|X-Frame-Options))/);
  // How often a refusal is told, and when, is the browser's own.
  await admin.close();
  heard.push(...browser.takeNoise());
  const refused = /\b401\b|frame-ancestors|X-Frame-Options/;
  expect(heard.filter((line) => !refused.test(line))).toEqual([]);
});

it('what is asked before the first message is refused at its field, and is known to the agent then', async () => {
  const desk = browser.desk();
  const preChat = [
    { attribute: 'name', required: true },
    { attribute: 'twitter_followers', required: false },
  ];
  await desk.call('PATCH', '/channels/website/messenger', { preChat });
  const { messenger } = await visitorOn('/', { screen: NARROW, touch: true });
  await messenger.getByRole('textbox', { name: 'Name' }).fill('Wim');
  await messenger.getByRole('textbox', { name: 'Twitter followers' }).fill('many');
  await messenger.getByRole('textbox', { name: 'Your message' }).fill('Hello there');
  await messenger.getByRole('button', { name: 'Send' }).click();
  await messenger.getByText('This must be a number').waitFor();
  const found = await new AxeBuilder({ page: messenger.owner().page() }).analyze();
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await messenger.getByRole('textbox', { name: 'Twitter followers' }).fill('12');
  await messenger.getByRole('button', { name: 'Send' }).click();
  await messenger.getByRole('log').getByText('Hello there').waitFor();
  const { entries } = await desk.call('GET', '/queue?status=new');
  expect(entries).toContainEqual(
    expect.objectContaining({
      preview: 'Hello there',
      contact: expect.objectContaining({ name: 'Wim' }),
    }),
  );
  await desk.call('PATCH', '/channels/website/messenger', { preChat: [] });
});

it('what a site loads of it is less than 30 kB', () => {
  const kB = ['loader.js', 'widget.js', 'widget.css'].map(
    (name) => gzipSync(readFileSync(`dist/messenger/${name}`)).byteLength / 1_000,
  );
  expect(kB.reduce((sum, one) => sum + one, 0)).toBeLessThan(30);
});
