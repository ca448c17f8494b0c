import { OPERATORS, type Operator } from '@/lib/segments/operator';
import type { Row } from './benchmark';
import type { OperatorMix } from './match-desk';
import { type Measured, microseconds } from './rounds';

export const MATCH_COLUMNS: readonly string[] = [
  'segments',
  'subject',
  'median µs',
  'spread µs',
  '× Frontrow',
  'growth',
];

/** Collects the rows of a run, and how the cost of each subject grows from one size to the next. */
export class MatchTable {
  readonly rows: Row[] = [];
  readonly #before = new Map<string, number>();

  /** `mix` tells apart subjects that were measured on other operators. */
  add(size: number, mix: string, measured: readonly Measured[]): void {
    for (const { name, spread, ratio } of measured) {
      const key = `${name}${mix}`;
      const before = this.#before.get(key);
      this.#before.set(key, spread.median);
      this.rows.push([
        size.toLocaleString('en'),
        `${name}${mix}`,
        microseconds(spread.median),
        `${microseconds(spread.min)}–${microseconds(spread.max)}`,
        ratio.toPrecision(3),
        before ? `${(spread.median / before).toPrecision(2)}×` : '',
      ]);
    }
  }
}

/** A mix without some of its operators. */
export function without(mix: OperatorMix, left: readonly Operator[]): OperatorMix {
  const kept = OPERATORS.filter((operator) => !left.includes(operator));
  return Object.fromEntries(kept.flatMap((one) => (mix[one] ? [[one, mix[one]]] : [])));
}

/** Ids of segments, however they are kept. */
export type FoundSegments = Iterable<string> & { has(id: string): boolean };

/** Throws if two ways to the same answer differ. */
export function mustAgree(name: string, found: FoundSegments, expected: FoundSegments): void {
  const wrong = [...found].find((id) => !expected.has(id));
  const missing = [...expected].find((id) => !found.has(id));
  if (wrong ?? missing) throw new Error(`${name} differs: ${wrong ?? missing}.`);
}
