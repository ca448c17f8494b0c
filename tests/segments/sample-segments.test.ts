import { expect, it } from 'vitest';
import { checkConditions } from '@/lib/segments/check-segment';
import { compileSegment } from '@/lib/segments/evaluate';
import { SAMPLE_SEGMENTS } from '@/lib/segments/sample-segments';
import { catalogue, contactValues } from './catalogue';

const attributes = catalogue();

it('every sample segment is one that the desk accepts as it stands', () => {
  for (const { join, conditions } of SAMPLE_SEGMENTS) {
    expect(checkConditions(join, conditions, attributes)).toEqual({ ok: true, conditions });
  }
});

it.each([
  ['Influencers on Twitter', { twitter_followers: 1001 }, { twitter_followers: 1000 }],
  ['Loyalty Platinum', { loyalty_status: 'PLATINUM' }, { loyalty_status: 'Gold' }],
  ['Website visitor', { page_url: 'https://example.org/' }, { page_url: ' ' }],
  ['App user', { device_platform: 'iOS' }, {}],
  ['French speakers', { language: 'fr' }, { language: 'nl' }],
  ['French speakers', { language: 'fr-BE' }, { language: 'en-FR' }],
  ['In Belgium', { country: 'BELGIË' }, { country: 'France' }],
  ['In Belgium', { country: 'France', phone: '+32 2 555 01 02' }, { phone: '+33 1 55 55 55' }],
])('%s matches %o and not %o', (name, inside, outside) => {
  const segment = SAMPLE_SEGMENTS.find((sample) => sample.name === name);
  if (!segment) throw new Error(`No sample segment ${name}`);
  const test = compileSegment(segment, { attributes, timeZone: 'UTC' });
  expect(test(contactValues(inside))).toBe(true);
  expect(test(contactValues(outside))).toBe(false);
});
