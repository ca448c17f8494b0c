/** The places of a longest strictly rising subsequence, in order. O(n log n). */
export function longestRise(values: readonly number[]): number[] {
  // tails[k]: the place of the smallest value that ends a rise of k + 1 values.
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [place, value] of values.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous.push(low === 0 ? -1 : (tails[low - 1] ?? -1));
    tails[low] = place;
  }
  const rise: number[] = [];
  for (let place = tails.at(-1) ?? -1; place >= 0; place = previous[place] ?? -1) rise.push(place);
  return rise.reverse();
}
