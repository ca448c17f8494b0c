import { describe, expect, test } from 'vitest';
import { mentionQuery, offersFor } from '@/components/mentions/mention-query';

const team = ['Ann', 'Ann Lee', 'Bo van Dam', 'Léa Moreau', 'Dan Annis'].map((name) => ({
  id: name,
  name,
}));
const namesFor = (typed: string) => offersFor(team, typed).map(({ name }) => name);

describe('who is offered while a note is written', () => {
  test.each([
    ['@', 1, { at: 0, typed: '' }],
    ['Ask @le', 7, { at: 4, typed: 'le' }],
    ['Ask @le now', 7, { at: 4, typed: 'le' }],
    ['@Ann Le', 7, { at: 0, typed: 'Ann Le' }],
    ['@Ann and @Bo', 12, { at: 9, typed: 'Bo' }],
    ['(@bo', 4, { at: 1, typed: 'bo' }],
    ['mail@bo', 7, null],
    ['@ bo', 4, null],
    ['@Ann\nbo', 7, null],
    ['Ask @le', 3, null],
    [`@${'x'.repeat(90)}`, 91, null],
  ])('in %j with the caret at %i is asked by %j', (text, caret, query) => {
    expect(mentionQuery(text, caret)).toEqual(query);
  });

  test('is everybody whose name has words that begin so, the first of them first', () => {
    expect(namesFor('ann')).toEqual(['Ann', 'Ann Lee', 'Dan Annis']);
    expect(namesFor('lea')).toEqual(['Léa Moreau']);
    expect(namesFor('dam b')).toEqual(['Bo van Dam']);
    expect(namesFor('')).toHaveLength(5);
    expect(namesFor('x')).toEqual([]);
  });

  test('is nobody once the name is written and the text goes on, unless a longer one fits', () => {
    expect(namesFor('Ann L')).toEqual(['Ann Lee']);
    expect(namesFor('Ann d')).toEqual([]);
    expect(namesFor('Ann Lee ')).toEqual([]);
    expect(namesFor('Bo van Dam i')).toEqual([]);
  });
});
