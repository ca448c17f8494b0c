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
  readonly #counts = new Map<string, { text: string; contacts: number }>();
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
    if (known) known.contacts += 1;
    else if (this.#kept < this.#mostKept) {
      this.#kept += key.length + CHARACTERS_EACH;
      this.#counts.set(key, { text: shown(text), contacts: 1 });
    } else this.#isComplete = false;
  }

  /** The most common first, and then by the folded text. */
  distribution() {
    const best: [key: string, count: { text: string; contacts: number }][] = [];
    for (const one of this.#counts) {
      const last = best.at(-1);
      if (best.length === TEXTS_SHOWN && last && !goesBefore(one, last)) continue;
      const place = best.findIndex((other) => goesBefore(one, other));
      best.splice(place < 0 ? best.length : place, 0, one);
      best.length = Math.min(best.length, TEXTS_SHOWN);
    }
    const texts = best.map(([, { text, contacts }]) => ({ text, contacts }));
    const told = texts.reduce((sum, { contacts }) => sum + contacts, 0);
    return {
      format: 'text' as const,
      texts,
      others: this.#total - told,
      different: this.#counts.size,
      isComplete: this.#isComplete,
    };
  }
}

type Counted = readonly [key: string, count: { contacts: number }];

function goesBefore([key, { contacts }]: Counted, [otherKey, other]: Counted): boolean {
  return contacts === other.contacts ? key < otherKey : contacts > other.contacts;
}

function shown(text: string): string {
  const line = text.trim();
  return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN).trimEnd()}…` : line;
}
