import { expect, test } from 'vitest';
import { inOrder, priorityChange } from '@/components/conversation/priority-change';
import type { ConversationDetail, ValueWire } from '@/lib/desk/wire';
import { conversation, message } from './conversation-detail';

const NOON = '2026-03-02T12:00:00.000Z';
const value = (attribute: string, text: string): ValueWire => ({
  attribute,
  value: text,
  source: 'crm',
  setAt: NOON,
});
const at = (priority: number, values: ValueWire[]): ConversationDetail => {
  const detail = conversation(priority + 1, []);
  return { ...detail, values, header: { ...detail.header, priority } };
};

test('a change of priority names the values that came with it', () => {
  const before = at(0, [value('language', 'fr'), value('loyalty_status', 'Gold')]);
  const after = at(1, [value('language', 'fr'), value('loyalty_status', 'Platinum')]);
  expect(priorityChange(before, after, NOON)).toMatchObject({
    priority: { from: 0, to: 1 },
    values: [value('loyalty_status', 'Platinum')],
    cleared: [],
  });
});

test('a value that is gone counts as cleared', () => {
  const change = priorityChange(at(1, [value('loyalty_status', 'Gold')]), at(0, []), NOON);
  expect(change).toMatchObject({ values: [], cleared: ['loyalty_status'] });
});

test('a value that changes nothing about the priority is not a change of it', () => {
  expect(priorityChange(at(1, []), at(1, [value('page_url', '/cart')]), NOON)).toBeNull();
});

test('changes stand between the messages by their time', () => {
  const change = priorityChange(at(0, []), at(1, []), '2026-03-02T10:00:00.000Z');
  const early = message('early');
  const late = { ...message('late'), at: NOON };
  const moments = inOrder([early, late], change ? [change] : []);
  expect(moments.map(({ id }) => id)).toEqual(['early', 'priority 2', 'late']);
});
