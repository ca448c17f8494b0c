import { expect, it } from 'vitest';
import { ATTRIBUTE_KEY } from '@/lib/attributes/attribute';
import { STANDARD_ATTRIBUTES } from '@/lib/attributes/standard-attributes';

it('the standard attributes are those every desk is promised, in order', () => {
  expect(
    STANDARD_ATTRIBUTES.map(({ key, format, manager }) => `${key} ${format} ${manager}`),
  ).toEqual([
    'vip boolean agent',
    'name text agent',
    'email text agent',
    'phone text agent',
    'language text agent',
    'country text agent',
    'page_url text channel',
    'referrer text channel',
    'device_platform text channel',
    'twitter_followers number channel',
    'loyalty_status text crm',
    'customer_since date crm',
  ]);
});

it('they are enabled, standard, and placed from 0', () => {
  for (const [position, attribute] of STANDARD_ATTRIBUTES.entries()) {
    expect(attribute).toMatchObject({ enabled: true, standard: true, position });
    expect(attribute.key).toMatch(ATTRIBUTE_KEY);
  }
});
