import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bobWrites, FOUNDATION, keep } from '../contract/facts-of-a-desk';
import { freshStore } from '../fresh-database';
import { openIndexed } from './indexed-desk';

let desk: Awaited<ReturnType<typeof freshStore>>;
let indexed: ReturnType<typeof openIndexed>;

beforeAll(async () => {
  desk = await freshStore();
  await keep(desk.store, FOUNDATION);
  await keep(desk.store, bobWrites('A parcel'));
  indexed = openIndexed(desk.path);
  indexed.catchUp();
});
afterAll(async () => {
  indexed.close();
  await desk.close();
});

describe('what is typed', () => {
  it.each([
    '"',
    "'",
    '*',
    'parcel*',
    '"parcel',
    'parcel"',
    'NEAR(parcel a, 2)',
    'parcel AND',
    'OR',
    'NOT',
    'parcel NOT a',
    '-parcel',
    '^parcel',
    'words:parcel',
    '{words}:parcel',
    'parcel +',
    '(parcel',
    'parcel)',
    ';drop table messages',
    "' or 1=1 --",
    '\\',
    '%',
    '_',
    'parcel\ta',
    '\u202eparcel',
    'a'.repeat(200),
    '😀 parcel',
    'ﷺ',
    '½',
    '\ud83d',
    'ⅷ',
    '~!@#$%^&*()_+=[]{}|;:,.<>/?',
  ])('in %j is words and nothing more', (query) => {
    const isOnlyOurWords = /^[^\p{L}\p{N}]*parcel[^\p{L}\p{N}]*(a[^\p{L}\p{N}]*)?$/u.test(query);
    expect(indexed.search(query).hits).toHaveLength(isOnlyOurWords ? 1 : 0);
  });
});
