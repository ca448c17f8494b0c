import { expect, test } from 'vitest';
import { initials } from '@/components/ui/avatar';

test.each([
  ['Léa Fontaine', 'LF'],
  ['  noah  van der Wright ', 'NW'],
  ['Prince', 'P'],
  ['陈伟', '陈'],
  ['ليلى حداد', 'لح'],
  ['@sam (work)', 'SW'],
  ['🙂 🙂', '?'],
  ['', '?'],
])('%j is shown as %s', (name, shown) => {
  expect(initials(name)).toBe(shown);
});
