'use client';

import { useState } from 'react';
import type { Status } from '@/lib/desk/facts';
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
    return write(
      { verb: 'status', status },
      `${header.contact.name} is now ${statusWords[status]}`,
    );
  }

  return { change, busy: busy === null ? null : target };
}
