'use client';

import { useState } from 'react';
import { undoAction } from '@/components/shortcuts/undo-action';
import { toast } from '@/components/ui/toast';
import type { Status } from '@/lib/desk/facts';
import type { ConversationWrite } from './conversation-calls';
import { useConversation } from './conversation-live';
import { statusWords } from './status-words';
import { useConversationWrite } from './use-conversation-write';

/**
 * Changes the status of the open conversation; a toast offers to undo it. `change` says whether it
 * was done; `busy` is the status it is changed to.
 */
export function useStatusChange() {
  const { header } = useConversation().detail;
  const { write, busy } = useConversationWrite();
  const [target, setTarget] = useState<Status | null>(null);

  async function change(status: Status): Promise<boolean> {
    if (busy !== null) return false;
    setTarget(status);
    const { status: before, contact } = header;
    if (!(await write({ verb: 'status', status }))) return false;
    // Its owner and its place in line come back too.
    const undo: ConversationWrite =
      status === 'resolved' ? { verb: 'undo-resolve' } : { verb: 'status', status: before };
    toast(`${contact.name} is now ${statusWords[status]}`, {
      action: undoAction(() => void write(undo)),
    });
    return true;
  }

  return { change, busy: busy === null ? null : target };
}
