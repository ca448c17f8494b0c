'use client';

import { callApi } from '@/components/live/call-api';
import { refreshCatalogue } from '@/components/live/catalogue';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { counted } from '@/components/workspace/counted';
import { useWrite } from '@/components/workspace/use-write';
import type { SegmentWire } from '@/lib/desk/wire';

/** Asks before a segment is deleted, and says which conversations lose it. There is no way back. */
export function DeleteSegmentDialog({
  open,
  onOpenChange,
  segment,
  inQueue,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  segment: SegmentWire;
  inQueue: number | null;
}) {
  const { busy, refusal, run } = useWrite();
  const remove = () =>
    run(
      () => callApi('DELETE', `/segments/${segment.id}`),
      async () => {
        onOpenChange(false);
        toast.success(`${segment.name} is deleted`);
        await refreshCatalogue();
      },
    );
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Delete ${segment.name}?`}
      confirmLabel="Delete segment"
      danger
      busy={busy}
      onConfirm={remove}
    >
      <p>
        {inQueue === null
          ? 'Queued conversations that match lose it'
          : inQueue === 0
            ? 'No queued conversation matches it now'
            : `${counted(inQueue, 'queued conversation')} ${inQueue === 1 ? 'loses' : 'lose'} it`}
        {segment.highPriority && inQueue !== 0 ? ', and one level of priority at once.' : '.'} This
        cannot be undone.
      </p>
      {refusal && (
        <Notice tone="danger" className="mt-3">
          {refusal.message}
        </Notice>
      )}
    </ConfirmDialog>
  );
}
