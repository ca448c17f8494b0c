import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalFilter,
  filterKey,
  matchesBase,
  matchesFilter,
  type QueueFilter,
  type QueueRow,
  viewKey,
} from '@/lib/ranking/filter';
import { setOf } from '../segments/set-of';
import { filters } from './arbitraries';

const row: QueueRow = {
  conversationId: 'c1',
  status: 'new',
  channel: 'web',
  ownerId: null,
  rankTimeMs: 1,
  priority: 1,
  segments: setOf('vip', 'loud'),
  revision: 1,
};

describe('a filter', () => {
  it.each<[string, QueueFilter, boolean]>([
    ['nothing at all', {}, true],
    ['an empty list of segments', { segments: [], match: 'all' }, true],
    ['an empty list of segments, none of', { segments: [], match: 'none' }, true],
    ['one of its segments, and one that is not', { segments: ['vip', 'x'] }, true],
    ['all of its segments', { segments: ['vip', 'loud'], match: 'all' }, true],
    ['all, one of which it lacks', { segments: ['vip', 'x'], match: 'all' }, false],
    ['any of others', { segments: ['x', 'y'], match: 'any' }, false],
    ['none of others', { segments: ['x', 'y'], match: 'none' }, true],
    ['none of its own', { segments: ['x', 'vip'], match: 'none' }, false],
    ['its channel', { channel: 'web' }, true],
    ['another channel', { channel: 'api' }, false],
    ['unowned', { owner: 'unowned' }, true],
    ['an owner it does not have', { owner: 'ada' }, false],
    ['Pending', { status: 'pending' }, false],
  ])('for %s holds a New unowned conversation or not', (_, filter, expected) => {
    expect(matchesFilter(row, filter)).toBe(expected);
  });

  it('counts over channel, owner and status, whatever its segments say', () => {
    expect(matchesBase(row, { segments: ['x'], channel: 'web' })).toBe(true);
    expect(matchesBase(row, { segments: ['vip'], channel: 'api' })).toBe(false);
    expect(matchesBase({ ...row, ownerId: 'ada' }, { owner: 'ada' })).toBe(true);
    expect(matchesBase({ ...row, ownerId: 'ada' }, { owner: 'unowned' })).toBe(false);
  });
});

describe('the key of a filter', () => {
  it('is the same however an equal filter is written', () => {
    const written: QueueFilter[] = [
      { segments: ['b', 'a'] },
      { segments: ['a', 'b', 'a'], match: 'any', status: 'new' },
      { status: 'new', match: 'any', segments: ['a', 'b'], owner: undefined },
    ];
    expect(new Set(written.map(filterKey)).size).toBe(1);
    expect(filterKey({ segments: [], match: 'none' })).toBe(filterKey({}));
    expect(filterKey({ segments: ['a'], match: 'all' })).toBe(filterKey({ segments: ['a'] }));
  });

  it('tells different filters apart, also where names look alike', () => {
    const different: QueueFilter[] = [
      {},
      { status: 'pending' },
      { channel: 'a' },
      { owner: 'a' },
      { segments: ['a'] },
      { segments: ['a'], match: 'none' },
      { segments: ['a', 'b'] },
      { segments: ['a', 'b'], match: 'all' },
      { segments: ['a,b'] },
      { segments: ['a","b'] },
    ];
    expect(new Set(different.map(filterKey)).size).toBe(different.length);
  });

  it('does not change when defaults are applied', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(filterKey(canonicalFilter(filter))).toBe(filterKey(filter));
      }),
    );
  });

  it('becomes the key of a view with order, offset and limit', () => {
    const spec = { filter: {}, order: 'priority' as const, offset: 0, limit: 50 };
    const keys = [
      spec,
      { ...spec, order: 'oldest' as const },
      { ...spec, offset: 50 },
      { ...spec, limit: 5 },
      { ...spec, filter: { channel: 'web' } },
    ].map(viewKey);
    expect(new Set(keys).size).toBe(keys.length);
    expect(viewKey({ ...spec, filter: { status: 'new' } })).toBe(viewKey(spec));
  });
});
