import type { Format, Scalar } from '@/lib/attributes/attribute';

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const NUMBER = new Intl.NumberFormat('en-US', { maximumFractionDigits: 20 });

/** A value as people read it: 'yes', '12,431', '12 Mar 2019'. */
export function valueText(value: Scalar, format: Format): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return NUMBER.format(value);
  if (format === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return DAY.format(Date.parse(value));
  return format === 'date' ? value.replace('T', ' ') : value;
}
