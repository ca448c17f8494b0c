import { expect, it } from 'vitest';
import { emojiQuery } from '@/components/emoji/emoji-query';
import { EMOJI, findEmoji } from '@/components/emoji/find-emoji';

const signs = (asked: string) => findEmoji(asked, 8).map(({ sign }) => sign);

it('an emoji is found by its name first, and by what it means', () => {
  expect(signs('thumbs up')[0]).toBe('👍');
  expect(signs('thumbs_up')[0]).toBe('👍');
  expect(signs('party')[0]).toBe('🥳');
  expect(signs('thank')).toContain('🙏');
  expect(signs('no such thing at all')).toEqual([]);
});

it('without a word asked for all are there, in the order people know', () => {
  expect(signs('')[0]).toBe('😀');
  expect(EMOJI.length).toBeGreaterThan(1_500);
});

it('a name begins behind a colon that no word goes before', () => {
  const query = (text: string) => emojiQuery(text, text.length);
  expect(query('Thanks :par')).toEqual({ at: 7, typed: 'par' });
  expect(query(':thumbs_u')).toEqual({ at: 0, typed: 'thumbs_u' });
  for (const text of ['at 10:30', 'https://a', 'note:this', ':p', ': party', 'a :party ', ':)'])
    expect(query(text), text).toBeNull();
});
