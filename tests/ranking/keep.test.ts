import { describe, expect, it } from 'vitest';
import { Keep } from '@/lib/ranking/keep';

/** Asks for a thing and says whether it had to be made. */
function made(keep: Keep<string>, key: string): boolean {
  let wasMade = false;
  keep.ask(key, () => {
    wasMade = true;
    return key;
  });
  return wasMade;
}

function keptIn(keep: Keep<string>): string[] {
  const kept: string[] = [];
  keep.each((thing) => kept.push(thing));
  return kept;
}

describe('what is kept', () => {
  it('is the last few that were asked for, by when they were asked for last', () => {
    const keep = new Keep<string>(2);
    expect(made(keep, 'a')).toBe(true);
    expect(made(keep, 'b')).toBe(true);
    expect(made(keep, 'a')).toBe(false);
    expect(made(keep, 'c')).toBe(true);
    expect(keptIn(keep)).toEqual(['a', 'c']);
    expect(keep.peek('b')).toBeUndefined();
    expect(made(keep, 'b')).toBe(true);
  });

  it('stays whatever else is asked for, until everyone who holds it has let go', () => {
    const keep = new Keep<string>(1);
    keep.hold('a', () => 'a');
    keep.hold('a', () => 'made twice');
    for (const key of ['b', 'c']) made(keep, key);
    expect(keep.peek('a')).toBe('a');
    keep.release('a');
    for (const key of ['d', 'e']) made(keep, key);
    expect(keep.peek('a')).toBe('a');
    expect(made(keep, 'a')).toBe(false);
    keep.release('a');
    expect(keep.peek('a')).toBe('a');
    made(keep, 'f');
    expect(keep.peek('a')).toBeUndefined();
    expect(keptIn(keep)).toEqual(['f']);
  });

  it('is not made again when it is held after it was asked for', () => {
    const keep = new Keep<string>(1);
    keep.ask('a', () => 'asked');
    expect(keep.hold('a', () => 'held')).toBe('asked');
    made(keep, 'b');
    expect(keptIn(keep)).toEqual(['asked', 'b']);
  });

  it('is told of once when it is kept no more', () => {
    const dropped: string[] = [];
    const keep = new Keep<string>(1, (thing) => dropped.push(thing));
    keep.hold('held', () => 'held');
    for (const key of ['a', 'b', 'a']) made(keep, key);
    expect(dropped).toEqual(['a', 'b']);
    keep.release('held');
    expect(dropped).toEqual(['a', 'b', 'a']);
  });
});
