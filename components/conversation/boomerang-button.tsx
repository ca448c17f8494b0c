'use client';

import { AlarmClock } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { late, useLate } from '@/components/ui/late';
import { Tooltip } from '@/components/ui/tooltip';
import { useConversation } from './conversation-live';
import { useBoomerang } from './use-boomerang';

const lateDialog = late(() => import('./boomerang-dialog'));

/** Puts an open conversation away for a while; the key b does too. */
export function BoomerangButton({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const { status } = useConversation().detail.header;
  const putAway = useBoomerang();
  const dialog = useLate(lateDialog, open);
  // Resolved by a colleague meanwhile: it must not open again by itself when it is reopened.
  useEffect(() => {
    if (open && status === 'resolved') onOpenChange(false);
  }, [open, status, onOpenChange]);
  if (status === 'resolved') return null;
  return (
    <>
      <Tooltip label="Come back later (b)">
        <Button
          size="icon"
          aria-label="Come back later"
          aria-haspopup="dialog"
          aria-keyshortcuts="b"
          onClick={() => onOpenChange(true)}
        >
          <AlarmClock aria-hidden="true" />
        </Button>
      </Tooltip>
      {open && dialog && (
        <dialog.BoomerangDialog onChoose={putAway} onClose={() => onOpenChange(false)} />
      )}
    </>
  );
}
