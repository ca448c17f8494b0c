'use client';

import { undoAction } from '@/components/shortcuts/undo-action';
import { toast } from '@/components/ui/toast';
import { useTimeZone } from '@/components/workspace/moments';
import { returnWords } from '@/components/workspace/return-words';
import type { ConversationWrite } from './conversation-calls';
import { useConversation } from './conversation-live';
import { useConversationWrite } from './use-conversation-write';

/** Puts the open conversation away until a moment; a toast offers to undo it. Says whether it was done. */
export function useBoomerang() {
  const { header } = useConversation().detail;
  const { write } = useConversationWrite();
  const timeZone = useTimeZone();

  return async function putAway(returnsAt: string, note: string): Promise<boolean> {
    const { status, returnsAt: before, contact } = header;
    const done = await write({ verb: 'boomerang', returnsAt, ...(note !== '' && { note }) });
    if (!done) return false;
    const undo: ConversationWrite =
      before === null ? { verb: 'status', status } : { verb: 'boomerang', returnsAt: before };
    toast(`${contact.name} comes back ${returnWords(returnsAt, Date.now(), timeZone)}`, {
      action: undoAction(() => void write(undo)),
    });
    return true;
  };
}
