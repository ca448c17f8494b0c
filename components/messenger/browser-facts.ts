import type { BrowserWire } from '@/lib/channels/messenger/protocol';

/** Systems by what a browser calls itself, the more special first. */
const PLATFORMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPod/, 'iOS (iPhone)'],
  [/iPad/, 'iOS (iPad)'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** What the browser tells of itself. */
export function browserFacts(): BrowserWire {
  const { language, userAgent, maxTouchPoints } = navigator;
  const named = PLATFORMS.find(([pattern]) => pattern.test(userAgent))?.[1] ?? '';
  // An iPad calls itself a Mac, but no Mac is touched.
  const platform = named === 'macOS' && maxTouchPoints > 1 ? 'iOS (iPad)' : named;
  return { language, platform, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}
