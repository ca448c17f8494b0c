import { fold } from '@/lib/segments/fold';

const TEXTS_SHOWN = 10;
const LONGEST_SHOWN = 120;
/** The characters of different texts that are kept while they are counted, some for each besides its own. */
const MOST_KEPT = 8_000_000;
const CHARACTERS_EACH = 40;

/**
 * Counts texts, told apart as conditions do. Each that is kept is counted from the first on; once
 * there are so many different ones that keeping them would take too much room, new ones are only
 * counted together.
 */
export class TextCounts {
  readonly #counts = new Map<string, Counted>();
  /** The most common first, and then by key: counts only rise, so it is kept as they do. */
  readonly #best: Counted[] = [];
  readonly #mostKept: number;
  #kept = 0;
  #total = 0;
  #isComplete = true;

  constructor(mostKept = MOST_KEPT) {
    this.#mostKept = mostKept;
  }

  add(text: string): void {
    this.#total += 1;
    const key = fold(text);
    const known = this.#counts.get(key);
    if (known) this.#rise(known);
    else if (this.#kept < this.#mostKept) {
      this.#kept += key.length + CHARACTERS_EACH;
      const counted = { key, text: shown(text), contacts: 0 };
      this.#counts.set(key, counted);
      this.#rise(counted);
    } else this.#isComplete = false;
  }

  distribution() {
    const texts = this.#best.map(({ text, contacts }) => ({ text, contacts }));
    const told = texts.reduce((sum, { contacts }) => sum + contacts, 0);
    return {
      format: 'text' as const,
      texts,
      others: this.#total - told,
      different: this.#counts.size,
      isComplete: this.#isComplete,
    };
  }

  #rise(counted: Counted): void {
    counted.contacts += 1;
    const best = this.#best;
    const last = best.at(-1);
    const isFull = best.length === TEXTS_SHOWN && last !== undefined;
    if (isFull && counted !== last && !goesBefore(counted, last)) return;
    const from = best.indexOf(counted);
    if (from >= 0) best.splice(from, 1);
    const place = best.findIndex((other) => goesBefore(counted, other));
    best.splice(place < 0 ? best.length : place, 0, counted);
    if (best.length > TEXTS_SHOWN) best.pop();
  }
}

/** A text by what conditions know it by, and as it was met first. */
type Counted = { readonly key: string; readonly text: string; contacts: number };

function goesBefore(one: Counted, other: Counted): boolean {
  return one.contacts === other.contacts ? one.key < other.key : one.contacts > other.contacts;
}

function shown(text: string): string {
  const line = text.trim();
  return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN).trimEnd()}…` : line;
}
