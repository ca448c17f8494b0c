import { describe, expect, it } from 'vitest';
import { withNewest } from '@/components/contacts/use-history';
import type { HistoryLine } from '@/lib/desk/wire-contacts';

const by = { kind: 'system', id: 'system', name: 'Frontrow' } as const;
const line = (id: number): HistoryLine => ({
  id: String(id),
  at: '2026-01-05T12:00:00.000Z',
  by,
  kind: 'created',
});
const page = (ids: number[], next: string | null) => ({ lines: ids.map(line), next });

describe('the history on a screen', () => {
  it('begins with the newest page', () => {
    expect(withNewest(null, page([3, 2], '-2'))).toEqual(page([3, 2], '-2'));
  });

  it('takes what is new in front of what is shown, and goes on where it was', () => {
    const held = page([4, 3, 2, 1], null);
    expect(withNewest(held, page([6, 5, 4], '-4'))).toEqual(page([6, 5, 4, 3, 2, 1], null));
    expect(withNewest(held, page([4, 3], '-3'))).toEqual(held);
  });

  it('begins anew where more is new than one page shows', () => {
    const newest = page([9, 8], '-8');
    expect(withNewest(page([4, 3], null), newest)).toEqual(newest);
  });
});
