'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { late, useLate } from '@/components/ui/late';
import { useMayShape } from '@/components/workspace/read-only-note';

const lateDialog = late(() => import('./create-channel-dialog'));

/** Opens the dialog that adds a channel; absent for those who may not. */
export function CreateChannelButton() {
  const [open, setOpen] = useState(false);
  const dialog = useLate(lateDialog, open);
  if (!useMayShape()) return null;
  return (
    <>
      <Button variant="solid" onClick={() => setOpen(true)}>
        <Plus aria-hidden /> New channel
      </Button>
      {open && dialog && <dialog.CreateChannelDialog onClose={() => setOpen(false)} />}
    </>
  );
}
