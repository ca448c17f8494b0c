import { describe, expect, test } from 'vitest';
import { askedWords } from '@/lib/search/asked-word';
import { cardHit, cardOf } from '@/lib/search/card';
import { relevanceOf } from '@/lib/search/relevance';
import { snippetOf } from '@/lib/search/snippet';
import { findableWords, pairsOf, wordsOf } from '@/lib/search/words';

const texts = (text: string) => wordsOf(text).map((word) => word.text);
const isFound = (text: string, query: string) =>
  relevanceOf(findableWords(text), askedWords(query)) !== null;
/** A snippet with its marks in brackets. */
const marked = (text: string, query: string) =>
  snippetOf(text, askedWords(query))
    .map((part) => (part.hit ? `[${part.text}]` : part.text))
    .join('');

describe('the words of a text', () => {
  test.each([
    ['Hello, World!', ['hello', 'world']],
    ['Crème BRÛLÉE', ['creme', 'brulee']],
    ['Cre\u0300me', ['creme']],
    ['Straße STRASSE', ['strasse', 'strasse']],
    ["don't", ['don', 't']],
    ['ann@mail.example', ['ann', 'mail', 'example']],
    ['ＡＢＣ１２', ['abc12']],
    ['İstanbul', ['istanbul']],
    ['Ὀδυσσεύς', ['οδυσσευσ']],
    ['हिन्दी में', ['हिन्दी', 'में']],
    ['שָׁלוֹם', ['שלום']],
    ['返品iPhone', ['返品', 'iphone']],
    ['   ', []],
    ['🎉 — …', []],
    ['ﷺ', ['صلىاللهعليهوسلم']],
  ])('%s', (text, words) => {
    expect(texts(text)).toEqual(words);
  });

  test('say where they stand', () => {
    const text = '… Crème 返品!';
    for (const { from, to } of wordsOf(text))
      expect(['Crème', '返品']).toContain(text.slice(from, to));
  });

  test('of a script without spaces are its pairs', () => {
    expect(pairsOf('東京都')).toEqual(['東京', '京都']);
    expect(pairsOf('東')).toEqual(['東']);
  });
});

describe('a query', () => {
  test.each([
    ['Where is my order', 'order', true],
    ['Where is my order', 'ord', true],
    ['Where is my order', 'ord ', false],
    ['Where is my order', 'rder', false],
    ['Where is my order', 'order where', true],
    ['Where is my order', 'order when', false],
    ['商品を返品したい', '返品', true],
    ['商品を返品したい', '返', true],
    ['商品を返品したい', '品したい', true],
    ['商品を返品したい', '品商', false],
    ['반품하고 싶어요', '반품', true],
    ['+49 170 1234567', '1701234567', true],
    ['+49 170 1234567', '491701', true],
    ['+49 170 1234567', '49 170 1234', true],
    ['Order 4521-8890', '45218890', true],
    ['café', 'CAFE', true],
    ['cafe', 'café', true],
  ])('%s: %s %s', (text, query, found) => {
    expect(isFound(text, query)).toBe(found);
  });

  test.each(['"', '""', '*', '-', ':', '^', '()', '???', '🎉'])(
    'of %s asks for no word',
    (query) => {
      expect(askedWords(query)).toEqual([]);
    },
  );

  test.each([
    ['"not a phrase"', ['not', 'a', 'phrase']],
    ['a AND b', ['a', 'and', 'b']],
    ['NOT x', ['not', 'x']],
    ['words:secret', ['words', 'secret']],
    ['NEAR(a b, 5)', ['near', 'a', 'b', '5']],
    ['-minus ^first col*', ['minus', 'first', 'col']],
  ])('of %s is words and nothing more', (query, words) => {
    expect(askedWords(query).map(({ text }) => text)).toEqual(words);
  });
});

describe('relevance', () => {
  const relevance = (text: string, query: string) =>
    relevanceOf(findableWords(text), askedWords(query)) ?? 0;

  test.each([
    ['said twice', 'refund the refund', 'refund the order', 'refund'],
    ['in few words', 'refund now', `refund ${'and so on '.repeat(9)}`, 'refund'],
    ['as a whole word', 'refund now', 'refunded now', 'refund'],
    ['side by side', 'late order came', 'order came late', 'late order '],
  ])('is more for what is %s', (_, more, less, query) => {
    expect(relevance(more, query)).toBeGreaterThan(relevance(less, query));
  });
});

describe('a snippet', () => {
  test.each([
    ['Where is my Order?', 'order', 'Where is my [Order]?'],
    ['Ordered orders', 'order', '[Order]ed [order]s'],
    ['<b>Where</b>', 'where b', '<[b]>[Where]</[b]>'],
    ['Crème brûlée', 'creme bru', '[Crème] [brû]lée'],
    ['Straße 5', 'strasse', '[Straße] 5'],
    ['商品を返品したい', '返品', '商品を[返品]したい'],
    ['+49 170 1234567', '1701234567', '+49 [170 1234567]'],
    ['Nothing', 'else', 'Nothing'],
  ])('of %s for %s', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  test('of a long text is the part that says most of it, cut between words', () => {
    const filler = 'lorem ipsum dolor '.repeat(60);
    const text = `order ${filler}the late order of June ${filler}`;
    const snippet = marked(text, 'late order');
    expect(snippet).toMatch(/^…[a-z ]+the \[late\] \[order\] of June [a-z ]+…$/);
    expect(snippet.length).toBeLessThan(200);
  });

  test('cuts no character in two', () => {
    const text = `${'😀'.repeat(300)} late ${'😀'.repeat(300)}`;
    const parts = snippetOf(text, askedWords('late'));
    // Half a character cannot be written in an address.
    for (const { text: piece } of parts) expect(() => encodeURIComponent(piece)).not.toThrow();
    expect(parts.some((part) => part.hit && part.text === 'late')).toBe(true);
  });
});

describe('a card', () => {
  const card = cardOf({
    externalId: 'C-100',
    values: {
      name: { value: 'Zoë Müller', source: 'agent', setAt: 1 },
      city: { value: 'Bern', source: 'agent', setAt: 1 },
      vip: { value: true, source: 'agent', setAt: 1 },
      orders: { value: 17, source: 'crm', setAt: 1 },
    },
  });
  test.each([
    ['zoe', true, 'name'],
    ['mull', true, 'name'],
    ['c-100', true, null],
    ['zoe c', true, null],
    ['zoe bern', false, 'name'],
    ['bern', false, 'city'],
    ['17', false, 'orders'],
  ])('is found by %s', (query, isIdentity, attribute) => {
    expect(cardHit(card, askedWords(query))).toMatchObject({ isIdentity, field: { attribute } });
  });

  test('is not found by what it lacks, nor by yes and no', () => {
    expect(cardHit(card, askedWords('zoe basel'))).toBeNull();
    expect(cardHit(card, askedWords('true'))).toBeNull();
  });
});
