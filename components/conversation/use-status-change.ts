'use client';

import { useState } from 'react';
import { useConversationWrite } from '@/components/acts/use-conversation-write';
import { useConversation } from '@/components/live/conversation-live';
import type { Status } from '@/lib/desk/facts';
import { statusWords } from './status-words';

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
