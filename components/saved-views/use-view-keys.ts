'use client';

import { useSavedViews } from '@/components/live/saved-views';
import { useQueueAddress } from '@/components/live/use-queue-address';
import { useShortcut } from '@/components/shortcuts/use-shortcut';
import { addressOf, WHOLE_QUEUE } from './saved-view-address';
import { useOpenView } from './use-open-view';

/** Goes to the saved view before or after the open one; before the first is everyone who waits. */
export function useViewKeys(): void {
  const views = useSavedViews();
  const open = useOpenView();
  const { setAddress } = useQueueAddress();
  const place = open ? views.findIndex(({ id }) => id === open.view.id) : -1;

  function go(to: number) {
    const view = views[to];
    if (view) void setAddress(addressOf(view));
    else if (to < 0) void setAddress(WHOLE_QUEUE);
  }
  useShortcut('previous-view', () => go(place - 1));
  useShortcut('next-view', () => go(place + 1));
}
