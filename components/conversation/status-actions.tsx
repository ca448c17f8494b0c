'use client';

import { useConversation } from '@/components/live/conversation-live';
import { KeyHint, useAriaKeys } from '@/components/shortcuts/key-caps';
import { useShortcut } from '@/components/shortcuts/use-shortcut';
import { Button } from '@/components/ui/button';
import { useStatusChange } from './use-status-change';

/** Pends, resolves and reopens. */
export function StatusActions() {
  const { status } = useConversation().detail.header;
  const { change, busy } = useStatusChange();
  const resolved = status === 'resolved';
  const other = status === 'pending' ? 'new' : 'pending';
  const main = resolved ? 'new' : 'resolved';
  const resolveKeys = useAriaKeys('resolve');
  const pendKeys = useAriaKeys('pend');
  useShortcut('resolve', () => void change('resolved'), !resolved && busy === null);
  useShortcut('pend', () => void change('pending'), status === 'new' && busy === null);
  return (
    <>
      {!resolved && (
        <Button
          busy={busy === other}
          aria-keyshortcuts={other === 'pending' ? pendKeys : undefined}
          onClick={() => void change(other)}
        >
          {other === 'new' ? 'Make new' : 'Pend'}
        </Button>
      )}
      <Button
        variant="solid"
        busy={busy === main}
        aria-keyshortcuts={resolved ? undefined : resolveKeys}
        onClick={() => void change(main)}
      >
        {resolved ? (
          'Reopen'
        ) : (
          <>
            Resolve <KeyHint id="resolve" className="max-sm:hidden" />
          </>
        )}
      </Button>
    </>
  );
}
