'use client';

import { useConversationWrite } from '@/components/acts/use-conversation-write';
import { useConversation } from '@/components/live/conversation-live';
import { useTimeZone } from '@/components/workspace/moments';
import { returnWords } from '@/components/workspace/return-words';

/** Puts the open conversation away until a moment; a toast offers to undo it. Says whether it was done. */
export function useBoomerang() {
  const { header } = useConversation().detail;
  const { write } = useConversationWrite();
  const timeZone = useTimeZone();

  return function putAway(returnsAt: string, note: string): Promise<boolean> {
    return write(
      { verb: 'boomerang', returnsAt, ...(note !== '' && { note }) },
      `${header.contact.name} comes back ${returnWords(returnsAt, Date.now(), timeZone)}`,
    );
  };
}
