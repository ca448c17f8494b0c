import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { BuiltDesk, type SignedIn } from '../built-desk';

const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export type Screen = { width: number; height: number };
export const WIDE: Screen = { width: 1440, height: 860 };
export const NARROW: Screen = { width: 390, height: 844 };

/**
 * One desk and one browser for the tests of a file. A page that complains on its console, or
 * meets an error, fails the test that opened it.
 */
export function deskInBrowser() {
  let desk: BuiltDesk;
  let browser: Browser;
  let noise: string[] = [];
  let closers: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    [desk, browser] = await Promise.all([
      BuiltDesk.start(),
      chromium.launch({ executablePath: inject('browserPath'), args: CHROMIUM_ARGS }),
    ]);
  });
  afterEach(async () => {
    await Promise.all(closers.map((close) => close()));
    const heard = noise;
    noise = [];
    closers = [];
    expect(heard, 'console noise of the pages').toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  return {
    desk: () => desk,

    /** A page of this person's own browser, at a path of the desk. */
    async open(
      person: SignedIn | null,
      path: string,
      options: { screen?: Screen; dark?: boolean; touch?: boolean } = {},
    ): Promise<Page> {
      const context = await browser.newContext({
        viewport: options.screen ?? WIDE,
        colorScheme: options.dark ? 'dark' : 'light',
        hasTouch: options.touch ?? false,
        baseURL: desk.url,
      });
      closers.push(() => context.close());
      if (person) await context.addCookies(cookiesOf(person, desk.url));
      const page = await context.newPage();
      page.on('pageerror', (error) => noise.push(String(error)));
      page.on('console', (message) => {
        if (!['error', 'warning'].includes(message.type())) return;
        // What was not loaded is said in its place, and not in its words.
        const { url } = message.location();
        noise.push(url ? `${message.text()} (${url})` : message.text());
      });
      await page.goto(path);
      return page;
    },

    /** For a test in which a page has to complain: takes what was heard, and forgets it. */
    takeNoise(): string[] {
      const heard = noise;
      noise = [];
      return heard;
    },
  };
}

function cookiesOf({ cookie }: SignedIn, url: string) {
  return cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
  });
}
