'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { late, useLate } from '@/components/ui/late';
import { useMayShape } from '@/components/workspace/read-only-note';

const lateDialog = late(() => import('./create-attribute-dialog'));

/** Opens the dialog that adds an attribute; absent for those who may not. */
export function CreateAttributeButton() {
  const [open, setOpen] = useState(false);
  const dialog = useLate(lateDialog, open);
  if (!useMayShape()) return null;
  return (
    <>
      <Button variant="solid" onClick={() => setOpen(true)}>
        <Plus aria-hidden className="size-4" />
        New attribute
      </Button>
      {open && dialog && <dialog.CreateAttributeDialog onClose={() => setOpen(false)} />}
    </>
  );
}
