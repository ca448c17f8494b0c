'use client';

import { useEffect, useRef, useState } from 'react';
import { sayLooked } from '@/components/live/conversation-calls';
import { useConversation } from '@/components/live/conversation-live';
import { useAttention } from '@/components/live/use-attention';
import { useUnread, useUnreadKnown } from '@/components/live/use-unread';

/**
 * Tells the desk that one has looked, while the newest message is `shown` and somebody is at the
 * page. Answers the message from which on all was new when they came, kept until they come to
 * something newer; null for none.
 */
export function useSeen(shown: boolean): string | null {
  const { conversationId, revision } = useConversation().detail.header;
  const unread = useUnread(conversationId);
  const known = useUnreadKnown();
  const looks = useAttention() && known;
  const [newFrom, setNewFrom] = useState<string | null>(null);
  const was = useRef({ looking: false, told: 0 });

  useEffect(() => {
    if (!looks) {
      was.current.looking = false;
      return;
    }
    // What comes while one looks is new, too, but is seen coming.
    if (!was.current.looking && unread?.looked && unread.firstMessageId !== null)
      setNewFrom(unread.firstMessageId);
    was.current.looking = true;
    if (!shown || (unread === null && was.current.told > 0)) return;
    if (was.current.told >= revision) return;
    was.current.told = revision;
    sayLooked(conversationId, revision).catch(() => {
      // Out of reach: it is said again with the next thing that happens, or the next look.
      was.current.told = 0;
    });
  }, [conversationId, revision, unread, looks, shown]);

  return newFrom;
}
