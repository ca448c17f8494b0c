import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  heldBackWords,
  holdInView,
  holdsAll,
  type ShownList,
  sharedShift,
  showHeld,
  showTruth,
} from '@/components/live/queue-hold';
import type { QueueTruth } from '@/components/live/queue-pages';
import { row } from './queue-rows';

/** A list that is loaded whole, or but for some places. */
function truthOf(ids: readonly string[], gaps: readonly number[] = []): QueueTruth {
  const loaded = ids
    .map((id, place) => [place, row(id)] as const)
    .filter(([place]) => !gaps.includes(place));
  return {
    total: ids.length,
    rows: new Map(loaded),
    places: new Map(loaded.map(([place, entry]) => [entry.conversationId, place])),
  };
}

const letters = (text: string) => [...text];

/** The shown list in a line: a ghost in brackets, a gap as a dot. */
function line(list: ShownList): string {
  return Array.from({ length: list.total }, (_, place) => {
    const shown = list.at(place);
    if (!shown) return '.';
    return shown.left ? `(${shown.entry.conversationId})` : shown.entry.conversationId;
  }).join('');
}

function holding(before: string, after: string, first = 0, last = before.length - 1) {
  const hold = holdInView(truthOf(letters(before)), first, last);
  if (!hold) throw new Error('nothing to hold');
  return showHeld(truthOf(letters(after)), hold);
}

describe('a list that is held still', () => {
  it('keeps its order when a row moves up, and says so', () => {
    const list = holding('abcde', 'adbce');
    expect(line(list)).toBe('abcde');
    expect(list.heldBack).toEqual({ entered: 0, up: 1, down: 0, left: 0 });
  });

  it('says of two rows that changed places that the lower one moved up', () => {
    expect(holding('abc', 'acb').heldBack).toEqual({ entered: 0, up: 1, down: 0, left: 0 });
  });

  it('says that a row moved down', () => {
    expect(holding('abcde', 'bcdea').heldBack).toEqual({ entered: 0, up: 0, down: 1, left: 0 });
  });

  it('keeps the last row of all as a ghost when it leaves', () => {
    const list = holding('a', '');
    expect(line(list)).toBe('(a)');
    expect(list.heldBack).toEqual({ entered: 0, up: 0, down: 0, left: 1 });
  });

  it('keeps a row that left as a ghost in its place', () => {
    const list = holding('abcd', 'abd');
    expect(line(list)).toBe('ab(c)d');
    expect(list.heldBack.left).toBe(1);
  });

  it('keeps every ghost when the queue runs empty', () => {
    expect(line(holding('abc', ''))).toBe('(a)(b)(c)');
  });

  it('lets a new row wait that would come between the held ones', () => {
    const list = holding('abc', 'axbc');
    expect(line(list)).toBe('abc');
    expect(list.heldBack.entered).toBe(1);
    expect(list.placeOf('x')).toBeNull();
  });

  it('lets a new row at the end come in at once: nothing moves under the pointer', () => {
    const list = holding('abc', 'abcx');
    expect(line(list)).toBe('abcx');
    expect(list.placeOf('x')).toBe(3);
    expect(heldBackWords(list.heldBack)).toBe('');
  });

  it('shows what is true of a row now, in its old place', () => {
    const hold = holdInView(truthOf(letters('ab')), 0, 1);
    const after: QueueTruth = {
      ...truthOf(letters('ba')),
      rows: new Map([
        [0, row('b', 7)],
        [1, row('a', 6)],
      ]),
    };
    if (!hold) throw new Error('nothing to hold');
    expect(showHeld(after, hold).at(1)?.entry.revision).toBe(7);
  });

  it('takes a row that was pushed out of the loaded part for pushed, not gone', () => {
    const before = truthOf(letters('abcdef'), [4, 5]);
    const hold = holdInView(before, 0, 3);
    if (!hold) throw new Error('nothing to hold');
    const list = showHeld(truthOf(letters('xabcdef'), [4, 5, 6]), hold);
    expect(line(list)).toBe('abc...');
    expect(list.heldBack).toEqual({ entered: 1, up: 0, down: 0, left: 0 });
  });

  it('covers what is in view and a page around it, as far as that is loaded', () => {
    const ids = Array.from({ length: 300 }, (_, at) => `c${at}`);
    const hold = holdInView(truthOf(ids, [90]), 100, 110);
    expect(hold?.start).toBe(91);
    expect(hold?.held.at(-1)?.conversationId).toBe('c160');
    if (!hold) throw new Error('nothing to hold');
    expect(holdsAll(hold, 150, 160, 300)).toBe(true);
    expect(holdsAll(hold, 155, 170, 300)).toBe(false);
    expect(holdInView(truthOf(ids, [100]), 100, 110)).toBeNull();
  });

  const queue = fc.uniqueArray(fc.constantFrom(...letters('abcdefghijklmnop')), { maxLength: 12 });

  it('keeps every held row where it was and shows every other row at most once, whatever happens', () => {
    fc.assert(
      fc.property(queue, queue, (before, after) => {
        fc.pre(before.length > 0);
        const hold = holdInView(truthOf(before), 0, before.length - 1);
        if (!hold) throw new Error('nothing to hold');
        const list = showHeld(truthOf(after), hold);
        const shown = Array.from(
          { length: list.total },
          (_, place) => list.at(place)?.entry.conversationId,
        );
        expect(shown.slice(0, before.length)).toEqual(before);
        expect(shown).not.toContain(undefined);
        expect(new Set(shown).size).toBe(shown.length);
        shown.forEach((id, place) => {
          expect(list.placeOf(id ?? '')).toBe(place);
        });
        const { entered, left } = list.heldBack;
        const waiting = after.filter((id) => !shown.includes(id));
        expect(entered).toBe(waiting.length);
        expect(left).toBe(before.filter((id) => !after.includes(id)).length);
      }),
    );
  });

  it('holds nothing back exactly when letting go would move no row', () => {
    fc.assert(
      fc.property(queue, queue, (before, after) => {
        fc.pre(before.length > 0);
        const hold = holdInView(truthOf(before), 0, before.length - 1);
        if (!hold) throw new Error('nothing to hold');
        const list = showHeld(truthOf(after), hold);
        expect(heldBackWords(list.heldBack) === '').toBe(
          line(list) === line(showTruth(truthOf(after))),
        );
      }),
    );
  });
});

describe('the pill', () => {
  it('says what waits, new ones first', () => {
    expect(heldBackWords({ entered: 2, up: 1, down: 0, left: 0 })).toBe('2 new · 1 moved up');
    expect(heldBackWords({ entered: 0, up: 0, down: 1, left: 3 })).toBe('1 moved down · 3 gone');
    expect(heldBackWords({ entered: 0, up: 0, down: 0, left: 0 })).toBe('');
  });
});

describe('scrolling along', () => {
  const inView = (text: string, first: number) =>
    letters(text).map((conversationId, at) => ({ conversationId, place: first + at }));

  it('follows the rows in view when others come in above', () => {
    expect(sharedShift(inView('defg', 3), showTruth(truthOf(letters('xyabcdefg'))))).toBe(2);
  });

  it('does not follow one row that moved away from the others', () => {
    expect(sharedShift(inView('defg', 3), showTruth(truthOf(letters('dabcefg'))))).toBe(0);
  });

  it('stays where it is when nothing that was in view is left', () => {
    expect(sharedShift(inView('defg', 3), showTruth(truthOf(letters('xyz'))))).toBe(0);
  });
});
