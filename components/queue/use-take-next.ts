'use client';

import { useRef, useState } from 'react';
import { ApiFailure, callApi, failureMessage } from '@/components/live/call-api';
import { focusReply } from '@/components/live/reply-focus';
import { offerActUndo } from '@/components/shortcuts/offer-act-undo';
import { toast } from '@/components/ui/toast';
import type { QueueFilter } from '@/lib/ranking/filter';

/** Claims the highest unowned conversation of the filter and opens it, ready to be answered. */
export function useTakeNext(filter: QueueFilter, open: (conversationId: string) => void) {
  const [busy, setBusy] = useState(false);
  const taking = useRef(false);

  async function take() {
    if (taking.current) return;
    taking.current = true;
    setBusy(true);
    // Who owns it and its status are not for the filter to say: the next one is new and unowned.
    const { segments, match, channel } = filter;
    try {
      const taken = await callApi<{ conversationId: string; revision: number }>(
        'POST',
        '/queue/take',
        { filter: { segments, match, channel } },
      );
      const { conversationId } = taken;
      offerActUndo(taken, 'You took the next one', { quiet: true });
      focusReply(conversationId);
      open(conversationId);
    } catch (thrown) {
      const nobody = thrown instanceof ApiFailure && thrown.status === 404;
      if (nobody) toast('Nobody is waiting', { description: 'Everyone here has been taken.' });
      else toast.error('Nothing was taken', { description: failureMessage(thrown) });
    } finally {
      taking.current = false;
      setBusy(false);
    }
  }

  return { take, busy };
}
