import type { NumberBar } from '../wire-attributes';

/** Counts numbers from 0 on by how many digits they have before the point. */
export class Magnitudes {
  /** Below 1, below 10, below 100 … */
  readonly #counts: number[] = [];

  add(value: number): void {
    let place = value < 1 ? 0 : Math.floor(Math.log10(value)) + 1;
    // The logarithm rounds.
    while (place > 0 && value < edgeAt(place)) place -= 1;
    while (value >= edgeAt(place + 1)) place += 1;
    this.#counts[place] = (this.#counts[place] ?? 0) + 1;
  }

  /** In order and without a hole, from the first that has any. */
  bars(): NumberBar[] {
    const bars = Array.from(this.#counts, (contacts = 0, place) => ({
      from: edgeAt(place),
      to: edgeAt(place + 1),
      contacts,
    }));
    return bars.slice(bars.findIndex(({ contacts }) => contacts > 0));
  }
}

function edgeAt(place: number): number {
  return place === 0 ? 0 : 10 ** (place - 1);
}
