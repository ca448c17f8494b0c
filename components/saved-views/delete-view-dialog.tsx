'use client';

import { callApi } from '@/components/live/call-api';
import { refreshSavedViews } from '@/components/live/saved-views';
import { useQueueAddress } from '@/components/live/use-queue-address';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { useWrite } from '@/components/workspace/use-write';
import type { SavedViewWire } from '@/lib/desk/wire';
import { WHOLE_QUEUE } from './saved-view-address';

/** Asks before a saved view is deleted; the queue then shows everyone who waits. */
export function DeleteViewDialog({ view, onClose }: { view: SavedViewWire; onClose: () => void }) {
  const { setAddress } = useQueueAddress();
  const { busy, refusal, run } = useWrite();
  const remove = () =>
    run(
      () => callApi('DELETE', `/views/${view.id}`),
      async () => {
        void setAddress(WHOLE_QUEUE);
        await refreshSavedViews();
        toast.success(`${view.name} is deleted`);
        onClose();
      },
    );
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Delete ${view.name}?`}
      confirmLabel="Delete view"
      danger
      busy={busy}
      onConfirm={remove}
    >
      <p>
        {view.shared ? 'It goes for the whole team. ' : ''}The conversations in it stay where they
        are.
      </p>
      {refusal && (
        <Notice tone="danger" className="mt-3">
          {refusal.message}
        </Notice>
      )}
    </ConfirmDialog>
  );
}
