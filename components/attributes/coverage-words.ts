import { managerLabel } from '@/components/workspace/attribute-words';
import { counted } from '@/components/workspace/counted';
import { MANAGERS } from '@/lib/attributes/attribute';
import type { AttributeCoverage, Distribution, NumberBar } from '@/lib/desk/wire-attributes';
import type { Bar } from './bar-table';

/** Where values come from, in the order of the managers; without those that nothing comes from. */
export function sourceBars({ bySource }: AttributeCoverage): Bar[] {
  return MANAGERS.flatMap((source) =>
    bySource[source] === 0
      ? []
      : [{ key: source, label: managerLabel(source), contacts: bySource[source] }],
  );
}

/** How values are spread, in words, and what is to be said of it. */
export function distributionBars(distribution: Distribution): { bars: Bar[]; note?: string } {
  switch (distribution.format) {
    case 'boolean':
      return {
        bars: [
          { key: 'yes', label: 'Yes', contacts: distribution.yes },
          { key: 'no', label: 'No', contacts: distribution.no },
        ],
      };
    case 'text': {
      const { texts, others, different, isComplete } = distribution;
      if (others > 0 && texts[0]?.contacts === 1)
        return { bars: [], note: isComplete ? 'No two are alike.' : 'Nearly all are different.' };
      const bars: Bar[] = texts.map(({ text, contacts }) => ({ key: text, label: text, contacts }));
      if (others > 0) bars.push({ key: '', label: 'All others', contacts: others, isRest: true });
      const values = counted(different, 'different value');
      return {
        bars,
        note: isComplete
          ? `${values}. Case and white space around a value tell none apart.`
          : `More than ${values}; of so many, the most common of the first are told.`,
      };
    }
    case 'number': {
      const { bars, least, most, isWhole } = distribution;
      return {
        bars: bars.map((bar) => ({
          key: String(bar.from),
          label: least === most ? numberText(least ?? 0) : stretchText(bar, isWhole),
          contacts: bar.contacts,
        })),
        ...(least !== null &&
          most !== null && { note: `From ${numberText(least)} to ${numberText(most)}.` }),
      };
    }
    case 'date':
      return {
        bars: distribution.bars.map(({ from, contacts }) => ({
          key: from,
          label: spanText(from, distribution.span),
          contacts,
        })),
      };
  }
}

const FARTHEST_PLAIN = 1e15;
const plain = new Intl.NumberFormat('en', { maximumFractionDigits: 20 });
const scientific = new Intl.NumberFormat('en', { notation: 'scientific' });

function numberText(number: number): string {
  return Math.abs(number) < FARTHEST_PLAIN ? plain.format(number) : scientific.format(number);
}

/** Whole numbers say which is the last; of others only the next beginning is known. */
function stretchText({ from, to }: NumberBar, isWhole: boolean): string {
  if (!isWhole) return `${numberText(from)} to below ${numberText(to)}`;
  return to - from <= 1 ? numberText(from) : `${numberText(from)} – ${numberText(to - 1)}`;
}

const month = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });

function spanText(from: string, span: (Distribution & { format: 'date' })['span']): string {
  const year = Number(from.slice(0, 4));
  switch (span) {
    case 'month':
      return month.format(new Date(`${from}-01T00:00:00Z`));
    case 'year':
      return String(year);
    case 'decade':
      return `${year} – ${year + 9}`;
    case 'century':
      return `${year} – ${year + 99}`;
  }
}
