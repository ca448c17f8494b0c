import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { SignedIn } from '../built-desk';
import { deskInBrowser } from './open-page';

const browser = deskInBrowser();

it('a mention is told to the one it calls, where they are, until they have read it', async () => {
  const desk = browser.desk();
  const conversation = await desk.message('notice-1', 'Where is it?', 'Ann');
  const kim = await desk.person('agent', 'Kim');
  const [mine, theirs] = await Promise.all([
    openListening(kim, '/preferences'),
    openListening(await desk.person('agent', 'Ola'), '/preferences'),
  ]);
  const sam = await desk.person('supervisor', 'Sam');
  const note = { text: '@Kim, is she yours?', mentions: [kim.id] };
  await call(sam, conversation, 'notes', note);

  const toast = toastsOf(mine).filter({ hasText: 'Sam mentioned you' });
  await toast.getByText('Ann: @Kim, is she yours?').waitFor();
  await expect.poll(() => mine.title()).toBe('(1) Preferences · Frontrow');
  await expect.poll(() => iconOf(mine)).toContain('data:image/svg+xml');
  await expect.poll(() => soundsOf(mine)).toBe(1);
  await toast.getByRole('button', { name: 'Open' }).click();
  await mine.getByRole('heading', { name: 'Ann', level: 1 }).waitFor();
  await expect.poll(() => mine.title()).toBe('Conversation · Frontrow');
  await expect.poll(() => iconOf(mine)).not.toContain('data:');

  // Whatever Ola had been told would be here by now.
  await desk.message('notice-1', 'Anybody?', 'Ann');
  await mine.getByRole('log').getByText('Anybody?').waitFor();
  expect(await theirs.title()).toBe('Preferences · Frontrow');
  expect(await iconOf(theirs)).not.toContain('data:');
  expect(await toastsOf(theirs).count()).toBe(0);
  expect(await soundsOf(theirs)).toBe(0);
});

it('an assignment to a hidden desk of two tabs is one notice and one sound, and a click opens it', async () => {
  const desk = browser.desk();
  const [ann, bob] = [
    await desk.message('notice-2', 'Where is it?', 'Ann'),
    await desk.message('notice-3', 'Hello', 'Bob'),
  ];
  const kim = await desk.person('agent', 'Kim');
  const sam = await desk.person('supervisor', 'Sam');
  const first = await openListening(kim, '/preferences');
  const second = await listen(await first.context().newPage(), '/preferences');
  const tabs = [first, second];
  const told = async () => (await Promise.all(tabs.map(noticesOf))).flat();
  await Promise.all(tabs.map(hide));

  await call(sam, ann, 'assign', { personId: kim.id, note: 'She knows you' });
  await expect.poll(told).toEqual(['Sam gave you a conversation / Ann: She knows you']);
  for (const tab of tabs) await expect.poll(() => tab.title()).toBe('(1) Preferences · Frontrow');
  await second.getByRole('switch', { name: 'Say what was written' }).click();
  await call(sam, bob, 'assign', { personId: kim.id, note: 'He too' });
  await expect
    .poll(async () => (await told()).sort())
    .toEqual([
      'Sam gave you a conversation / Ann: She knows you',
      'Sam gave you a conversation / Bob',
    ]);
  expect((await Promise.all(tabs.map(soundsOf))).reduce((a, b) => a + b)).toBe(2);
  expect(await Promise.all(tabs.map((tab) => toastsOf(tab).count()))).toEqual([0, 0]);

  const clicked = await Promise.all(tabs.map(clickNotice));
  const teller = tabs[clicked.findIndex((href) => href)];
  await teller?.waitForURL(/\/queue\//);
});

it('an arrival of priority is told to all but whoever brought it about, unless switched off', async () => {
  const desk = browser.desk();
  const conditions = [{ attribute: 'country', operator: 'eq', operand: 'Peru' }];
  const segment = { name: 'From Peru', join: 'all', conditions };
  const { id } = await desk.call('POST', '/segments', segment);
  await desk.call('PUT', `/prioritization/${id}`);
  const conversation = await desk.message('notice-4', 'Hola', 'Cleo');
  const [kim, sam] = [await desk.person('agent', 'Kim'), await desk.person('agent', 'Sam')];
  const [kims, sams] = [
    await openListening(kim, '/preferences'),
    await openListening(sam, `/queue/${conversation}`),
  ];
  await Promise.all([kims, sams].map(hide));
  const values = { as: 'agent', values: { country: 'Peru' } };
  await desk.call('PATCH', '/contacts/notice-4/attributes', values, { cookie: sam.cookie });
  await expect.poll(() => noticesOf(kims)).toEqual(['Priority 1 came in / Cleo: Hola']);
  expect(await soundsOf(kims)).toBe(0);

  await kims.getByRole('switch', { name: 'Priority: desktop' }).click();
  await kims.getByRole('switch', { name: 'Priority: sound' }).click();
  await desk.message('notice-5', 'Buenas', 'Dora');
  await desk.call('PATCH', '/contacts/notice-5/attributes', values);
  await expect.poll(() => soundsOf(kims)).toBe(1);
  await expect.poll(() => noticesOf(sams)).toEqual(['Priority 1 came in / Dora: Buenas']);
  expect(await noticesOf(kims)).toHaveLength(1);
});

const toastsOf = (page: Page) => page.locator('[data-sonner-toast]');

const call = ({ cookie }: SignedIn, conversation: string, verb: string, body: object) =>
  browser.desk().call('POST', `/conversations/${conversation}/${verb}`, body, { cookie });

/** A page of this person's own browser that listens from its beginning. */
async function openListening(person: SignedIn, path: string): Promise<Page> {
  return listen(await browser.open(person, 'about:blank'), path);
}

/** Notes the desktop notices that the page shows and the sounds that it plays, from when it hears of anything. */
async function listen(page: Page, path: string): Promise<Page> {
  await page.context().grantPermissions(['notifications']);
  await page.addInitScript(() => {
    const shown: Notification[] = [];
    const sounds: OscillatorNode[] = [];
    const Shown = window.Notification;
    window.Notification = class extends Shown {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        shown.push(this);
      }
    };
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...when) {
      sounds.push(this);
      start.apply(this, when);
    };
    Object.assign(window, {
      noticesShown: () => shown.map(({ title, body }) => `${title} / ${body}`),
      noticesClicked: () => shown[0]?.dispatchEvent(new Event('click')),
      // Two notes make a sound.
      soundsPlayed: () => sounds.length / 2,
    });
  });
  const watched = page
    .waitForEvent('websocket')
    .then((socket) =>
      socket.waitForEvent('framesent', ({ payload }) => String(payload).includes('arrival:watch')),
    );
  await page.goto(path);
  await watched;
  // Browsers play nothing before somebody has done something.
  await page.getByRole('heading', { level: 1 }).first().click();
  return page;
}

declare global {
  interface Window {
    noticesShown: () => string[];
    noticesClicked: () => boolean | undefined;
    soundsPlayed: () => number;
  }
}

const noticesOf = (page: Page) => page.evaluate(() => window.noticesShown());
const soundsOf = (page: Page) => page.evaluate(() => window.soundsPlayed());
const clickNotice = (page: Page) => page.evaluate(() => window.noticesClicked());

const iconOf = (page: Page) =>
  page
    .locator('link[rel~="icon"]')
    .first()
    .evaluate((icon) => icon.getAttribute('href'));

/** Has the page believe that another one is in front of it. */
async function hide(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
}
