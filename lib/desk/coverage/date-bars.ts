import type { Scalar } from '@/lib/attributes/attribute';
import { DAY_MS } from '@/lib/attributes/dates';
import { dayNumberOf } from '@/lib/segments/calendar';
import { dateIn } from '@/lib/segments/date-values';
import { DATE_SPANS } from '../wire-attributes';

const MOST_SHOWN = 24;
const MONTHS_IN = { month: 1, year: 12, decade: 120, century: 1_200 } as const;

/** Counts dates by the month they fall in, in a time zone. */
export class DateBars {
  readonly #timeZone: string;
  /** By months since the year 0. */
  readonly #counts = new Map<number, number>();

  constructor(timeZone: string) {
    this.#timeZone = timeZone;
  }

  add(value: Scalar): void {
    const date = dateIn(value);
    if (!date) return;
    const day = new Date(dayNumberOf(date, this.#timeZone) * DAY_MS);
    // West of Greenwich the first instant of the year 0 falls in the one before.
    const month = Math.max(0, day.getUTCFullYear() * 12 + day.getUTCMonth());
    this.#counts.set(month, (this.#counts.get(month) ?? 0) + 1);
  }

  /** By the shortest span of which 24 reach from the first to the last. */
  distribution() {
    const months = [...this.#counts.keys()];
    const [first, last] = [Math.min(...months), Math.max(...months)];
    const at = (month: number, span: keyof typeof MONTHS_IN) => Math.floor(month / MONTHS_IN[span]);
    const span = DATE_SPANS.find((one) => at(last, one) - at(first, one) < MOST_SHOWN) ?? 'century';
    const bars: { from: string; contacts: number }[] = [];
    if (months.length > 0)
      for (let place = at(first, span); place <= at(last, span); place += 1)
        bars.push({ from: monthText(place * MONTHS_IN[span]), contacts: 0 });
    for (const [month, contacts] of this.#counts) {
      const bar = bars[at(month, span) - at(first, span)];
      if (bar) bar.contacts += contacts;
    }
    return { format: 'date' as const, span, bars };
  }
}

/** `YYYY-MM`. */
function monthText(month: number): string {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}`;
}
