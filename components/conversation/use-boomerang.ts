'use client';

import { useTimeZone } from '@/components/workspace/moments';
import { returnWords } from '@/components/workspace/return-words';
import { useConversation } from './conversation-live';
import { useConversationWrite } from './use-conversation-write';

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
