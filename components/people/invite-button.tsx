'use client';

import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { late, useLate } from '@/components/ui/late';
import { useMayShape } from '@/components/workspace/read-only-note';

const lateDialog = late(() => import('./invite-dialog'));

/** Opens the dialog that invites a person; absent for those who may not. */
export function InviteButton() {
  const [open, setOpen] = useState(false);
  const dialog = useLate(lateDialog, open);
  if (!useMayShape()) return null;
  return (
    <>
      <Button variant="solid" onClick={() => setOpen(true)}>
        <UserPlus aria-hidden className="size-4" />
        Invite a person
      </Button>
      {open && dialog && <dialog.InviteDialog onClose={() => setOpen(false)} />}
    </>
  );
}
