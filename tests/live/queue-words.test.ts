import { describe, expect, it } from 'vitest';
import { countedSegments, inOrder, mostFirst } from '@/components/queue/chip-order';
import { leftWords } from '@/components/queue/left-words';
import { ordinal, reasonWords } from '@/components/queue/reason-words';
import type { ConversationHeader, MetCondition, SegmentWire } from '@/lib/desk/wire';
import type { QueueFilter } from '@/lib/ranking/filter';

const met = (condition: Partial<MetCondition>): MetCondition => ({
  attribute: 'twitter_followers',
  operator: 'gt',
  operand: '1000',
  value: 12431,
  source: 'channel',
  setAt: '2026-01-01T00:00:00.000Z',
  ...condition,
});

describe('why a condition holds', () => {
  it.each([
    ['a number beside what it is more than', met({}), 'Twitter followers  12,431 > 1,000'],
    [
      'what an equal text is',
      met({ operator: 'eq', operand: 'fr', value: 'fr' }),
      'Twitter followers = fr',
    ],
    [
      'that something is not known',
      met({ operator: 'ne', value: null }),
      'Twitter followers is not known ',
    ],
    [
      'that something is empty',
      met({ operator: 'isEmpty', operand: undefined, value: null }),
      'Twitter followers is empty ',
    ],
    [
      'the value that is one of a list',
      met({ operator: 'anyOf', operand: ['1', '12431'] }),
      'Twitter followers = 12,431',
    ],
    [
      'the words of a text condition',
      met({ operator: 'beginsWith', operand: '/che', value: '/checkout' }),
      'Twitter followers  /checkout begins with /che',
    ],
  ])('is told as %s', (_, condition, told) => {
    const format = typeof condition.value === 'number' ? 'number' : 'text';
    const { label, link, fact } = reasonWords(condition, { label: 'Twitter followers', format });
    expect(`${label} ${link} ${fact}`).toBe(told);
  });

  it('is told as yes and no for a yes/no attribute', () => {
    const condition = met({ attribute: 'vip', operator: 'eq', operand: 'yes', value: true });
    expect(reasonWords(condition, { label: 'VIP', format: 'boolean' })).toEqual({
      label: 'VIP',
      link: 'is',
      fact: 'yes',
    });
  });

  it('names an attribute that is gone by its key', () => {
    expect(reasonWords(met({}), undefined).label).toBe('twitter_followers');
  });
});

describe('a place', () => {
  it('is said as people say it', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 112, 1001].map(ordinal)).toEqual([
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '12th',
      '13th',
      '21st',
      '112th',
      '1,001st',
    ]);
  });
});

describe('why a row left', () => {
  const header = (more: Partial<ConversationHeader>): ConversationHeader => ({
    conversationId: 'c1',
    contact: { id: 'p1', externalId: 'x', name: 'Léa' },
    channel: 'api',
    status: 'new',
    owner: null,
    waitingSince: null,
    returnsAt: null,
    openedAt: '2026-01-01T00:00:00.000Z',
    priority: 0,
    reasons: [],
    revision: 1,
    ...more,
  });
  const sam = { id: 'sam', name: 'Sam' };
  const words = (more: Partial<ConversationHeader>, filter: QueueFilter, matching: string[] = []) =>
    leftWords(
      {
        header: header(more),
        segments: matching.map((id) => ({ id, name: id, highPriority: false })),
      },
      filter,
      'me',
    );

  it.each([
    ['it was resolved', words({ status: 'resolved' }, {}), 'Resolved'],
    ['somebody answered it', words({ status: 'pending', owner: sam }, {}), 'Answered by Sam'],
    [
      'somebody put it away',
      words({ status: 'pending', owner: sam, returnsAt: '2026-03-02T14:00:00.000Z' }, {}),
      'Put away for later',
    ],
    [
      'I answered it',
      words({ status: 'pending', owner: { id: 'me', name: 'Me' } }, {}),
      'Answered by you',
    ],
    [
      'somebody took it from those nobody has',
      words({ owner: sam }, { owner: 'unowned' }),
      'Taken by Sam',
    ],
    ['somebody took it from mine', words({ owner: sam }, { owner: 'mine' }), 'Taken by Sam'],
    ['its owner let it go', words({}, { owner: 'sam' }), 'Released'],
    [
      'the customer wrote again',
      words({ status: 'new' }, { status: 'pending' }),
      'Waits for an answer again',
    ],
    [
      'it matches none of the segments',
      words({}, { segments: ['vip'] }, ['fr']),
      'No longer matches',
    ],
    [
      'it matches not all of them',
      words({}, { segments: ['vip', 'fr'], match: 'all' }, ['fr']),
      'No longer matches',
    ],
    [
      'it matches one that it must not',
      words({}, { segments: ['vip'], match: 'none' }, ['vip']),
      'No longer matches',
    ],
    ['it is farther down', words({}, { segments: ['vip'] }, ['vip']), 'Moved down'],
  ])('is that %s', (_, said, expected) => {
    expect(said).toBe(expected);
  });
});

describe('the chips of the filter bar', () => {
  const segment = (id: string): SegmentWire => ({
    id,
    name: id,
    join: 'all',
    conditions: [],
    highPriority: false,
    changedBy: null,
    changedAt: '2026-01-01T00:00:00.000Z',
  });
  const ids = (chips: { id: string }[]) => chips.map(({ id }) => id).join('');

  it('stand by their counts, the chosen ones first, those that match nobody last', () => {
    const segments = ['a', 'b', 'c', 'd'].map(segment);
    const counted = countedSegments(segments, { b: 3, c: 9, d: 3 });
    expect(mostFirst(counted, ['d']).join('')).toBe('dcba');
  });

  it('keep an order that was decided before, with a new segment at the end', () => {
    const counted = countedSegments(['a', 'b', 'c'].map(segment), { a: 1, b: 2, c: 3 });
    expect(ids(inOrder(counted, ['a', 'c']))).toBe('acb');
  });
});
