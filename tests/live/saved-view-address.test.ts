import { describe, expect, it } from 'vitest';
import { viewOf } from '@/components/live/use-queue-address';
import {
  addressOf,
  goneSegments,
  hrefOf,
  isSame,
} from '@/components/saved-views/saved-view-address';
import type { SavedViewWire } from '@/lib/desk/wire';

const VIEW: SavedViewWire = {
  id: 'late',
  name: 'Late',
  shared: false,
  filter: { segments: ['a', 'b'], match: 'none', owner: 'mine', status: 'pending' },
  order: 'oldest',
  columns: [],
  position: 0,
  changedBy: 'Sam',
  changedAt: '2026-01-05T12:00:00.000Z',
  revision: 7,
};

describe('a saved view in the address', () => {
  it('is its whole filter and its id, so that a link to it shows the same to who does not see it', () => {
    expect(hrefOf(VIEW, '/queue/019')).toBe(
      '/queue/019?segments=a,b&match=none&owner=mine&status=pending&order=oldest&view=late',
    );
    expect(hrefOf({ id: 'all', filter: { segments: [] }, order: 'priority' })).toBe(
      '/queue?view=all',
    );
  });

  it('is unedited as it is opened', () => {
    expect(isSame(VIEW, viewOf(addressOf(VIEW)))).toBe(true);
  });

  it.each([
    ['another order', { order: 'priority' }],
    ['a segment less', { segments: ['a'] }],
    ['another match', { match: 'any' }],
    ['another owner', { owner: '' }],
    ['a channel', { channel: 'api' }],
    ['another status', { status: 'new' }],
  ] as const)('is edited by %s', (_, change) => {
    const address = { ...addressOf(VIEW), ...change };
    expect(isSame(VIEW, viewOf({ ...address, segments: [...address.segments] }))).toBe(false);
  });

  it('is not edited by what shows the same: segments in another order, all of one', () => {
    const turned = { ...addressOf(VIEW), segments: ['b', 'a'] };
    expect(isSame(VIEW, viewOf(turned))).toBe(true);
    const one = { ...VIEW, filter: { segments: ['a'], match: 'any' as const } };
    expect(isSame(one, viewOf({ ...addressOf(one), match: 'all' }))).toBe(true);
  });

  it('says which of its segments have been deleted', () => {
    expect(goneSegments(VIEW, [{ id: 'b' }])).toEqual(['a']);
    expect(goneSegments(VIEW, [{ id: 'b' }, { id: 'a' }])).toEqual([]);
  });
});
