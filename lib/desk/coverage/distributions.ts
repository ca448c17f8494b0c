import type { Attribute, Scalar } from '@/lib/attributes/attribute';
import type { Distribution } from '../wire-attributes';
import { DateBars } from './date-bars';
import { NumberBars } from './number-bars';
import { TextCounts } from './text-counts';

/** Is given the values of an attribute one by one, and tells at any time how they are spread. */
export type DistributionCounter = {
  add: (value: Scalar) => void;
  distribution: () => Distribution;
};

/** A counter for values of the attribute's format; a date falls on a day of the time zone. */
export function counterFor({ format }: Attribute, timeZone: string): DistributionCounter {
  switch (format) {
    case 'text': {
      const texts = new TextCounts();
      return {
        add: (value) => texts.add(String(value)),
        distribution: () => texts.distribution(),
      };
    }
    case 'number': {
      const numbers = new NumberBars();
      return {
        add: (value) => numbers.add(Number(value)),
        distribution: () => numbers.distribution(),
      };
    }
    case 'date':
      return new DateBars(timeZone);
    case 'boolean': {
      const counts = { yes: 0, no: 0 };
      return {
        add: (value) => {
          if (value === true) counts.yes += 1;
          else counts.no += 1;
        },
        distribution: () => ({ format: 'boolean', ...counts }),
      };
    }
  }
}
