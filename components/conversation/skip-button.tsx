'use client';

import { SkipForward } from 'lucide-react';
import { useState } from 'react';
import { useConversationWrite } from '@/components/acts/use-conversation-write';
import { useCatalogue } from '@/components/live/catalogue';
import { useConversation } from '@/components/live/conversation-live';
import { useAriaKeys } from '@/components/shortcuts/key-caps';
import { runShortcut } from '@/components/shortcuts/shortcut-runs';
import { useShortcut } from '@/components/shortcuts/use-shortcut';
import { Button } from '@/components/ui/button';
import { late, useLate } from '@/components/ui/late';
import { Tooltip } from '@/components/ui/tooltip';

const lateDialog = late(() => import('./skip-dialog'));

/** Lets a waiting conversation of one's own go, with a reason, and takes the next one. */
export function SkipButton() {
  const { header } = useConversation().detail;
  const { me } = useCatalogue();
  const { write } = useConversationWrite();
  const [open, setOpen] = useState(false);
  const dialog = useLate(lateDialog, open);
  const ariaKeys = useAriaKeys('skip');
  const skippable = header.owner?.id === me.id && header.status === 'new';
  // Answered or moved meanwhile: there is nothing to skip any more.
  if (open && !skippable) setOpen(false);
  useShortcut('skip', () => setOpen(true), skippable);
  if (!skippable) return null;

  async function skip(reason: string): Promise<boolean> {
    const done = await write(
      { verb: 'skip', reason },
      `${header.contact.name} is for somebody else`,
    );
    if (done) runShortcut('take-next');
    return done;
  }

  return (
    <>
      <Tooltip label={ariaKeys ? `Skip (${ariaKeys})` : 'Skip'}>
        <Button
          size="icon"
          aria-label="Skip"
          aria-haspopup="dialog"
          aria-keyshortcuts={ariaKeys}
          onClick={() => setOpen(true)}
        >
          <SkipForward aria-hidden="true" />
        </Button>
      </Tooltip>
      {open && dialog && <dialog.SkipDialog onChoose={skip} onClose={() => setOpen(false)} />}
    </>
  );
}
