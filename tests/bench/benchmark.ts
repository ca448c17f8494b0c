/** One line of a benchmark: what was measured, and its cells. */
export type Row = readonly string[];

/** What a benchmark found, ready to be printed. */
export type Report = {
  title: string;
  /** Heads of the columns; the first names what a row measures. */
  columns: readonly string[];
  rows: readonly Row[];
  /** What a reader has to know: what was left out and why, what could not be reached. */
  notes?: readonly string[];
};

/** A benchmark that `npm run bench NAME` runs; sizes, seeds and rounds come as `--key value`. */
export type Benchmark = {
  name: string;
  /** What it measures, in one line. */
  about: string;
  run: (options: ReadonlyMap<string, string>) => Promise<Report>;
};

/** A number option, or its default. Throws for one that is no positive number. */
export function numberOption(
  options: ReadonlyMap<string, string>,
  key: string,
  fallback: number,
): number {
  const text = options.get(key);
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new Error(`--${key} must be a number above 0.`);
  return value;
}

/** A list of sizes, such as 1000,10000, or its default. */
export function sizesOption(
  options: ReadonlyMap<string, string>,
  key: string,
  fallback: readonly number[],
): readonly number[] {
  const text = options.get(key);
  if (text === undefined) return fallback;
  return text.split(',').map((part) => numberOption(new Map([[key, part]]), key, 0));
}
