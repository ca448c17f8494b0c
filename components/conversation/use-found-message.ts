'use client';

import { parseAsString, useQueryState } from 'nuqs';
import { type RefObject, useEffect } from 'react';
import { useConversation } from '@/components/live/conversation-live';

/**
 * The message that the address asks for, scrolled to if the pane has it; `isElsewhere` when it lies
 * further up than what was loaded. `leave` forgets it.
 */
export function useFoundMessage(scroller: RefObject<HTMLElement | null>) {
  const [foundId, setFoundId] = useQueryState('message', parseAsString);
  const { messages } = useConversation().detail;
  const isHere = foundId !== null && messages.some(({ id }) => id === foundId);

  useEffect(() => {
    if (!isHere) return;
    const found = scroller.current?.querySelector(`[data-message="${CSS.escape(foundId ?? '')}"]`);
    found?.scrollIntoView({ block: 'center' });
  }, [isHere, foundId, scroller]);

  return {
    foundId,
    isElsewhere: foundId !== null && !isHere,
    leave: () => void setFoundId(null),
  };
}
