import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mentionedIn, partsOf } from '@/lib/desk/mentions';

const ann = { id: '1', name: 'Ann' };
const annLee = { id: '2', name: 'Ann Lee' };
const otherAnn = { id: '3', name: 'Ann' };
const lea = { id: '4', name: 'Léa 𝒜' };
const amal = { id: '5', name: 'أمل' };
const TEAM = [ann, annLee, lea, amal];

describe('a mention', () => {
  test.each([
    ['@Ann', [ann]],
    ['Ask @Ann, please', [ann]],
    ['(@Ann)', [ann]],
    ['@Ann Lee knows', [annLee]],
    ['@Ann Leeds', [ann]],
    ['@Ann and @Ann Lee', [ann, annLee]],
    ['@Ann @Ann', [ann]],
    ['@@Ann', [ann]],
    ['@Léa 𝒜!', [lea]],
    ['اسأل @أمل؟', [amal]],
    ['Ann', []],
    ['@ann', []],
    ['@Anna', []],
    ['@Ann_2', []],
    ['@Léa 𝒜𝒜', []],
    ['mail@Ann.example', []],
    ['𝒜@Ann', []],
    ['@', []],
    ['', []],
  ])('in %j is of those whose whole name stands behind its @', (text, people) => {
    expect(mentionedIn(text, TEAM)).toEqual(people);
  });

  test('of a name that two people have is of both', () => {
    expect(mentionedIn('@Ann', [ann, otherAnn])).toEqual([ann, otherAnn]);
  });

  test('stands in a piece of its own, and all pieces together are the text', () => {
    expect(partsOf('Hi @Ann Lee!', TEAM)).toEqual([
      { text: 'Hi ', people: [] },
      { text: '@Ann Lee', people: [annLee] },
      { text: '!', people: [] },
    ]);
    const words = fc.constantFrom('@', 'Ann', ' Lee', ' ', 'Léa', '𝒜', '<b>', 'a', '\n', '@أمل');
    fc.assert(
      fc.property(fc.array(words), (pieces) => {
        const text = pieces.join('');
        const parts = partsOf(text, TEAM);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(parts.every((part) => part.text !== '')).toBe(true);
        for (const { text: piece, people } of parts)
          for (const { name } of people) expect(piece).toBe(`@${name}`);
      }),
    );
  });
});
