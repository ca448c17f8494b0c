'use client';

import { useEffect, useRef } from 'react';
import type { SetAddress } from '@/components/live/use-queue-address';
import type { SavedViewWire } from '@/lib/desk/wire';
import { addressOf, isSame } from './saved-view-address';
import { useOpenView } from './use-open-view';

/** Goes along when somebody changes the saved view that is open, unless it was edited here. */
export function useFollowView(setAddress: SetAddress): void {
  const open = useOpenView();
  const last = useRef<{ view: SavedViewWire; edited: boolean } | null>(null);
  useEffect(() => {
    const before = last.current;
    last.current = open;
    if (!open || !before || before.edited || before.view.id !== open.view.id) return;
    if (isSame(before.view, open.view)) return;
    void setAddress(addressOf(open.view), { history: 'replace' });
  }, [open, setAddress]);
}
