import { describe, expect, it } from 'vitest';
import { beginningOf, knownFacts } from '@/components/canned-replies/known-facts';
import type { Format, Scalar } from '@/lib/attributes/attribute';
import { fillPlaceholders } from '@/lib/attributes/placeholders';

const attribute = (key: string, format: Format, enabled = true) => ({
  key,
  label: key.toUpperCase(),
  format,
  manager: 'crm' as const,
  enabled,
  standard: false,
  position: 0,
});
const value = (key: string, known: Scalar) => ({
  attribute: key,
  value: known,
  source: 'crm' as const,
  setAt: '2026-01-05T12:00:00.000Z',
});

const known = knownFacts({
  attributes: [
    attribute('since', 'date'),
    attribute('seen', 'date'),
    attribute('followers', 'number'),
    attribute('vip', 'boolean'),
    attribute('name', 'text'),
    attribute('blank', 'text'),
    attribute('off', 'text', false),
    attribute('constructor', 'text'),
  ],
  values: [
    value('since', '2019-03-12'),
    value('seen', '2026-01-05T09:30:00+02:00'),
    value('followers', 12431),
    value('vip', false),
    value('name', '$& {{vip}} <b>'),
    value('blank', ' \n'),
    value('off', 'secret'),
    value('gone', 'secret'),
  ],
  myName: 'Sam',
});
const filled = (text: string) => fillPlaceholders(text, known).text;

describe('a canned reply for one customer', () => {
  it('says values as the screens say them', () => {
    expect(filled('{{since}} / {{seen}} / {{followers}} / {{vip}} / {{my_name}}')).toBe(
      '12 Mar 2019 / 2026-01-05 09:30:00+02:00 / 12,431 / no / Sam',
    );
  });

  it('takes a hostile value for text', () => {
    expect(filled('Hello {{name}}!')).toBe('Hello $& {{vip}} <b>!');
  });

  it('knows nothing of what is blank, disabled, deleted or never set', () => {
    expect(filled('{{blank}} {{off}} {{gone}} {{constructor}}')).toBe(
      '[BLANK] [OFF] [gone] [CONSTRUCTOR]',
    );
    expect(filled('{{blank|a}} {{off|b}} {{gone|c}} {{constructor|}}')).toBe('a b c ');
  });

  it('is shown by its beginning, in one line', () => {
    expect(beginningOf('\n  \nHello Ann,\n\n  it is  on its way.\n')).toBe(
      'Hello Ann, it is on its way.',
    );
    expect(beginningOf('x'.repeat(20_000))).toHaveLength(200);
    expect(beginningOf('')).toBe('');
  });
});
