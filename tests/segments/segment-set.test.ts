import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SegmentNumbers, SegmentSet } from '@/lib/segments/segment-set';

const ids = fc.subarray(Array.from({ length: 80 }, (_, n) => `s${n}`));

describe('a set of segments', () => {
  it('answers as a plain set would', () => {
    fc.assert(
      fc.property(ids, ids, fc.nat(79), (some, others, n) => {
        const numbers = new SegmentNumbers();
        const [left, right] = [SegmentSet.of(numbers, some), SegmentSet.of(numbers, others)];
        const plain = new Set(some);
        expect(new Set(left)).toEqual(plain);
        expect(left.size).toBe(plain.size);
        expect(left.has(`s${n}`)).toBe(plain.has(`s${n}`));
        expect(left.has('never there')).toBe(false);
        expect(left.sharedWith(right)).toBe(others.filter((id) => plain.has(id)).length);
        expect(new Set(right.without(left))).toEqual(
          new Set(others.filter((id) => !plain.has(id))),
        );
        const number = numbers.give(`s${n}`);
        expect(new Set(left.with(number, true))).toEqual(new Set([...some, `s${n}`]));
        expect(new Set(left.with(number, false))).toEqual(
          new Set(some.filter((id) => id !== `s${n}`)),
        );
        expect(new Set(left)).toEqual(plain);
        expect(left.with(number, true).with(number, false)).toEqual(left.with(number, false));
      }),
    );
  });

  it('gives the number of a segment that is gone to the next', () => {
    const numbers = new SegmentNumbers();
    const vip = numbers.give('vip');
    numbers.give('loud');
    numbers.release('vip');
    numbers.release('never there');
    expect(numbers.of('vip')).toBeUndefined();
    expect(numbers.give('new')).toBe(vip);
    expect([...SegmentSet.of(numbers, ['new', 'loud'])]).toEqual(['new', 'loud']);
  });
});
