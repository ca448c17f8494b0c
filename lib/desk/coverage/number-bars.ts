import type { NumberBar } from '../wire-attributes';
import { Magnitudes } from './magnitudes';

const MOST_SHOWN = 12;
/** So many are kept, much finer than those shown, so that they can be joined as the range grows. */
const MOST_KEPT = 1_024;
/** Places stay numbers that are exact. */
const FARTHEST_PLACE = 1e12;
const EXPONENTS = { least: -300, most: 307 };

/**
 * The width of a bar: a digit times a power of ten. Each width of the row 1, 5, 10, 50, 100 … is a
 * multiple of those before it, so finer bars can be joined into coarser ones without knowing what
 * is in them.
 */
type Width = { digit: 1 | 5; exponent: number };

/** In bars of one width: when one holds more than so much of all, the others say nothing. */
const MOST_IN_ONE = 0.9;

/**
 * Counts numbers in bars of one width, which grows with the range of what has come. Where nearly
 * all would lie in one of many, as followers do, they are told by their magnitude instead.
 */
export class NumberBars {
  readonly #magnitudes = new Magnitudes();
  #counts = new Map<number, number>();
  #width: Width = { digit: 1, exponent: EXPONENTS.least };
  #least = Number.POSITIVE_INFINITY;
  #most = Number.NEGATIVE_INFINITY;
  #isWhole = true;
  #total = 0;

  add(value: number): void {
    this.#isWhole &&= Number.isInteger(value);
    if (value >= 0) this.#magnitudes.add(value);
    this.#total += 1;
    if (value < this.#least || value > this.#most) {
      this.#least = Math.min(this.#least, value);
      this.#most = Math.max(this.#most, value);
      const width = narrowest(this.#least, this.#most, MOST_KEPT, this.#width);
      this.#counts = joined(this.#counts, this.#width, width);
      this.#width = width;
    }
    const place = placeOf(value, this.#width);
    this.#counts.set(place, (this.#counts.get(place) ?? 0) + 1);
  }

  /** At most 12 bars in order, of the narrowest width that takes no more, or by magnitude. */
  distribution() {
    const isEmpty = this.#total === 0;
    return {
      format: 'number' as const,
      bars: isEmpty ? [] : this.#tellingBars(),
      least: isEmpty ? null : this.#least,
      most: isEmpty ? null : this.#most,
      isWhole: this.#isWhole,
    };
  }

  #tellingBars(): NumberBar[] {
    const even = this.#evenBars();
    const most = Math.max(...even.map(({ contacts }) => contacts));
    if (this.#least < 0 || even.length === 1 || most <= MOST_IN_ONE * this.#total) return even;
    const bars = this.#magnitudes.bars();
    return bars.length > 2 && bars.length <= MOST_SHOWN ? bars : even;
  }

  #evenBars(): NumberBar[] {
    const { digit, exponent } = this.#width;
    const from: Width =
      this.#isWhole && exponent < 0 ? { digit: 1, exponent: 0 } : { digit, exponent };
    const width = narrowest(this.#least, this.#most, MOST_SHOWN, from);
    const counts = joined(this.#counts, this.#width, width);
    const first = placeOf(this.#least, width);
    const length = placeOf(this.#most, width) - first + 1;
    return Array.from({ length }, (_, at) => ({
      from: edgeAt(first + at, width),
      to: edgeAt(first + at + 1, width),
      contacts: counts.get(first + at) ?? 0,
    }));
  }
}

/** The narrowest width, no narrower than one, by which so many bars reach from the least to the most. */
function narrowest(least: number, most: number, bars: number, from: Width): Width {
  const farthest = Math.max(Math.abs(least), Math.abs(most)) / FARTHEST_PLACE;
  // Divided before it is subtracted: the span of the largest numbers is none.
  const atLeast = Math.max(most / bars - least / bars, farthest);
  const near = Math.floor(Math.log10(atLeast)) - 1;
  let width = from;
  if (near > width.exponent) width = { digit: 1, exponent: Math.min(near, EXPONENTS.most) };
  while (!reaches(width)) width = wider(width);
  return width;

  function reaches(tried: Width): boolean {
    if (tried.exponent >= EXPONENTS.most) return true;
    return farthest <= edgeAt(1, tried) && placeOf(most, tried) - placeOf(least, tried) + 1 <= bars;
  }
}

function wider({ digit, exponent }: Width): Width {
  return digit === 1 ? { digit: 5, exponent } : { digit: 1, exponent: exponent + 1 };
}

/** Where a bar begins: the number nearest to what its digits say, so that 3 bars of 0.1 end at 0.3. */
function edgeAt(place: number, { digit, exponent }: Width): number {
  return exponent < 0 ? (place * digit) / 10 ** -exponent : place * digit * 10 ** exponent;
}

/** The bar that a number lies in: at its beginning, or after it and before the next one's. */
function placeOf(value: number, width: Width): number {
  let place = Math.floor(value / edgeAt(1, width));
  // The division rounds.
  while (edgeAt(place, width) > value) place -= 1;
  while (edgeAt(place + 1, width) <= value) place += 1;
  return place;
}

/** The same counts in bars of a width that is a multiple. */
function joined(counts: ReadonlyMap<number, number>, from: Width, to: Width): Map<number, number> {
  const tens = 10 ** (to.exponent - from.exponent);
  const times = Math.min((to.digit / from.digit) * tens, Number.MAX_VALUE);
  const wide = new Map<number, number>();
  for (const [place, contacts] of counts) {
    const at = Math.floor(place / times);
    wide.set(at, (wide.get(at) ?? 0) + contacts);
  }
  return wide;
}
