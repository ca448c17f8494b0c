import type { SiteValues } from '@/lib/channels/messenger/protocol';

/** What a site's page may ask of its messenger: `frontrow.push(['identify', token])`. */
export type SiteCall =
  | [name: 'identify', token: string]
  | [name: 'values', values: SiteValues]
  | [name: 'open' | 'close' | 'forget', nothing?: undefined];

/** What the loader on the page tells the frame. */
export type PageSays =
  | { says: 'page'; url: string; referrer: string }
  /** How it is to look: `fills` where the frame is to fill a phone's screen. */
  | { says: 'looks'; dark: boolean; fills: boolean }
  /** What the frame gave the page to keep. */
  | { says: 'kept'; text: string | null }
  | { says: 'call'; name: SiteCall[0]; value: SiteCall[1] };

/** What the frame tells the loader. */
export type FrameSays =
  | { says: 'ready' }
  /** The browser lets the frame keep nothing: the page keeps it. */
  | { says: 'keep'; text: string }
  /** What the site said that was not taken, and why. */
  | { says: 'refused'; messages: string[] }
  | { says: 'shape'; open: boolean; side: 'right' | 'left' };
