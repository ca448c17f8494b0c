'use client';

import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { useConversation } from './conversation-live';
import { useStatusChange } from './use-status-change';

/** Pends, resolves and reopens. */
export function StatusActions() {
  const { status } = useConversation().detail.header;
  const { change, busy } = useStatusChange();
  const resolved = status === 'resolved';
  const other = status === 'pending' ? 'new' : 'pending';
  const main = resolved ? 'new' : 'resolved';
  return (
    <>
      {!resolved && (
        <Button busy={busy === other} onClick={() => void change(other)}>
          {other === 'new' ? 'Make new' : 'Pend'}
        </Button>
      )}
      <Button
        variant="solid"
        busy={busy === main}
        aria-keyshortcuts={resolved ? undefined : 'e'}
        onClick={() => void change(main)}
      >
        {resolved ? (
          'Reopen'
        ) : (
          <>
            Resolve <Kbd className="max-sm:hidden">e</Kbd>
          </>
        )}
      </Button>
    </>
  );
}
