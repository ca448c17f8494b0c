export const NEVER = 'never';

const USUAL: readonly { hours: number; label: string }[] = [
  { hours: 24, label: '1 day' },
  { hours: 72, label: '3 days' },
  { hours: 168, label: '7 days' },
  { hours: 336, label: '14 days' },
  { hours: 720, label: '30 days' },
];

/** The choices, and what is kept, which may be another number of hours. */
export function forgottenOptions(keptHours: number | null): { value: string; label: string }[] {
  const isUsual = keptHours === null || USUAL.some(({ hours }) => hours === keptHours);
  const own = isUsual ? [] : [{ value: `${keptHours}`, label: `${keptHours} hours` }];
  const usual = USUAL.map(({ hours, label }) => ({ value: `${hours}`, label }));
  return [{ value: NEVER, label: 'Never' }, ...usual, ...own];
}

/** The hours that a choice stands for; null for never. */
export function hoursOf(value: string): number | null {
  return value === NEVER ? null : Number(value);
}
