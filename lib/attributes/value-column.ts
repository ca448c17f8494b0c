import { type AttributeValue, MANAGERS, type Scalar } from './attribute';

/** The code of no value. */
export const NO_VALUE = 0;
/** When a column changes its ways; smaller ones are for tests. */
export type ColumnLimits = {
  /** With fewer different values it costs little to keep each once, however few hold it. */
  fewValues: number;
  /** Values that nobody holds are let go when there are more of them than this, and than of the others. */
  fewUnused: number;
};
export const COLUMN_LIMITS: ColumnLimits = { fewValues: 4_096, fewUnused: 256 };
const FIRST_HANDLES = 16;

/**
 * What contacts have for one attribute, by their handles. Values go by codes: a value that several
 * contacts hold is kept once. Where most hold one of their own, such as an e-mail address, each gets
 * a code of its own instead, and none is looked up.
 */
export class ValueColumn {
  /** By handle; NO_VALUE, or nothing beyond its end, where there is none. */
  codes = new Int32Array(FIRST_HANDLES);
  /** By code. A value that was just replaced stays until the next is set. */
  readonly values: (Scalar | undefined)[] = [undefined];
  /** Rises when codes come to mean other values. While the column is not shared they do at any time. */
  version = 0;
  #sources = new Uint8Array(FIRST_HANDLES);
  #setAt = new Float64Array(FIRST_HANDLES);
  /** null once the column is not shared. */
  #codeOf: Map<Scalar, number> | null = new Map();
  /** How many handles hold a code, by code; only of a shared column. */
  #uses: number[] = [0];
  #unused = 0;
  #holders = 0;
  readonly #free: number[] = [];
  readonly #limits: ColumnLimits;

  constructor(limits: ColumnLimits = COLUMN_LIMITS) {
    this.#limits = limits;
  }

  /** Whether equal values have one code. */
  get shared(): boolean {
    return this.#codeOf !== null;
  }

  get(handle: number): AttributeValue | undefined {
    const value = this.values[this.codes[handle] ?? NO_VALUE];
    if (value === undefined) return undefined;
    const source = MANAGERS[this.#sources[handle] ?? 0] ?? 'agent';
    return { value, source, setAt: this.#setAt[handle] ?? 0 };
  }

  /** Gives the handle a value, or none for null. The code of what it had, as codes are now. */
  set(handle: number, value: AttributeValue | null): number {
    if (handle >= this.codes.length) this.#grow(handle);
    const code = value === null ? NO_VALUE : this.#codeFor(value.value);
    // Read after the new code was found: finding it may have changed all codes.
    const before = this.codes[handle] ?? NO_VALUE;
    this.codes[handle] = code;
    if (value !== null) {
      this.#sources[handle] = MANAGERS.indexOf(value.source);
      this.#setAt[handle] = value.setAt;
      this.#holders += 1;
    }
    if (before !== NO_VALUE) this.#release(before);
    return before;
  }

  #codeFor(value: Scalar): number {
    const known = this.#codeOf?.get(value);
    if (known !== undefined) return this.#use(known);
    if (this.#codeOf) this.#review();
    const code = this.#free.pop() ?? this.values.length;
    this.values[code] = value;
    if (!this.#codeOf) return code;
    this.#codeOf.set(value, code);
    this.#uses[code] = 1;
    return code;
  }

  /** Before a value that is new here. */
  #review(): void {
    const { fewValues, fewUnused } = this.#limits;
    const inUse = this.values.length - 1 - this.#unused;
    if (inUse >= fewValues && inUse * 2 > this.#holders) this.#giveEachItsOwn();
    else if (this.#unused > Math.max(fewUnused, inUse)) this.#forgetUnused();
  }

  #use(code: number): number {
    const uses = this.#uses[code] ?? 0;
    if (uses === 0) this.#unused -= 1;
    this.#uses[code] = uses + 1;
    return code;
  }

  #release(code: number): void {
    this.#holders -= 1;
    if (!this.#codeOf) {
      this.#free.push(code);
      return;
    }
    const uses = (this.#uses[code] ?? 0) - 1;
    this.#uses[code] = uses;
    if (uses === 0) this.#unused += 1;
  }

  /** Numbers the values that are held anew, without the others. */
  #forgetUnused(): void {
    const held = this.values.map((value, code) =>
      (this.#uses[code] ?? 0) > 0 ? value : undefined,
    );
    const uses = this.#uses;
    const renamed = new Int32Array(held.length);
    this.values.length = 1;
    this.#uses = [0];
    this.#codeOf = new Map();
    for (const [code, value] of held.entries()) {
      if (value === undefined) continue;
      renamed[code] = this.values.length;
      this.#codeOf.set(value, this.values.length);
      this.#uses.push(uses[code] ?? 0);
      this.values.push(value);
    }
    for (const [handle, code] of this.codes.entries()) this.codes[handle] = renamed[code] ?? 0;
    this.#unused = 0;
    this.version += 1;
  }

  /** Most hold a value of their own: from now on a code is for one handle, and values are not looked up. */
  #giveEachItsOwn(): void {
    const held = [...this.values];
    this.values.length = 1;
    for (const [handle, code] of this.codes.entries()) {
      if (code === NO_VALUE) continue;
      this.codes[handle] = this.values.length;
      this.values.push(held[code]);
    }
    this.#codeOf = null;
    this.#uses = [];
    this.#unused = 0;
    this.version += 1;
  }

  /** By a quarter: twice as much would often stand empty, for every attribute. */
  #grow(handle: number): void {
    const room = Math.max(handle + 1, this.codes.length + (this.codes.length >> 2));
    const { codes } = this;
    this.codes = new Int32Array(room);
    this.codes.set(codes);
    const sources = this.#sources;
    this.#sources = new Uint8Array(room);
    this.#sources.set(sources);
    const setAt = this.#setAt;
    this.#setAt = new Float64Array(room);
    this.#setAt.set(setAt);
  }
}
