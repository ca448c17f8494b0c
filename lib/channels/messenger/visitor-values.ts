import type { BrowserWire, PageWire } from './protocol';

const REGION = /^[A-Z]{2}$/;

/** What a visitor's browser tells of itself and of the page, by attribute key; what is empty says nothing. */
export function visitorValues(
  browser: BrowserWire | null,
  country: string | null,
): Map<string, string> {
  const values = new Map<string, string>();
  if (browser?.language) values.set('language', browser.language);
  if (browser?.platform) values.set('device_platform', browser.platform);
  if (browser?.timeZone) values.set('time_zone', browser.timeZone);
  if (country) values.set('country', country);
  return values;
}

/** The page, by attribute key; where there is none it is taken away. */
export function pageValues(page: PageWire | null): Map<string, string | null> {
  return new Map([
    ['page_url', page?.url || null],
    ['referrer', page?.referrer || null],
  ]);
}

/** The country of a two-letter code as a proxy gives it, in English; null for what is none. */
export function countryNamed(code: string | undefined): string | null {
  const region = code?.trim().toUpperCase() ?? '';
  // XX and T1 are what proxies say when they do not know, or for Tor.
  if (!REGION.test(region) || region === 'XX') return null;
  const name = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(region);
  return name ?? null;
}
