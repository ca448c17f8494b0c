import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EntryDraft } from '@/lib/desk/entry';
import {
  attribute,
  contactCreated,
  FOUNDATION,
  keep,
  noted,
  opened,
  received,
  valuesChanged,
  written,
} from '../contract/facts-of-a-desk';
import { freshStore } from '../fresh-database';
import { openIndexed } from './indexed-desk';

const WORDS = [
  'order',
  'orders',
  'late',
  'Zoë',
  'zoe',
  'ÉTÉ',
  'été',
  'a',
  '返品',
  '商品を返品',
  '12',
  '0171',
  'STRASSE',
  'straße',
];
const SIGNS = [' ', ', ', '-', '\n', '!', ' "', '* '];
const PEOPLE = 12;
const MESSAGES_EACH = 6;

type Said = { id: string; contactId: string; kind: 'message' | 'note'; text: string };
type Card = { id: string; texts: string[] };

const text = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...SIGNS)), {
    minLength: 1,
    maxLength: 5,
  })
  .map((pairs) => pairs.flat().join(''));
const query = fc
  .array(
    fc.tuple(fc.constantFrom(...WORDS, 'or', 'z', 'st', '品', 'absent'), fc.constantFrom(...SIGNS)),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .chain((pairs) => {
    const whole = pairs.flat().join('');
    return fc.constantFrom(whole, whole.replace(/[^\p{L}\p{N}]+$/u, ''));
  });

let desk: Awaited<ReturnType<typeof freshStore>>;
let indexed: ReturnType<typeof openIndexed>;
const said: Said[] = [];
const cards: Card[] = [];

beforeAll(async () => {
  desk = await freshStore();
  await keep(desk.store, FOUNDATION);
  await keep(desk.store, [{ kind: 'attribute.created', body: { after: attribute('name', 9) } }]);
  const texts = fc.sample(text, { numRuns: PEOPLE * (MESSAGES_EACH + 2), seed: 7 });
  for (let person = 0; person < PEOPLE; person += 1) {
    const id = `p${person}x`;
    const [name = '', city = ''] = texts.splice(0, 2);
    cards.push({ id, texts: [id, name, city] });
    const values = valuesChanged(id, { name: written(name), city: written(city) });
    const drafts = texts.splice(0, MESSAGES_EACH).map((words, place): EntryDraft => {
      const messageId = `m-${person}-${place}`;
      const isNote = place % 3 === 2;
      said.push({ id: messageId, contactId: id, kind: isNote ? 'note' : 'message', text: words });
      return isNote ? noted(id, messageId, words) : received(id, messageId, words);
    });
    await keep(desk.store, [contactCreated(id), values, opened(id), ...drafts]);
  }
  indexed = openIndexed(desk.path);
  indexed.catchUp();
});

afterAll(async () => {
  indexed.close();
  await desk.close();
});

const plain = (words: string) =>
  words
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
const parts = (words: string) =>
  plain(words)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
const isJapanese = (word: string) => /[\u3040-\u30ff\u4e00-\u9fff]/.test(word);

/** Whether a text has every word of the query, by looking at each word of it. */
function has(words: string, asked: string): boolean {
  const present = parts(words);
  const wanted = parts(asked);
  const isGrowing = /[\p{L}\p{N}]$/u.test(asked);
  return wanted.every((want, place) => {
    if (isJapanese(want)) return present.some((one) => one.includes(want));
    const isLast = isGrowing && place === wanted.length - 1;
    return present.some((one) => (isLast ? one.startsWith(want) : one === want));
  });
}

describe('search', () => {
  test('finds what a look at every text finds, and no more', () => {
    fc.assert(
      fc.property(query, (asked) => {
        const { hits, total, complete } = indexed.search(asked);
        expect(complete).toBe(true);
        expect(hits).toHaveLength(total);
        const messages = said.filter((one) => has(one.text, asked));
        const found = hits.flatMap((hit) => (hit.kind === 'contact' ? [] : [hit]));
        expect(new Set(found.map((hit) => hit.conversation.contactId))).toEqual(
          new Set(messages.map((one) => one.contactId)),
        );
        for (const { conversation, more } of found)
          expect(more + 1).toBe(
            messages.filter((one) => one.contactId === conversation.contactId).length,
          );
        const people = cards.filter(({ texts }) => has(texts.join(' '), asked)).map(({ id }) => id);
        const called = hits.flatMap((hit) => (hit.kind === 'contact' ? [hit.contact.id] : []));
        expect(called.sort()).toEqual(people.sort());
      }),
      { numRuns: 300 },
    );
  });

  test('gives the same order on pages as on one', () => {
    fc.assert(
      fc.property(query, fc.integer({ min: 1, max: 7 }), (asked, limit) => {
        const whole = indexed.search(asked).hits.map(idOf);
        const paged: string[] = [];
        for (let offset = 0; offset < whole.length; offset += limit)
          paged.push(...indexed.search(asked, { offset, limit }).hits.map(idOf));
        expect(paged).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });
});

type Hits = ReturnType<typeof indexed.search>['hits'];
const idOf = (hit: Hits[number]) => (hit.kind === 'contact' ? hit.contact.id : hit.message.id);
