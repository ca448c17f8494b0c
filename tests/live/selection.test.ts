import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { showTruth } from '@/components/live/queue-hold';
import type { QueueTruth } from '@/components/live/queue-pages';
import {
  countOf,
  EVERY_ONE,
  extended,
  isSelected,
  NOTHING_SELECTED,
  type Selection,
  selected,
  toggled,
  withoutLeft,
} from '@/components/queue/selection';
import { row } from './queue-rows';

/** A list that is loaded from its top, as far as ids are given. */
function listOf(ids: readonly string[], total = ids.length): QueueTruth {
  return {
    total,
    rows: new Map(ids.map((id, place) => [place, row(id)])),
    places: new Map(ids.map((id, place) => [id, place])),
  };
}
const idsOf = ({ ids }: Selection) => [...ids].sort();
const letters = (text: string) => [...text];

describe('a selection', () => {
  const list = showTruth(listOf(letters('abcdef')));

  it('is extended from where it was begun, and the stretch follows', () => {
    const begun = toggled(toggled(NOTHING_SELECTED, 'f', []), 'b', []);
    const down = extended(begun, 'd', list);
    expect(idsOf(down)).toEqual(letters('bcdf'));
    expect(idsOf(extended(down, 'c', list))).toEqual(letters('bcf'));
    expect(idsOf(extended(down, 'a', list))).toEqual(letters('abf'));
  });

  it('is extended over what stands between when it is extended, not when it was begun', () => {
    const begun = toggled(NOTHING_SELECTED, 'b', []);
    const ranked = showTruth(listOf(letters('fbeacd')));
    expect(idsOf(extended(begun, 'a', ranked))).toEqual(letters('abe'));
  });

  it('begins anew where its beginning has left the list', () => {
    const begun = toggled(selected(['a']), 'x', []);
    expect(idsOf(extended(begun, 'c', list))).toEqual(letters('acx'));
  });

  it('leaves out rows that have left and are only shown still', () => {
    const ghost = { entry: row('b'), left: true };
    const held = { ...list, at: (place: number) => (place === 1 ? ghost : list.at(place)) };
    const down = extended(toggled(NOTHING_SELECTED, 'a', []), 'c', held);
    expect(idsOf(down)).toEqual(letters('ac'));
  });

  it('of every one holds those that come, too; without one it is those that are loaded', () => {
    expect(countOf(EVERY_ONE, 1_234)).toBe(1_234);
    expect(isSelected(EVERY_ONE, 'anybody')).toBe(true);
    const without = toggled(EVERY_ONE, 'b', letters('abc'));
    expect([idsOf(without), without.every]).toEqual([letters('ac'), false]);
  });

  it('lets go of those that leave, and says how many', () => {
    const before = listOf(letters('abcdef'));
    const after = withoutLeft(selected(letters('bce')), before, listOf(letters('afedc')));
    expect([idsOf(after), after.gone]).toEqual([letters('ce'), 1]);
    expect(toggled(after, 'a', []).gone).toBe(0);
  });

  it('keeps those that are pushed out of what is loaded, or are not loaded any more', () => {
    const chosen = selected(letters('ad'));
    const before = listOf(letters('abcd'), 100);
    expect(withoutLeft(chosen, before, listOf(letters('xabc'), 101))).toBe(chosen);
    expect(withoutLeft(chosen, before, listOf([], 100))).toBe(chosen);
    // One that was ranked lower stands where nobody looks.
    expect(withoutLeft(chosen, before, listOf(letters('bcde'), 100))).toBe(chosen);
  });

  it('lets go of one that leaves from the midst of what is loaded', () => {
    const before = listOf(letters('abcd'), 100);
    const after = withoutLeft(selected(letters('ad')), before, listOf(letters('bcde'), 99));
    expect([idsOf(after), after.gone]).toEqual([['d'], 1]);
  });
});

describe('a selection in a list that re-ranks', () => {
  const order = fc.shuffledSubarray(letters('abcdefghij'), { minLength: 10 });
  const step = fc.record({
    order,
    verb: fc.constantFrom('toggle', 'extend', 'rank'),
    id: fc.constantFrom(...letters('abcdefghij')),
  });

  it('is what was ticked by hand and the last stretch, as the list stood at each step', () => {
    fc.assert(
      fc.property(order, fc.array(step, { maxLength: 30 }), (first, steps) => {
        let truth = listOf(first);
        let selection = NOTHING_SELECTED;
        // The naive way: what is ticked besides, and the two ends of a stretch.
        let besides = new Set<string>();
        let stretch: string[] = [];
        let anchor: string | null = null;
        for (const { order: next, verb, id } of steps) {
          const ranked = listOf(next);
          selection = withoutLeft(selection, truth, ranked);
          truth = ranked;
          if (verb === 'toggle') {
            const now = new Set([...besides, ...stretch]);
            const isOn = now.has(id);
            now.delete(id);
            besides = now;
            stretch = isOn ? [] : [id];
            anchor = id;
            selection = toggled(selection, id, truth.places.keys());
          } else if (verb === 'extend') {
            anchor ??= id;
            const [from = 0, to = 0] = [next.indexOf(anchor), next.indexOf(id)].sort(
              (a, b) => a - b,
            );
            stretch = next.slice(from, to + 1);
            selection = extended(selection, id, showTruth(truth));
          }
          expect(idsOf(selection)).toEqual([...new Set([...besides, ...stretch])].sort());
        }
      }),
    );
  });

  it('never holds one that is not in the list, where all of it is loaded', () => {
    const list = fc.shuffledSubarray(letters('abcdefghij'));
    fc.assert(
      fc.property(list, list, list, (before, after, chosen) => {
        const kept = withoutLeft(selected(chosen), listOf(before), listOf(after));
        expect(idsOf(kept)).toEqual(chosen.filter((id) => after.includes(id)).sort());
        expect(kept.gone).toBe(chosen.length - kept.ids.size);
      }),
    );
  });
});
