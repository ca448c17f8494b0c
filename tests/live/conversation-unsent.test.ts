import { describe, expect, test } from 'vitest';
import { newMessageId } from '@/components/conversation/message-id';
import { stillUnsent, type Unsent } from '@/components/conversation/unsent';
import { message } from './conversation-detail';

const unsent = (id: string): Unsent => ({
  id,
  kind: 'reply',
  text: 'On its way.',
  mentions: [],
  attachments: [],
  status: 'pending',
  problem: 'No answer came.',
});

describe('what is not sent yet', () => {
  test('is gone once the conversation shows the message of its id, and only then', () => {
    const both = [unsent('a'), unsent('b')];
    expect(stillUnsent(both, [message('x')])).toEqual(both);
    expect(stillUnsent(both, [message('x'), message('b')])).toEqual([unsent('a')]);
  });

  test('has an id of its own that the desk takes', () => {
    const ids = Array.from({ length: 100 }, newMessageId);
    expect(new Set(ids).size).toBe(100);
    for (const id of ids) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });
});
