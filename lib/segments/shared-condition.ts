import type { ConditionTest } from './evaluate';
import type { Placement } from './placement';

/** An attribute that conditions are on. */
export type ConditionedAttribute = {
  readonly key: string;
  /** Scratch of the matcher: when a value of it last changed. */
  changedAt: number;
};

/** A condition that an index keeps once, however many segments have it. */
export type SharedCondition = {
  readonly key: string;
  readonly attribute: ConditionedAttribute;
  readonly placement: Placement;
  readonly test: ConditionTest;
  /** Whether it holds for a contact without a value. */
  readonly holdsForNone: boolean;
  /** The slots of the segments that have it. */
  readonly slots: number[];
  /** Scratch of whoever walks the index: when it was last come across. */
  seen: number;
  /** Scratch of the matcher: when its truth was last told, and what it was. */
  toldAt: number;
  holds: boolean;
};

/** Takes one out of an unordered list. */
export function takeOut<T>(list: T[], one: T): void {
  const at = list.indexOf(one);
  const last = list.pop();
  if (at < 0 || last === undefined) return;
  if (at < list.length) list[at] = last;
}
