/** Random draws that a seed repeats: the same seed gives the same desk. */
export type Random = {
  /** From 0 up to, not including, 1. */
  next: () => number;
  /** A whole number from `from` to `to`, both possible. */
  between: (from: number, to: number) => number;
  /** True this often, from 0 to 1. */
  chance: (share: number) => boolean;
  /** One of a list. Throws for an empty list. */
  pick: <T>(list: readonly T[]) => T;
};

/** Draws by mulberry32: small, quick, and even enough to make a desk look natural. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (share) => next() < share,
    pick: <T>(list: readonly T[]): T => {
      const place = Math.floor(next() * list.length);
      const [picked] = list.slice(place, place + 1);
      if (picked === undefined) throw new Error('There is nothing to pick from.');
      return picked;
    },
  };
}
