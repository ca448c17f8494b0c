'use client';

import { UserRoundX } from 'lucide-react';
import { useState } from 'react';
import { useCatalogue } from '@/components/live/catalogue';
import { Button } from '@/components/ui/button';
import { late, useLate } from '@/components/ui/late';

const lateDialog = late(() => import('./forget-dialog'));

/** Deletes a contact with everything, for admins; a supervisor sees who could. */
export function ForgetButton({
  contactId,
  name,
  onForgotten,
}: {
  contactId: string;
  name: string;
  onForgotten: () => void;
}) {
  const { role } = useCatalogue().me;
  const [open, setOpen] = useState(false);
  const dialog = useLate(lateDialog, open);
  if (role === 'agent') return null;
  if (role === 'supervisor')
    return <p className="text-ink-muted text-xs">Only an admin can forget a contact.</p>;
  return (
    <>
      <Button variant="ghost" onClick={() => setOpen(true)}>
        <UserRoundX aria-hidden="true" /> Forget…
      </Button>
      {open && dialog && (
        <dialog.ForgetDialog
          contactId={contactId}
          name={name}
          onClose={() => setOpen(false)}
          onForgotten={onForgotten}
        />
      )}
    </>
  );
}
