'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { late, useLate } from '@/components/ui/late';

const lateDialog = late(() => import('./create-token-dialog'));

/** Opens the dialog that makes an API token. */
export function CreateTokenButton() {
  const [open, setOpen] = useState(false);
  const dialog = useLate(lateDialog, open);
  return (
    <>
      <Button variant="solid" onClick={() => setOpen(true)}>
        <Plus aria-hidden className="size-4" />
        New token
      </Button>
      {dialog && <dialog.CreateTokenDialog open={open} onClose={() => setOpen(false)} />}
    </>
  );
}
