import type { Scalar } from '@/lib/attributes/attribute';
import { type DemoContact, demoEmail } from './seed-contacts';
import type { Random } from './seed-random';

export const DEMO_CHANNELS = ['website', 'app', 'api', 'twitter', 'email'] as const;
export type DemoChannel = (typeof DEMO_CHANNELS)[number];

type Values = ReadonlyMap<string, Scalar>;

const PAGES = [
  '/products/lamps',
  '/products/armchairs',
  '/pricing',
  '/orders',
  '/account/invoices',
  '/help/returns',
  '/help/delivery',
  '/checkout/address',
  '/checkout/payment',
  '/cart',
];
const REFERRERS = [
  'https://www.google.com/',
  'https://duckduckgo.com/',
  'https://www.bing.com/',
  'https://news.ycombinator.com/',
  'https://newsletter.example.com/november',
];
const PLATFORMS = ['iOS 26.1', 'iOS 25.6', 'Android 16', 'Android 15', 'Android 14'];

/** A page of the demo's shop. */
export function demoPage(random: Random): string {
  return `https://shop.example.com${random.pick(PAGES)}`;
}

/** What a channel knows of a customer at their first message. */
export function channelValues(
  channel: DemoChannel,
  { contact, number, followers }: { contact: DemoContact; number: number; followers: number },
  random: Random,
): Values {
  const values = new Map<string, Scalar>();
  if (channel === 'website' || channel === 'api') {
    values.set('page_url', demoPage(random));
    if (random.chance(0.6)) values.set('referrer', random.pick(REFERRERS));
  }
  if (channel === 'app') values.set('device_platform', random.pick(PLATFORMS));
  if (channel === 'twitter' || followers > 0) values.set('twitter_followers', followers);
  if (channel === 'email') values.set('email', demoEmail(contact.name, number));
  if (channel !== 'twitter' && channel !== 'email') values.set('language', contact.language);
  return values;
}

/** What the CRM knows of a customer. */
export function crmValues(platinum: boolean, nowMs: number, random: Random): Values {
  const status = platinum
    ? 'Platinum'
    : random.pick(['Bronze', 'Bronze', 'Silver', 'Silver', 'Gold']);
  const days = random.between(20, 4_200);
  const since = new Date(nowMs - days * 86_400_000).toISOString().slice(0, 10);
  const worth = platinum ? random.between(2_900, 14_000) : random.between(20, 3_200);
  return new Map<string, Scalar>([
    ['loyalty_status', status],
    ['customer_since', since],
    ['lifetime_value', worth + random.between(0, 99) / 100],
  ]);
}

/** What a colleague has entered by hand. */
export function handValues(
  { contact, number, vip }: { contact: DemoContact; number: number; vip: boolean },
  random: Random,
): Values {
  const values = new Map<string, Scalar>();
  if (vip) values.set('vip', true);
  if (vip || random.chance(0.7)) values.set('country', contact.country);
  if (random.chance(0.6)) values.set('phone', demoPhone(contact.dial, random));
  if (random.chance(0.5)) values.set('email', demoEmail(contact.name, number));
  return values;
}

function demoPhone(dial: string, random: Random): string {
  const pair = () => String(random.between(0, 99)).padStart(2, '0');
  return `${dial}${random.between(0, 9)} ${pair()} ${pair()} ${pair()}`;
}
