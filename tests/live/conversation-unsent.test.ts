import { expect, test } from 'vitest';
import { stillUnsent, type Unsent, withoutArrived } from '@/components/conversation/unsent';
import type { MessageWire } from '@/lib/desk/wire';
import { message } from './conversation-detail';

const sam = { id: 'sam', name: 'Sam' };
const reply = (id: string, text: string): MessageWire => ({
  ...message(id),
  kind: 'reply',
  author: sam,
  text,
});
const sent = (id: string, text: string, problem: string | null = null): Unsent => ({
  id,
  kind: 'reply',
  text,
  status: 'pending',
  after: 'a',
  problem,
});
const ids = (unsent: Unsent[]) => unsent.map(({ id }) => id);

test('a message is shown as being sent until the conversation shows it', () => {
  const waiting = [sent('1', 'On its way')];
  expect(ids(stillUnsent(waiting, [message('a')], 'sam'))).toEqual(['1']);
  expect(stillUnsent(waiting, [message('a'), reply('b', 'On its way')], 'sam')).toEqual([]);
});

test('two messages with the same words need two arrivals', () => {
  const waiting = [sent('1', 'ok'), sent('2', 'ok')];
  expect(ids(stillUnsent(waiting, [message('a'), reply('b', 'ok')], 'sam'))).toEqual(['2']);
});

test('the same words from before, from somebody else or in a note are not the message', () => {
  const waiting = [sent('1', 'ok')];
  expect(ids(stillUnsent(waiting, [reply('0', 'ok'), message('a')], 'sam'))).toEqual(['1']);
  expect(ids(stillUnsent(waiting, [message('a'), reply('b', 'ok')], 'ada'))).toEqual(['1']);
  const note: MessageWire = { ...reply('b', 'ok'), kind: 'note' };
  expect(ids(stillUnsent(waiting, [message('a'), note], 'sam'))).toEqual(['1']);
});

test('a message that arrived though its answer was lost is not offered to be sent again', () => {
  const waiting = [sent('1', 'Refunded', 'Frontrow could not be reached.')];
  expect(stillUnsent(waiting, [message('a'), reply('b', 'Refunded')], 'sam')).toEqual([]);
});

test('of two messages with the same words, one that failed still shows after the other arrived', () => {
  const [first, second] = [sent('1', 'ok'), sent('2', 'ok', 'Frontrow could not be reached.')];
  const left = withoutArrived([first, second], first, 'b');
  expect(ids(stillUnsent(left, [message('a'), reply('b', 'ok')], 'sam'))).toEqual(['2']);
});
