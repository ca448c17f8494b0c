import type { FoundContacts } from '@/lib/desk/wire-contacts';

/** How many contacts there are, and how far the looking has come: '214 found · 34,000 of 100,000 looked at'. */
export function foundWords(
  { found, total, scanned, complete, done }: Omit<FoundContacts, 'contacts'>,
  isFiltered: boolean,
): string {
  const count = (n: number) => n.toLocaleString('en');
  if (!isFiltered) return total === 1 ? '1 contact' : `${count(total)} contacts`;
  const many = `${count(found)}${complete ? '' : '+'} found`;
  return done ? many : `${many} · ${count(scanned)} of ${count(total)} looked at`;
}
