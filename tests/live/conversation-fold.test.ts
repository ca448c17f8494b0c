import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  foldConversation,
  prependMessages,
  refreshConversation,
} from '@/components/live/fold-conversation';
import type { ConversationDetail } from '@/lib/desk/wire';
import type { ConversationChanged } from '@/lib/realtime/protocol';
import { conversation, message } from './conversation-detail';

const ids = (detail: ConversationDetail | null) => detail?.messages.map(({ id }) => id);

describe('a change of the open conversation', () => {
  test('replaces the parts it names and keeps the others', () => {
    const held = conversation(4, ['a']);
    const segments = [{ id: 'vip', name: 'VIP', highPriority: true }];
    const folded = foldConversation(held, {
      conversationId: 'c1',
      from: 4,
      to: 7,
      messageTotal: 1,
      segments,
    });
    expect(folded).toEqual({ ...held, revision: 7, segments });
    expect(folded?.header).toBe(held.header);
    expect(folded?.messages).toBe(held.messages);
  });

  test('puts new messages at the end, each once', () => {
    const folded = foldConversation(conversation(4, ['a', 'b']), {
      conversationId: 'c1',
      from: 4,
      to: 5,
      messageTotal: 3,
      messages: [message('b'), message('c')],
    });
    expect(ids(folded)).toEqual(['a', 'b', 'c']);
    expect(folded?.messageTotal).toBe(3);
  });

  test('is not believed when something before it was missed', () => {
    const change = { conversationId: 'c1', from: 6, to: 8, messageTotal: 1 };
    expect(foldConversation(conversation(4, ['a']), change)).toBeNull();
  });

  test('changes nothing when the pane already holds it, or when it is about another conversation', () => {
    const held = conversation(8, ['a']);
    const known = { conversationId: 'c1', from: 6, to: 8, messageTotal: 1 };
    expect(foldConversation(held, known)).toBe(held);
    expect(foldConversation(held, { ...known, conversationId: 'c2', from: 8, to: 9 })).toBe(held);
  });

  test('folded one by one, changes lead to what the desk has', () => {
    const step = fc.record({ gap: fc.integer({ min: 1, max: 5 }), count: fc.nat({ max: 3 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let truth = conversation(1, ['m0']);
        let held: ConversationDetail | null = truth;
        for (const { gap, count } of steps) {
          const to = truth.revision + gap;
          const arrived = Array.from({ length: count }, (_, nth) => message(`m${to}-${nth}`));
          const change: ConversationChanged = {
            conversationId: 'c1',
            from: truth.revision,
            to,
            messageTotal: truth.messageTotal + count,
            header: { ...truth.header, revision: to },
            messages: arrived,
          };
          truth = conversation(to, [
            ...truth.messages.map(({ id }) => id),
            ...arrived.map(({ id }) => id),
          ]);
          held = held && foldConversation(held, change);
        }
        expect(held?.messages).toEqual(truth.messages);
        expect(held?.revision).toBe(truth.revision);
        expect(held?.messageTotal).toBe(truth.messageTotal);
      }),
    );
  });
});

describe('a fresh snapshot', () => {
  test('keeps the earlier messages that were loaded before', () => {
    const held = conversation(4, ['a', 'b', 'c']);
    const fresh = refreshConversation(held, conversation(9, ['c', 'd']));
    expect(ids(fresh)).toEqual(['a', 'b', 'c', 'd']);
    expect(fresh.revision).toBe(9);
  });

  test('drops them when messages between the two would be missing', () => {
    const fresh = refreshConversation(conversation(4, ['a', 'b']), conversation(9, ['x', 'y']));
    expect(ids(fresh)).toEqual(['x', 'y']);
  });
});

test('earlier messages go in front, each once', () => {
  const earlier = { messages: [message('a'), message('b')], trail: [] };
  const held = prependMessages(conversation(4, ['b', 'c']), earlier);
  expect(ids(held)).toEqual(['a', 'b', 'c']);
});
