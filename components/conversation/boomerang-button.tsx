'use client';

import { AlarmClock } from 'lucide-react';
import { useState } from 'react';
import { useConversation } from '@/components/live/conversation-live';
import { useAriaKeys } from '@/components/shortcuts/key-caps';
import { useShortcut } from '@/components/shortcuts/use-shortcut';
import { Button } from '@/components/ui/button';
import { late, useLate } from '@/components/ui/late';
import { Tooltip } from '@/components/ui/tooltip';
import { useBoomerang } from './use-boomerang';

const lateDialog = late(() => import('@/components/acts/boomerang-dialog'));

/** Puts an open conversation away for a while; the key b does too. */
export function BoomerangButton() {
  const { status } = useConversation().detail.header;
  const [open, setOpen] = useState(false);
  const ariaKeys = useAriaKeys('boomerang');
  const putAway = useBoomerang();
  const dialog = useLate(lateDialog, open);
  // Resolved by a colleague meanwhile: it must not open again by itself when it is reopened.
  if (open && status === 'resolved') setOpen(false);
  useShortcut('boomerang', () => setOpen(true), status !== 'resolved');
  if (status === 'resolved') return null;
  return (
    <>
      <Tooltip label={ariaKeys ? `Come back later (${ariaKeys})` : 'Come back later'}>
        <Button
          size="icon"
          aria-label="Come back later"
          aria-haspopup="dialog"
          aria-keyshortcuts={ariaKeys}
          onClick={() => setOpen(true)}
        >
          <AlarmClock aria-hidden="true" />
        </Button>
      </Tooltip>
      {open && dialog && (
        <dialog.BoomerangDialog onChoose={putAway} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
