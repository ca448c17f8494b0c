import { describe, expect, test } from 'vitest';
import { sinceYouBegan } from '@/components/conversation/since-you-began';
import { NO_DRAFT, withText } from '@/components/live/draft';
import type { MessageWire } from '@/lib/desk/wire';
import { message } from './conversation-detail';

const names = { meId: 'me', customer: 'Léa' };
const by = (id: string, author: string, kind: MessageWire['kind'] = 'reply'): MessageWire => ({
  ...message(id),
  kind,
  author: { id: author, name: author },
});
const news = (messages: MessageWire[], after: string | null) =>
  sinceYouBegan(messages, { after }, names);

describe('who writes a reply', () => {
  test('is told of the customer’s new messages and of colleagues’ replies', () => {
    const messages = [message('a'), message('b'), by('c', 'Kim'), by('d', 'Kim'), message('e')];
    expect(news(messages, 'a')).toBe('Léa has written, Kim has replied');
    expect(news(messages, 'b')).toBe('Léa has written, Kim has replied');
    expect(news(messages.slice(0, 4), 'b')).toBe('Kim has replied');
  });

  test('is not warned of what was there, of notes, or of what they sent themselves', () => {
    const messages = [message('a'), by('b', 'me'), by('c', 'Kim', 'note')];
    expect(news(messages, 'a')).toBeNull();
    expect(news([message('a')], 'a')).toBeNull();
    expect(news(messages, null)).toBeNull();
  });
});

describe('a draft', () => {
  test('remembers after which message it was begun, until it is empty again', () => {
    const begun = withText(NO_DRAFT, 'D', 'a');
    expect(withText(begun, 'Dear', 'b')).toMatchObject({ reply: 'Dear', after: 'a' });
    expect(withText(begun, '', 'b')).toMatchObject({ reply: '', after: null });
  });

  test('of a note is begun after nothing: it answers nobody', () => {
    const note = withText({ ...NO_DRAFT, mode: 'note' }, 'Ask Kim', 'a');
    expect(note).toMatchObject({ note: 'Ask Kim', after: null });
  });
});
