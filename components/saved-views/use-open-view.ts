'use client';

import { usePathname } from 'next/navigation';
import { useCatalogue } from '@/components/live/catalogue';
import { useSavedViews } from '@/components/live/saved-views';
import { useQueueAddress } from '@/components/live/use-queue-address';
import type { SavedViewWire } from '@/lib/desk/wire';
import { goneSegments, isSame } from './saved-view-address';

export type OpenView = {
  view: SavedViewWire;
  /** The queue shows another filter or order than it keeps. */
  edited: boolean;
  /** Its segments that have been deleted. */
  gone: string[];
  mayChange: boolean;
};

/** Whether this person may change saved views that everybody has. */
export function useMayShare(): boolean {
  return useCatalogue().me.role !== 'agent';
}

/** The saved view that the address names, if this person sees it and is at the queue. */
export function useOpenView(): OpenView | null {
  const { segments } = useCatalogue();
  const views = useSavedViews();
  const atQueue = usePathname().startsWith('/queue');
  const { address, view: shown } = useQueueAddress();
  const mayShare = useMayShare();
  const view = atQueue ? views.find(({ id }) => id === address.view) : undefined;
  if (!view) return null;
  return {
    view,
    edited: !isSame(view, shown),
    gone: goneSegments(view, segments),
    mayChange: !view.shared || mayShare,
  };
}
