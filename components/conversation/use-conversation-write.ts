'use client';

import { useState } from 'react';
import { failureMessage } from '@/components/live/call-api';
import { toast } from '@/components/ui/toast';
import { type ConversationWrite, writeConversation } from './conversation-calls';
import { useConversation } from './conversation-live';

/**
 * Writes to the open conversation. `write` says whether it worked, once the pane shows it, and
 * tells the person when it did not; `busy` is the write under way.
 */
export function useConversationWrite() {
  const { detail, settle } = useConversation();
  const { conversationId } = detail.header;
  const [busy, setBusy] = useState<ConversationWrite['verb'] | null>(null);

  async function write(change: ConversationWrite): Promise<boolean> {
    setBusy(change.verb);
    try {
      const { revision } = await writeConversation(conversationId, change);
      await settle((held) => held.revision >= revision);
      return true;
    } catch (thrown) {
      toast.error(failureMessage(thrown));
      return false;
    } finally {
      setBusy(null);
    }
  }

  return { write, busy };
}
