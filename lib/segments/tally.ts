/** Conditions by the numbers of the segments that have them; the bitwise complement for those that a value makes false. */
export type Decided = readonly number[];

/** How many conditions more each segment lacks, or less: a count by number, and which are not 0. */
export class Tally {
  /** By number. */
  lacking = new Int8Array(64);
  /** Each number whose count changed, at least once; only the first `size` count. */
  readonly touched: number[] = [];
  size = 0;

  /** Makes room for a number. */
  reach(number: number): void {
    if (number < this.lacking.length) return;
    this.lacking = new Int8Array(Math.max(number + 1, this.lacking.length * 2));
  }

  /** Counts what a value decides: in, or out when it goes. */
  count(decided: Decided, by: 1 | -1): void {
    for (let at = 0; at < decided.length; at += 1) {
      const one = decided[at] ?? 0;
      if (one < 0) this.add(~one, by);
      else this.add(one, -by);
    }
  }

  /** Counts a stretch of numbers. */
  countStretch(numbers: Int32Array, from: number, to: number, by: number): void {
    for (let at = from; at < to; at += 1) this.add(numbers[at] ?? 0, by);
  }

  /** Takes the count of a number; 0 if it was taken already. */
  take(number: number): number {
    const count = this.lacking[number] ?? 0;
    this.lacking[number] = 0;
    return count;
  }

  private add(number: number, by: number): void {
    const count = this.lacking[number] ?? 0;
    if (count === 0) this.touched[this.size++] = number;
    this.lacking[number] = count + by;
  }
}
