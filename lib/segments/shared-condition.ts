import { NO_VALUE, type ValueColumn } from '@/lib/attributes/value-column';
import type { ConditionTest } from './evaluate';
import type { Placement } from './placement';

const HOLDS = 1;
const FAILS = 2;
/** Truths are kept for so many values at most: those that came first, which are the usual ones. */
const MOST_CODES = 65_536;

/** A condition that an index keeps once, however many segments have it. */
export class SharedCondition {
  readonly key: string;
  readonly placement: Placement;
  /** Whether it holds for a contact without a value. */
  readonly holdsForNone: boolean;
  /** The numbers of the segments that have it. */
  readonly segments: number[] = [];
  /** Scratch of whoever walks the index: when it was last come across. */
  seen = 0;
  readonly #column: ValueColumn;
  readonly #test: ConditionTest;
  /** By code: whether it holds for the value, 0 where that was not asked yet. */
  #truths = new Uint8Array(0);
  #version = -1;

  constructor(facts: {
    key: string;
    placement: Placement;
    column: ValueColumn;
    test: ConditionTest;
  }) {
    this.key = facts.key;
    this.placement = facts.placement;
    this.#column = facts.column;
    this.#test = facts.test;
    this.holdsForNone = facts.test(undefined);
  }

  /** Whether it holds for a contact of the column. */
  holdsAt(handle: number): boolean {
    return this.#holdsFor(this.#column.codes[handle] ?? NO_VALUE);
  }

  /** For which contacts of the column it holds: a bit a handle, up to `handles`. */
  holders(handles: number): Int32Array {
    const { codes } = this.#column;
    // Each value is asked once, also where each contact has its own.
    const truths = this.#allTruths();
    const words = new Int32Array((handles + 31) >>> 5);
    for (let at = 0; at < words.length; at += 1) {
      const first = at << 5;
      const end = Math.min(handles, first + 32);
      let word = 0;
      for (let handle = first; handle < end; handle += 1) {
        // Without a branch, which would often be guessed wrongly: of the truths only HOLDS is odd.
        word |= ((truths[codes[handle] ?? NO_VALUE] ?? FAILS) & HOLDS) << (handle & 31);
      }
      words[at] = word;
    }
    return words;
  }

  #allTruths(): Uint8Array {
    const { values } = this.#column;
    const truths = new Uint8Array(values.length);
    for (let code = 0; code < values.length; code += 1) {
      truths[code] = this.#holdsFor(code) ? HOLDS : FAILS;
    }
    return truths;
  }

  #holdsFor(code: number): boolean {
    if (this.#version !== this.#column.version) this.#forget();
    const truth = this.#truths[code];
    return truth ? truth === HOLDS : this.#find(code);
  }

  #find(code: number): boolean {
    const holds = this.#test(this.#column.values[code]);
    if (!this.#column.shared || code >= MOST_CODES) return holds;
    if (code >= this.#truths.length) {
      const truths = this.#truths;
      this.#truths = new Uint8Array(Math.max(64, code + 1, truths.length * 2));
      this.#truths.set(truths);
    }
    this.#truths[code] = holds ? HOLDS : FAILS;
    return holds;
  }

  #forget(): void {
    this.#truths = new Uint8Array(0);
    this.#version = this.#column.version;
  }
}

/** Takes one out of an unordered list. */
export function takeOut<T>(list: T[], one: T): void {
  const at = list.indexOf(one);
  const last = list.pop();
  if (at < 0 || last === undefined) return;
  if (at < list.length) list[at] = last;
}
