import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BlockedList } from '../bench/blocked-list';

const byNumber = (a: number, b: number) => a - b;

/** A plain generator of numbers, so that a long run is the same every time. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state;
  }
}

function expectSame(list: BlockedList<number>, sorted: readonly number[]): void {
  expect([...list]).toEqual(sorted);
  expect(list.size).toBe(sorted.length);
}

describe('a blocked list', () => {
  it('holds what a sorted array holds, whatever is added, removed and looked for', () => {
    const steps = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 30 })));
    fc.assert(
      fc.property(steps, fc.nat(20), fc.nat(20), (todo, from, length) => {
        const list = new BlockedList<number>(byNumber);
        const truth = new Set<number>();
        for (const [adds, n] of todo) {
          if (adds) {
            list.add(n);
            truth.add(n);
          } else {
            expect(list.delete(n)).toBe(truth.delete(n));
          }
        }
        const sorted = [...truth].sort(byNumber);
        expectSame(list, sorted);
        expect(list.slice(from, from + length)).toEqual(sorted.slice(from, from + length));
        for (let n = -1; n <= 31; n++) expect(list.indexOf(n)).toBe(sorted.indexOf(n));
      }),
    );
  });

  it.each([
    ['rising', (n: number) => n],
    ['falling', (n: number) => -n],
    ['scattered', (n: number) => (n * 7_919) % 10_007],
  ])('keeps its order and places while blocks split, %s', (_, numberAt) => {
    const list = new BlockedList<number>(byNumber);
    const values = Array.from({ length: 5_000 }, (_unused, n) => numberAt(n));
    for (const value of values) list.add(value);
    const sorted = [...values].sort(byNumber);
    expectSame(list, sorted);
    for (let i = 0; i < sorted.length; i += 97) {
      expect(list.indexOf(sorted[i] ?? Number.NaN)).toBe(i);
      expect(list.slice(i, i + 700)).toEqual(sorted.slice(i, i + 700));
    }
  });

  it('keeps its order through thousands of additions and removals until it is empty', () => {
    const random = numbers(7);
    const list = new BlockedList<number>(byNumber);
    const truth = new Set<number>();
    for (let step = 0; step < 20_000; step++) {
      const n = random.next().value % 4_000;
      // First mostly additions, then mostly removals: blocks split, shrink, join and go.
      if (random.next().value % 10 < (step < 10_000 ? 7 : 2)) {
        list.add(n);
        truth.add(n);
      } else {
        expect(list.delete(n)).toBe(truth.delete(n));
      }
      if (step % 1_000 === 0) expectSame(list, [...truth].sort(byNumber));
    }
    for (const n of [...truth]) expect(list.delete(n)).toBe(true);
    expectSame(list, []);
    list.add(1);
    expectSame(list, [1]);
  });

  it('still finds everything after one part of it was emptied between full ones', () => {
    const many = Array.from({ length: 2_000 }, (_unused, n) => n);
    for (let start = 0; start < 1_600; start += 200) {
      const list = new BlockedList<number>(byNumber, many);
      const truth = new Set(many);
      for (let n = start; n < start + 400; n++) {
        expect(list.delete(n)).toBe(true);
        truth.delete(n);
        if (n % 40 === 0) expectSame(list, [...truth]);
      }
      for (const [place, n] of [...truth].entries()) expect(list.indexOf(n)).toBe(place);
      list.add(start + 0.5);
      expect(list.indexOf(start + 0.5)).toBe(start);
    }
  });

  it('can be told anew what it holds', () => {
    const list = new BlockedList<number>(byNumber, [3, 1, 2]);
    expectSame(list, [1, 2, 3]);
    const many = Array.from({ length: 2_000 }, (_unused, n) => n);
    list.reset([...many].reverse());
    expectSame(list, many);
    for (let n = 0; n < 2_000; n += 3) list.add(n + 0.5);
    expect(list.indexOf(1_500)).toBe(2_000);
    list.clear();
    expectSame(list, []);
  });

  it('replaces an equal thing instead of holding both', () => {
    const list = new BlockedList<{ id: number; text: string }>((a, b) => a.id - b.id);
    list.add({ id: 1, text: 'old' });
    list.add({ id: 1, text: 'new' });
    expect([...list]).toEqual([{ id: 1, text: 'new' }]);
  });
});
