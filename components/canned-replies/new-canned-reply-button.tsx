'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { late, useLate } from '@/components/ui/late';

const lateDialog = late(() => import('./canned-reply-dialog'));

/** Opens the dialog that makes a canned reply. */
export function NewCannedReplyButton() {
  const [open, setOpen] = useState(false);
  const dialog = useLate(lateDialog, open);
  return (
    <>
      <Button variant="solid" onClick={() => setOpen(true)}>
        <Plus aria-hidden /> New canned reply
      </Button>
      {open && dialog && <dialog.CannedReplyDialog reply={null} onClose={() => setOpen(false)} />}
    </>
  );
}
