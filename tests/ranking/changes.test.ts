import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, applyCounts, diffWindow } from '@/lib/ranking/changes';

type Shown = { conversationId: string; revision: number };

const entry = (conversationId: string, revision = 1): Shown => ({ conversationId, revision });
const list = (ids: string): Shown[] => [...ids].map((id) => entry(id));

const windows = fc.uniqueArray(
  fc.record({
    conversationId: fc.integer({ min: 0, max: 25 }).map((n) => `c${n}`),
    revision: fc.integer({ min: 1, max: 3 }),
  }),
  { selector: (shown) => shown.conversationId, maxLength: 25 },
);

/** The fewest moves there can be: what stays, less the longest part that keeps its order. */
function fewestMoves(before: readonly Shown[], after: readonly Shown[]): number {
  const places = after
    .map(({ conversationId }) => before.findIndex((b) => b.conversationId === conversationId))
    .filter((place) => place >= 0);
  const lengths: number[] = [];
  for (const [i, place] of places.entries()) {
    const earlier = lengths.filter((_, j) => (places[j] ?? 0) < place && j < i);
    lengths.push(Math.max(0, ...earlier) + 1);
  }
  return places.length - Math.max(0, ...lengths);
}

describe('the changes between two windows', () => {
  it('make the new window of the old one, for any two windows', () => {
    fc.assert(
      fc.property(windows, windows, (before, after) => {
        const kept = structuredClone(before);
        expect(applyChanges(before, diffWindow(before, after))).toEqual(after);
        expect(before).toEqual(kept);
      }),
      { numRuns: 1_000 },
    );
  });

  it('tell each conversation at most once, and as few moves as there can be', () => {
    fc.assert(
      fc.property(windows, windows, (before, after) => {
        const changes = diffWindow(before, after);
        const ids = changes.map((change) =>
          'entry' in change ? change.entry.conversationId : change.conversationId,
        );
        expect(new Set(ids).size).toBe(ids.length);
        const moves = changes.filter((change) => change.op === 'moved').length;
        expect(moves).toBe(fewestMoves(before, after));
      }),
      { numRuns: 1_000 },
    );
  });

  it('are none for the same window', () => {
    fc.assert(
      fc.property(windows, (shown) => {
        expect(diffWindow(shown, structuredClone(shown))).toEqual([]);
      }),
    );
  });

  it('say one moved when one row moves up past many', () => {
    expect(diffWindow(list('abcdef'), list('eabcdf'))).toEqual([
      { op: 'moved', conversationId: 'e', index: 0, entry: entry('e') },
    ]);
  });

  it('say one moved when one row falls behind many', () => {
    expect(diffWindow(list('abcdef'), list('acdebf'))).toEqual([
      { op: 'moved', conversationId: 'b', index: 4, entry: entry('b') },
    ]);
  });

  it('do not call a row moved that only shifted when another left or entered', () => {
    expect(diffWindow(list('abcd'), list('bcde'))).toEqual([
      { op: 'left', conversationId: 'a' },
      { op: 'entered', index: 3, entry: entry('e') },
    ]);
  });

  it('give a moved row its new content, and call a row edited that changed in place', () => {
    const before = list('abc');
    const after = [entry('c', 2), entry('a'), entry('b', 5)];
    expect(diffWindow(before, after)).toEqual([
      { op: 'moved', conversationId: 'c', index: 0, entry: entry('c', 2) },
      { op: 'edited', entry: entry('b', 5) },
    ]);
  });
});

describe('folding changes', () => {
  it.each([
    ['leaves without being there', [{ op: 'left' as const, conversationId: 'x' }]],
    ['enters twice', [{ op: 'entered' as const, index: 0, entry: entry('a') }]],
    ['enters behind the end', [{ op: 'entered' as const, index: 4, entry: entry('x') }]],
    ['enters before the start', [{ op: 'entered' as const, index: -1, entry: entry('x') }]],
    [
      'moves without being there',
      [{ op: 'moved' as const, conversationId: 'x', index: 0, entry: entry('x') }],
    ],
    [
      'moves behind the end',
      [{ op: 'moved' as const, conversationId: 'a', index: 3, entry: entry('a') }],
    ],
    ['is edited without being there', [{ op: 'edited' as const, entry: entry('x') }]],
  ])('refuses a row that %s, and leaves the list as it was', (_, changes) => {
    const before = list('abc');
    expect(() => applyChanges(before, changes)).toThrow(Error);
    expect(before).toEqual(list('abc'));
  });

  it('drops a count that fell to zero and keeps those not told', () => {
    expect(applyCounts({ vip: 2, loud: 1 }, { loud: 0, fresh: 3 })).toEqual({ vip: 2, fresh: 3 });
  });
});
