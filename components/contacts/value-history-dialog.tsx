'use client';

import { Dialog, DialogContent, DialogDescription, DialogTitle } from '@/components/ui/dialog';
import type { AttributeWire } from '@/lib/desk/wire';
import { HistoryList } from './history-list';
import { useHistory } from './use-history';

/** How the value of one attribute came to be: who set it, as what, when, and what it was before. */
export function ValueHistoryDialog({
  contactId,
  attribute,
  changes,
  onClose,
}: {
  contactId: string;
  attribute: AttributeWire;
  changes: number;
  onClose: () => void;
}) {
  const history = useHistory({ contactId, attribute: attribute.key, changes });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogTitle>{attribute.label}</DialogTitle>
        <DialogDescription>Every value it had, the newest first.</DialogDescription>
        <div className="mt-2">
          <HistoryList {...history} empty="Nobody has ever set it." />
        </div>
      </DialogContent>
    </Dialog>
  );
}
