'use client';

import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { useConversation } from './conversation-live';
import { useStatusChange } from './use-status-change';

/** Pends, resolves and reopens. */
export function StatusActions() {
  const { status } = useConversation().detail.header;
  const { change, busy } = useStatusChange();
  if (status === 'resolved') {
    return (
      <Button variant="solid" busy={busy !== null} onClick={() => void change('new')}>
        Reopen
      </Button>
    );
  }
  const other = status === 'pending' ? 'new' : 'pending';
  return (
    <>
      <Button busy={busy === other} disabled={busy !== null} onClick={() => void change(other)}>
        {other === 'new' ? 'Make new' : 'Pend'}
      </Button>
      <Button
        variant="solid"
        busy={busy === 'resolved'}
        disabled={busy !== null}
        aria-keyshortcuts="e"
        onClick={() => void change('resolved')}
      >
        Resolve
        <Kbd className="max-sm:hidden">e</Kbd>
      </Button>
    </>
  );
}
