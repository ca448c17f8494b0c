'use client';

import { useRouter } from 'next/navigation';
import { callApi, failureMessage } from '@/components/live/call-api';
import { offerUndoWhileShown } from '@/components/shortcuts/offer-undo';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { useWrite } from '@/components/workspace/use-write';
import type { CannedReplyWire } from '@/lib/desk/wire';

/** Asks before a canned reply is deleted; a toast offers to make it again. */
export function DeleteCannedReplyDialog({
  reply,
  open,
  onClose,
}: {
  reply: CannedReplyWire;
  open: boolean;
  onClose: () => void;
}) {
  const router = useRouter();
  const { busy, refusal, run } = useWrite();
  const { id, title, text } = reply;

  const bringBack = async () => {
    try {
      await callApi('POST', '/canned-replies', { title, text });
      router.refresh();
    } catch (thrown) {
      toast.error(failureMessage(thrown));
    }
  };
  const remove = () =>
    run(
      () => callApi('DELETE', `/canned-replies/${id}`),
      () => {
        onClose();
        offerUndoWhileShown(() => void bringBack(), `${title} is deleted`, `canned-reply-${id}`);
        router.refresh();
      },
    );

  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={`Delete ${title}?`}
      confirmLabel="Delete canned reply"
      danger
      busy={busy}
      onConfirm={remove}
    >
      <p>Nobody can choose it from then on. What was written with it stays.</p>
      {refusal && (
        <Notice tone="danger" className="mt-3">
          {refusal.message}
        </Notice>
      )}
    </ConfirmDialog>
  );
}
