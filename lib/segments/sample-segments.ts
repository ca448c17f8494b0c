import type { Segment } from './segment';

export type SampleSegment = Pick<Segment, 'name' | 'join' | 'conditions'>;

/** Segments on standard attributes: made in the demo, offered as templates elsewhere. */
export const SAMPLE_SEGMENTS: readonly SampleSegment[] = [
  {
    name: 'Influencers on Twitter',
    join: 'all',
    conditions: [{ attribute: 'twitter_followers', operator: 'gt', operand: '1000' }],
  },
  {
    name: 'Loyalty Platinum',
    join: 'all',
    conditions: [{ attribute: 'loyalty_status', operator: 'eq', operand: 'platinum' }],
  },
  {
    name: 'Website visitor',
    join: 'all',
    conditions: [{ attribute: 'page_url', operator: 'notEmpty' }],
  },
  {
    name: 'App user',
    join: 'all',
    conditions: [{ attribute: 'device_platform', operator: 'notEmpty' }],
  },
  {
    // Begins with, so that fr-BE and French match too.
    name: 'French speakers',
    join: 'all',
    conditions: [{ attribute: 'language', operator: 'beginsWith', operand: 'fr' }],
  },
  {
    name: 'In Belgium',
    join: 'any',
    conditions: [
      {
        attribute: 'country',
        operator: 'anyOf',
        operand: ['Belgium', 'BE', 'Belgique', 'België'],
      },
      { attribute: 'phone', operator: 'contains', operand: '+32' },
    ],
  },
];
