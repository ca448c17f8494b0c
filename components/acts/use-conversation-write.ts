'use client';

import { useState } from 'react';
import { failureMessage } from '@/components/live/call-api';
import { type ConversationWrite, writeConversation } from '@/components/live/conversation-calls';
import { useConversation } from '@/components/live/conversation-live';
import { offerActUndo } from '@/components/shortcuts/offer-act-undo';
import { toast } from '@/components/ui/toast';

/**
 * Writes to the open conversation. `write` says whether it worked, once the pane shows it, and
 * tells the person when it did not; `what` was done can be undone then. `busy` is the write under
 * way.
 */
export function useConversationWrite() {
  const { detail, settle } = useConversation();
  const { conversationId } = detail.header;
  const [busy, setBusy] = useState<ConversationWrite['verb'] | null>(null);

  async function write(
    change: ConversationWrite,
    what: string,
    { quiet = false }: { quiet?: boolean } = {},
  ): Promise<boolean> {
    setBusy(change.verb);
    try {
      const written = await writeConversation(conversationId, change);
      await settle((held) => held.revision >= written.revision);
      offerActUndo(written, what, { quiet });
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
