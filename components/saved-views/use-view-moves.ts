'use client';

import { callApi, failureMessage } from '@/components/live/call-api';
import { refreshSavedViews, useSavedViews } from '@/components/live/saved-views';
import { useQueueAddress } from '@/components/live/use-queue-address';
import { toast } from '@/components/ui/toast';
import type { SavedViewWire } from '@/lib/desk/wire';
import { addressOf } from './saved-view-address';
import type { OpenView } from './use-open-view';

/** Does it, and says in words why it could not be done. */
async function attempt(does: () => Promise<unknown>) {
  try {
    await does();
  } catch (thrown) {
    toast.error(failureMessage(thrown));
  }
  await refreshSavedViews();
}

/** What can be done at once with the saved view that is open. */
export function useViewMoves() {
  const views = useSavedViews();
  const { view: shown, setAddress } = useQueueAddress();

  return {
    /** Keeps the filter and the order that the queue shows. */
    save: ({ view }: OpenView) =>
      attempt(async () => {
        const { filter, order } = shown;
        await callApi('PATCH', `/views/${view.id}`, { filter, order, expect: view.revision });
        toast.success(`${view.name} is saved`);
      }),
    reset: ({ view }: OpenView) => void setAddress(addressOf(view)),
    /** Goes on without the segments that are gone; keeps that if this person may. */
    mend: ({ view, gone, mayChange }: OpenView) => {
      const segments = view.filter.segments.filter((id) => !gone.includes(id));
      const filter = { ...view.filter, segments };
      void setAddress(addressOf({ ...view, filter }));
      if (!mayChange) return;
      void attempt(() => callApi('PATCH', `/views/${view.id}`, { filter, expect: view.revision }));
    },
    /** Changes places with the one before or after it, among those of the same owner. */
    move: (view: SavedViewWire, by: -1 | 1) => {
      const ids = views.filter(({ shared }) => shared === view.shared).map(({ id }) => id);
      const from = ids.indexOf(view.id);
      const other = ids[from + by];
      if (other === undefined) return;
      ids[from + by] = view.id;
      ids[from] = other;
      void attempt(() => callApi('PUT', '/views/order', { shared: view.shared, ids }));
    },
  };
}
