import { expect, it } from 'vitest';
import type { Condition } from '@/lib/segments/segment';
import { conditionSentence, segmentSentence } from '@/lib/segments/sentence';
import { catalogue } from './catalogue';

const attributes = catalogue();

it.each<[Condition, string]>([
  [
    { attribute: 'twitter_followers', operator: 'gt', operand: '1000' },
    'Twitter followers is more than 1,000',
  ],
  [
    { attribute: 'twitter_followers', operator: 'eq', operand: '-1234567.1234' },
    'Twitter followers is -1,234,567.1234',
  ],
  [
    { attribute: 'twitter_followers', operator: 'lte', operand: '999' },
    'Twitter followers is at most 999',
  ],
  [{ attribute: 'vip', operator: 'eq', operand: 'yes' }, 'VIP is yes'],
  [
    { attribute: 'language', operator: 'anyOf', operand: ['fr', 'nl'] },
    'Language is one of fr, nl',
  ],
  [
    { attribute: 'country', operator: 'ne', operand: 'Belgium' },
    'Country is not Belgium (or is not known)',
  ],
  [
    { attribute: 'phone', operator: 'notContains', operand: '+32' },
    'Phone does not contain +32 (or is not known)',
  ],
  [
    { attribute: 'customer_since', operator: 'lt', operand: '2025-03-31' },
    'Customer since is before 2025-03-31',
  ],
  [
    { attribute: 'loyalty_status', operator: 'gte', operand: '1000' },
    'Loyalty status is at least 1000',
  ],
  [{ attribute: 'page_url', operator: 'notEmpty' }, 'Page URL is not empty'],
  [{ attribute: 'gone', operator: 'eq', operand: 'x' }, 'gone is x'],
])('the condition %o reads “%s”', (condition, sentence) => {
  expect(conditionSentence(condition, attributes.get(condition.attribute))).toBe(sentence);
});

it('a segment reads as its conditions joined by and, or by or', () => {
  const conditions: Condition[] = [
    { attribute: 'country', operator: 'eq', operand: 'Belgium' },
    { attribute: 'phone', operator: 'contains', operand: '+32' },
  ];
  expect(segmentSentence({ join: 'any', conditions }, attributes)).toBe(
    'Country is Belgium or Phone contains +32',
  );
  expect(segmentSentence({ join: 'all', conditions }, attributes)).toBe(
    'Country is Belgium and Phone contains +32',
  );
});
